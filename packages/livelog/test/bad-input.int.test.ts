import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUCTIONS } from '../src/auctions.ts'
import { type CommandConnection, openCommands } from '../src/connection.ts'
import { keysOf, type LogKeys } from '../src/keys.ts'
import { liveUrl, logger, newId, Room, refusalCode } from './support.ts'

let redis: CommandConnection
let room: Room
let keys: LogKeys
let base: string
beforeAll(async () => {
  redis = openCommands(liveUrl(), logger)
  room = await Room.running()
  keys = keysOf(AUCTIONS, room.auctionId)
  base = String((await room.state()).lot?.base)
})
afterAll(async () => {
  await room.log.close()
  redis.disconnect()
})

type BidArgs = Partial<Record<'by' | 'commandId' | 'sum' | 'epoch' | 'lot' | 'amount' | 'floorTeam', string>>

/** Straight at `bid.lua`: a good first bid but for what is named. */
function rawBid(change: BidArgs): Promise<string[]> {
  const args = {
    by: 'u0',
    commandId: newId('c'),
    sum: '0123456789ab',
    epoch: '1',
    lot: '1',
    amount: base,
    floorTeam: '',
    ...change,
  }
  const { by, commandId, sum, epoch, lot, amount, floorTeam } = args
  return redis.gavelBid(
    keys.state,
    keys.log,
    keys.seen,
    keys.channel,
    by,
    commandId,
    sum,
    epoch,
    lot,
    amount,
    floorTeam,
  )
}

/** Everything that the log is, to see that nothing moved. */
const dump = async (store: Redis) =>
  Promise.all([store.hgetall(keys.state), store.xrange(keys.log, '-', '+'), store.hgetall(keys.seen)])

test.for(
  '0|-5|+5|150.5|1e308|1e2|nan|NaN|inf|0x1F4|abc|| 10|10 |010|100000000000000|٣|10\u0000|99999999999999999999'.split(
    '|',
  ),
)('BIDLUA-2 an amount of "%s" is refused and changes nothing', async (amount) => {
  const before = await dump(redis)
  expect((await rawBid({ amount })).slice(3)).toEqual(['BAD_AMOUNT'])
  expect(await dump(redis)).toEqual(before)
})

test.for([0, -5, 150.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 1e14, '0x1F4', 'nan', null, {}, [], true])(
  'BIDLUA-2 an amount of %s is refused through the typed twin too',
  async (amount) => {
    expect(refusalCode(await room.bid('u0', 1, amount as number))).toBe('BAD_AMOUNT')
  },
)

test.for(['2', '0', '-1', '1.0', '01', '1e0', 'nan', '', '0x1', ' 1'])(
  'BIDLUA-2 lot "%s" is not the open one',
  async (lot) => {
    expect((await rawBid({ lot })).slice(3)).toEqual(['WRONG_LOT'])
  },
)

test('BIDLUA-2 a person without a paddle and a team that is not there are refused', async () => {
  expect((await rawBid({ by: 'stranger' })).slice(3)).toEqual(['NOT_A_PADDLE'])
  expect((await rawBid({ by: 'constructor' })).slice(3)).toEqual(['NOT_A_PADDLE'])
  expect((await rawBid({ floorTeam: 'nobody' })).slice(3)).toEqual(['UNKNOWN_TEAM'])
  expect((await rawBid({ floorTeam: 't0","amount":1' })).slice(3)).toEqual(['UNKNOWN_TEAM'])
})

test.for<BidArgs>([
  { by: 'u0"' },
  { by: '' },
  { by: 'u'.repeat(41) },
  { commandId: 'a"b' },
  { commandId: 'store.create' },
  { commandId: '' },
  { sum: 'xyz' },
  { sum: '0123456789abc' },
  { epoch: 'one' },
  { epoch: '-1' },
  { epoch: '' },
])('BIDLUA-2 what could break the body is an argument error: %o', async (change) => {
  const before = await dump(redis)
  expect((await rawBid(change))[0]).toBe('BAD_ARGUMENT')
  expect(await dump(redis)).toEqual(before)
})

test('CMD-3 a stolen command id is refused, for another actor and for another payload', async () => {
  await using own = await Room.running()
  const amount = (await own.state()).lot?.base ?? 0
  expect(await own.bid('u0', 1, amount, 'stolen-id')).toMatchObject({ ok: true })
  expect(refusalCode(await own.bid('u1', 1, amount, 'stolen-id'))).toBe('ID_REUSED')
  expect(refusalCode(await own.bid('u0', 1, amount + 1, 'stolen-id'))).toBe('ID_REUSED')
  expect(refusalCode(await own.do({ type: 'PassLot', lot: 1 }, 'stolen-id'))).toBe('ID_REUSED')
  expect((await own.state()).lot?.bids).toHaveLength(1)
})

test('CMD-2, CMD-4 a repeat is given the first answer; a refused command is decided anew', async () => {
  await using own = await Room.running()
  const amount = (await own.state()).lot?.base ?? 0
  expect(refusalCode(await own.bid('u0', 2, amount, 'again-later'))).toBe('WRONG_LOT')
  const first = await own.bid('u0', 1, amount, 'again')
  expect(await own.bid('u0', 1, amount, 'again')).toMatchObject({ ok: true, seq: first.seq, count: 1, repeated: true })
  const hammer = await own.do({ type: 'Hammer', lot: 1, bid: first.seq }, 'hammer')
  expect(await own.do({ type: 'Hammer', lot: 1, bid: first.seq }, 'hammer')).toMatchObject({
    seq: hammer.seq,
    repeated: true,
  })
  expect(await own.bid('u0', 1, amount, 'again')).toMatchObject({ ok: true, seq: first.seq, repeated: true })
  await own.must({ type: 'OpenLot', player: 'p1' })
  expect(await own.bid('u0', 2, amount, 'again-later')).toMatchObject({ ok: true, repeated: false })
})

test('BIDLUA-3 a field of the state that is missing or unreadable refuses, it never passes', async () => {
  await using own = await Room.running({
    rules: { ...(await room.state()).rules, clock: { mode: 'clock', lotMs: 60_000, extendMs: 1_000 } },
  })
  const { state: hash } = keysOf(AUCTIONS, own.auctionId)
  const amount = (await own.state()).lot?.base ?? 0
  const fields = await redis.hgetall(hash)
  const others = new Set(['price', 'bid', 'going', 'p:u1', 't:t1'])
  for (const [field, value] of Object.entries(fields)) {
    if (others.has(field)) continue
    await redis.hdel(hash, field)
    expect([field, (await own.bid('u0', 1, amount)).ok]).toEqual([field, false])
    // An empty grid is a rule, an empty time is none, an empty leader is nobody; anything else that is empty is broken.
    if (!['jump', 'leader', 'deadlineMs', 'heldUntilMs', 'extendMs', 'link'].includes(field)) {
      await redis.hset(hash, field, field === 'path' ? 'elsewhere' : '?')
      if (field !== 'path')
        expect([field, (await own.bid('u0', 1, amount).catch(() => ({ ok: false }))).ok]).toEqual([field, false])
    }
    await redis.hset(hash, field, value)
  }
  await redis.hset(hash, 'deadlineMs', '?')
  expect(refusalCode(await own.bid('u0', 1, amount))).toBe('TIME_UP')
  await redis.hset(hash, 'deadlineMs', fields.deadlineMs ?? '', 'heldUntilMs', '?')
  expect(refusalCode(await own.bid('u0', 1, amount))).toBe('HELD')
  await redis.hset(hash, 'heldUntilMs', '')
  expect(await own.bid('u0', 1, amount)).toMatchObject({ ok: true })
})

test('COMMIT-5 a broken commit is an argument error and writes nothing', async () => {
  const before = await dump(redis)
  const { seq, link } = await redis.hgetall(keys.state)
  const good = ['at', seq ?? '', link ?? '', '', newId('c'), '0123456789ab', '', '', 'keep', 'keep', '', '1', '1', '0']
  const tail = ['AuctionPaused', '"by":"a","cmd":"c","sum":"0123456789ab","message":""}', 'phase', 'paused']
  const broken: string[][] = [
    good.with(0, 'whenever').concat(tail),
    good.with(1, '1.5').concat(tail),
    good.with(2, 'zz').concat(tail),
    good.with(3, 'one').concat(tail),
    good.with(4, 'a b').concat(tail),
    good.with(5, 'short').concat(tail),
    good.with(6, 'soon').concat(tail),
    good.with(8, 'later').concat(tail),
    good.with(9, '+').concat(tail),
    good.with(11, '2').concat(tail),
    good.with(12, '-1').concat(tail),
    good.concat(tail.with(0, 'Auction"')),
    good.concat(tail.with(1, '{}')),
    good.concat(tail.with(1, '"by":"a"')),
    good.concat(tail.with(1, '"by":"a\n"}')),
    good.concat(tail.with(2, 'seq')),
    good.concat(tail.with(2, 'deadlineMs')),
    good.concat(tail).concat('more'),
  ]
  for (const args of broken) {
    const reply = await redis.gavelCommit(keys.state, keys.log, keys.seen, keys.channel, keys.fence, ...args)
    expect([args.join('|'), reply[0]]).toEqual([args.join('|'), 'BAD_ARGUMENT'])
  }
  expect(await dump(redis)).toEqual(before)
})
