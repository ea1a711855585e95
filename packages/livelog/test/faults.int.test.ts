import { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import { until } from '../../testkit/src/program.ts'
import { type PrivateRedis, startRedis } from '../../testkit/src/redis-server.ts'
import { type LiveLog, LogUnavailableError, openLiveLog } from '../src/index.ts'
import { accepted, logger, newId, Room, refusalCode, smallRules } from './support.ts'

const rules = smallRules({ purse: 90_000_000_000_000, jumpGrid: null, ladder: [{ from: 0, step: 1 }] })
const PADDLES = 20

/** Paddles that bid on until told to stop, and repeat a command whose answer is in doubt, as a client does. */
class Bidding {
  readonly #room: Room
  #going = true
  #price = 10
  readonly done: Promise<unknown>
  /** commandId -> seq, as acknowledged. */
  readonly acknowledged = new Map<string, number>()
  readonly codes = new Map<string, number>()
  slowestMs = 0

  constructor(room: Room) {
    this.#room = room
    this.done = Promise.all(Array.from({ length: PADDLES }, (_, i) => this.#paddle(`u${i}`)))
  }

  stop(): Promise<unknown> {
    this.#going = false
    return this.done
  }

  async #paddle(by: string): Promise<void> {
    while (this.#going) {
      const [commandId, amount] = [newId('b'), this.#price]
      let reply = await this.#ask(by, amount, commandId)
      while (!reply.ok && (reply.refusal.code === 'UNAVAILABLE' || reply.refusal.code === 'UNCERTAIN'))
        reply = await this.#ask(by, amount, commandId)
      if (reply.ok) this.acknowledged.set(commandId, reply.seq)
      if (reply.ok) this.#price = Math.max(this.#price, amount + 1)
      else if (reply.refusal.code === 'BELOW_MINIMUM')
        this.#price = Math.max(this.#price, reply.refusal.detail?.minimum ?? 0)
    }
  }

  async #ask(by: string, amount: number, commandId: string) {
    const beganAt = performance.now()
    const reply = await this.#room.bid(by, 1, amount, commandId)
    this.slowestMs = Math.max(this.slowestMs, performance.now() - beganAt)
    const code = refusalCode(reply) ?? (reply.ok && reply.repeated ? 'repeated' : 'accepted')
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1)
    // A client waits a moment before it asks again; the event loop must turn anyway.
    if (code === 'UNAVAILABLE') await new Promise((resolve) => setTimeout(resolve, 20))
    return reply
  }
}

async function whole(room: Room) {
  const entries = await room.log.read(room.auctionId, 1, 1_000_000)
  const seqs = new Map(entries.map(({ seq, entry }) => [entry.cmd, seq]))
  return { entries, seqs }
}

test('DOWN-2 kill -9 of Redis in the middle of bidding loses no acknowledged bid and doubles none', {
  timeout: 120_000,
}, async () => {
  await using server = await startRedis()
  await using room = await Room.running({ url: server.url, rules, teams: PADDLES })
  const tail = await room.log.watch(room.auctionId)
  const followed: number[] = []
  tail.on('entries', (entries) => followed.push(...entries.map(({ seq }) => seq)))
  const from = tail.seq
  const bidding = new Bidding(room)
  for (let kills = 1; kills <= 3; kills++) {
    await until('bids taken', () => bidding.acknowledged.size > kills * 60)
    await server.kill()
    await server.start()
  }
  await until('bids taken after the last kill', () => bidding.acknowledged.size > 260)
  await bidding.stop()

  const { entries, seqs } = await whole(room)
  expect([...bidding.acknowledged].filter(([cmd, seq]) => seqs.get(cmd) !== seq)).toEqual([])
  const bids = entries.filter(({ entry }) => entry.type === 'BidPlaced')
  expect(new Set(bids.map(({ entry }) => entry.cmd)).size).toBe(bids.length)
  // Whatever is in the log was acknowledged in the end, because its asker repeats it.
  expect(bids.length).toBe(bidding.acknowledged.size)
  const state = await room.state()
  await until('the tail has caught up', () => tail.seq === state.seq)
  expect(followed).toEqual(Array.from({ length: state.seq - from }, (_, i) => from + 1 + i))
  process.stdout.write(`three kills: ${bids.length} bids, ${JSON.stringify(Object.fromEntries(bidding.codes))}\n`)
})

test('DOWN-1 while Redis is down every command is answered UNAVAILABLE at once, reads say so, and afterwards all goes on', async () => {
  await using server = await startRedis()
  await using room = await Room.running({ url: server.url, rules })
  await server.kill()
  await until('the loss is noticed', async () => refusalCode(await room.bid('u0', 1, 10)) === 'UNAVAILABLE')
  const beganAt = performance.now()
  const replies = await Promise.all([
    ...Array.from({ length: 50 }, () => room.bid('u0', 1, 10)),
    ...Array.from({ length: 50 }, () => room.do({ type: 'PauseAuction', message: '' })),
    room.log.create(newId('x'), rules, 'organiser'),
    room.log.recover(room.auctionId, 2),
  ])
  expect(new Set(replies.map(refusalCode))).toEqual(new Set(['UNAVAILABLE']))
  await expect(room.log.load(room.auctionId)).rejects.toThrow(LogUnavailableError)
  await expect(room.log.read(room.auctionId, 1, 1)).rejects.toThrow(LogUnavailableError)
  await expect(room.log.watch(newId('x'))).rejects.toThrow(LogUnavailableError)
  await expect(room.log.ping()).rejects.toThrow(LogUnavailableError)
  expect(performance.now() - beganAt).toBeLessThan(500)

  await server.start()
  await until('bids are taken again', async () => (await room.bid('u0', 1, 10, 'after-the-fall')).ok)
  await room.log.ping()
})

test('DOWN-1 behind a Redis that hangs nothing waits longer than a few seconds', async () => {
  await using server = await startRedis()
  await using room = await Room.running({ url: server.url, rules })
  server.freeze()
  const beganAt = performance.now()
  const replies = await Promise.all([
    ...Array.from({ length: 20 }, () => room.bid('u0', 1, 10, 'in-doubt-bid')),
    ...Array.from({ length: 50 }, (_, i) => room.do({ type: 'PauseAuction', message: '' }, `in-doubt-${i}`)),
  ])
  const tookMs = performance.now() - beganAt
  server.thaw()
  expect(replies.every((reply) => ['UNCERTAIN', 'UNAVAILABLE'].includes(refusalCode(reply) ?? ''))).toBe(true)
  expect(tookMs).toBeLessThan(6_000)
  // The commands were sent, so they may have been done: a repeat of the same id is answered by what became of it.
  const settled = await until('it answers again', async () => {
    const reply = await room.bid('u0', 1, 10, 'in-doubt-bid')
    return refusalCode(reply) === 'UNAVAILABLE' || refusalCode(reply) === 'UNCERTAIN' ? null : reply
  })
  const { seqs } = await whole(room)
  if (settled.ok) expect(seqs.get('in-doubt-bid')).toBe(settled.seq)
  else expect(seqs.has('in-doubt-bid')).toBe(false)
})

test('DOWN-1 a program that starts while Redis is down starts, and works when Redis comes', async () => {
  await using server = await startRedis()
  const room = await Room.running({ url: server.url, rules })
  await room.log.close()
  await server.kill()
  const log: LiveLog = openLiveLog({ url: server.url, logger })
  await expect(log.watch(room.auctionId)).rejects.toThrow(LogUnavailableError)
  await server.start()
  const tail = await until('it can be watched', () => log.watch(room.auctionId).catch(() => null))
  expect(tail.state.phase.is).toBe('running')
  await log.close()
})

/** Client commands that reach the server, scripts' own calls left out. */
async function roundTrips(server: PrivateRedis, act: () => Promise<unknown>): Promise<string[]> {
  const lines: string[] = []
  const redis = new Redis(server.url)
  const monitor = await redis.monitor()
  const mark = newId('mark')
  monitor.on('monitor', (_: string, args: string[], source: string) => {
    if (source !== 'lua') lines.push(args.join(' '))
  })
  await redis.echo(`${mark}-begin`)
  await act()
  await redis.echo(`${mark}-end`)
  await until('the monitor has seen it all', () => lines.includes(`echo ${mark}-end`))
  monitor.disconnect()
  redis.disconnect()
  const [first, last] = [lines.indexOf(`echo ${mark}-begin`), lines.indexOf(`echo ${mark}-end`)]
  // The pulse of a tail asks once a second for all logs together.
  return lines.slice(first + 1, last).map((line) => line.split(' ')[0]?.toLowerCase() ?? '')
}

test('EXEC-1, EXEC-2 a bid is one round trip, and so is a commit or a refusal where the head is known', async () => {
  await using server = await startRedis()
  await using room = await Room.running({ url: server.url, rules })
  const first = accepted(await room.bid('u0', 1, 10))
  expect(await roundTrips(server, () => room.bid('u1', 1, 11))).toEqual(['evalsha'])
  expect(await roundTrips(server, () => room.bid('u0', 1, 11))).toEqual(['evalsha'])
  // The bids went past the head that this instance knew: a conflict, one read, and the commit.
  const afterBids = await roundTrips(server, () => room.must({ type: 'PauseAuction', message: '' }))
  expect(afterBids.filter((name) => name === 'evalsha')).toHaveLength(2)
  expect(afterBids.filter((name) => name === 'multi')).toHaveLength(1)
  expect(await roundTrips(server, () => room.must({ type: 'ResumeAuction' }))).toEqual(['evalsha'])
  expect(await roundTrips(server, () => room.do({ type: 'ResumeAuction' }))).toEqual(['evalsha'])

  // Where a tail follows the log, the bids of others are known too.
  const tail = await room.log.watch(room.auctionId)
  const seq = accepted(await room.bid('u0', 1, 12)).seq
  await until('the tail has it', () => tail.seq === seq)
  const hammer = await roundTrips(server, () => room.must({ type: 'Hammer', lot: 1, bid: seq }))
  expect(hammer.filter((name) => name === 'evalsha')).toEqual(['evalsha'])
  expect(hammer.filter((name) => name === 'multi' || name === 'xrange')).toEqual([])
  expect(first.seq).toBeLessThan(seq)
})

test('EXEC-3 a single connection takes hundreds of bids a second and more, each on disk before it is answered', {
  timeout: 60_000,
}, async () => {
  await using server = await startRedis()
  await using room = await Room.running({ url: server.url, rules })
  let price = 10
  const bidMany = async (count: number, atOnce: number) => {
    const beganAt = performance.now()
    for (let sent = 0; sent < count; sent += atOnce) {
      const bids = Array.from({ length: atOnce }, () => room.bid(`u${price % 2}`, 1, price++))
      for (const reply of await Promise.all(bids)) accepted(reply)
    }
    return Math.round(count / ((performance.now() - beganAt) / 1_000))
  }
  const [oneByOne, together] = [await bidMany(500, 1), await bidMany(6_000, 200)]
  process.stdout.write(
    `bids a second, one connection, fsync always: ${oneByOne} one by one, ${together} with 200 at once\n`,
  )
  expect(together).toBeGreaterThan(200)
})
