import { hotFields } from '@gavel/auction'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUCTIONS } from '../src/auctions.ts'
import { type CommandConnection, openCommands } from '../src/connection.ts'
import type { LiveLog, LogReply } from '../src/index.ts'
import { keysOf } from '../src/keys.ts'
import { accepted, liveUrl, logger, newId, Room, refusalCode, smallRules } from './support.ts'

let redis: CommandConnection
let log: LiveLog
beforeAll(() => {
  redis = openCommands(liveUrl(), logger)
  log = Room.open()
})
afterAll(async () => {
  await log.close()
  redis.disconnect()
})

test('CMD-1 every command is answered with the seq and the store’s time', async () => {
  const room = await Room.running({ log })
  const before = Date.now() - 2_000
  const base = (await room.state()).lot?.base ?? 0
  const { seq } = await room.state()
  for (const reply of [
    await room.bid('u0', 1, 1),
    await room.bid('u0', 9, base),
    await room.do({ type: 'Hammer', lot: 1, bid: 3 }),
    await room.do({ type: 'ResumeAuction' }),
  ]) {
    expect(reply).toMatchObject({ ok: false, seq })
    expect(reply.nowMs).toBeGreaterThan(before)
  }
  expect(await room.bid('u0', 1, base)).toMatchObject({ ok: true, seq: seq + 1, count: 1, repeated: false })
  const players = [1, 2, 3].map((n) => ({ player: `more-${n}`, base: 10, set: 's', overseas: null }))
  expect(await room.do({ type: 'AddPlayers', players })).toMatchObject({ ok: true, seq: seq + 4, count: 3 })
})

test('COMMIT-2 commits of several instances that race are decided again; each is done once or not at all', async () => {
  const room = await Room.running({ log, rules: smallRules() })
  const logs = Array.from({ length: 3 }, () => Room.open())
  const { seq } = await room.state()
  const codes = new Map<string | null, number>()
  const done: string[] = []
  await Promise.all(
    logs.flatMap((other, i) =>
      Array.from({ length: 40 }, async (_, n) => {
        const commandId = `race-${i}-${n}`
        const command = { by: 'auctioneer', type: 'MoveSet', set: 's', before: null } as const
        const reply = await other.execute(room.auctionId, command, { commandId })
        codes.set(refusalCode(reply), (codes.get(refusalCode(reply)) ?? 0) + 1)
        if (reply.ok) done.push(commandId)
      }),
    ),
  )
  await Promise.all(logs.map((other) => other.close()))
  process.stdout.write(`three instances, 120 commits: ${JSON.stringify([...codes])}\n`)
  expect([...codes.keys()].filter((code) => code !== null && code !== 'UNAVAILABLE')).toEqual([])
  const entries = await log.read(room.auctionId, seq + 1, 1_000)
  const moves = entries.filter(({ entry }) => entry.type === 'SetMoved').map(({ entry }) => entry.cmd)
  expect(moves.toSorted()).toEqual(done.toSorted())
  expect(done.length).toBeGreaterThan(100)
})

test('COMMIT-2 a refusal is never given of a state that another instance has left behind', async () => {
  const room = await Room.running({ log })
  const other = Room.open()
  const pause = { by: 'auctioneer', type: 'PauseAuction', message: '' } as const
  const resume = { by: 'auctioneer', type: 'ResumeAuction' } as const
  for (let i = 0; i < 5; i++) {
    accepted(await other.execute(room.auctionId, pause, { commandId: newId('c') }))
    // This instance still holds the running auction, in which resuming is refused.
    accepted(await log.execute(room.auctionId, resume, { commandId: newId('c') }))
  }
  await other.close()
})

test('COMMIT-3 a revoked paddle, a bought place and a new team’s limit reach the script with the commit', async () => {
  const rules = smallRules({ squad: { min: 1, max: 1 } })
  const room = await Room.running({ log, rules, teams: 3 })
  const hash = () => redis.hgetall(keysOf(AUCTIONS, room.auctionId).state)
  const { seq } = accepted(await room.bid('u0', 1, 10))
  await room.must({ type: 'RevokePaddle', user: 'u2' })
  expect(refusalCode(await room.bid('u2', 1, 15))).toBe('NOT_A_PADDLE')
  await room.must({ type: 'Hammer', lot: 1, bid: seq })
  expect(Object.keys(await hash()).filter((field) => field.startsWith('t:'))).toEqual([])
  await room.must({ type: 'OpenLot', player: 'p1' })
  expect(await room.bid('u0', 2, 10)).toMatchObject({ refusal: { code: 'SQUAD_FULL', detail: { held: 1, max: 1 } } })
  await room.must({ type: 'GrantPaddle', user: 'u0', team: 't2' })
  expect(await room.bid('u0', 2, 10)).toMatchObject({ ok: true })
  expect(await hash()).toMatchObject(hotFields(await room.state()))
})

for (const by of ['script', 'core'] as const)
  test(`COMMIT-4 a lot is not closed early, and closing it from many timers closes it once (bids decided by ${by})`, async () => {
    const rules = smallRules({ clock: { mode: 'clock', lotMs: 150, extendMs: 150 }, bidsDecidedBy: by })
    const room = await Room.running({ log, rules })
    const logs = Array.from({ length: 3 }, () => Room.open())
    const close = (one: LiveLog) =>
      one.execute(room.auctionId, { by: 'system', type: 'CloseLot', lot: 1 }, { commandId: newId('c') })
    expect(refusalCode(await close(log))).toBe('TOO_EARLY')
    const bid = accepted(await room.bid('u0', 1, 10))
    const deadlineMs = (await room.state()).lot?.deadlineMs ?? 0
    expect(deadlineMs).toBeGreaterThanOrEqual(bid.nowMs + 150)

    const replies: LogReply[] = []
    do replies.push(...(await Promise.all(logs.map(close))))
    while (replies.every((reply) => !reply.ok))
    await Promise.all(logs.map((one) => one.close()))
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1)
    expect(replies.find((reply) => reply.ok)?.nowMs).toBeGreaterThanOrEqual(deadlineMs)
    for (const reply of replies)
      if (!reply.ok) expect(['TOO_EARLY', 'NO_LOT', 'UNAVAILABLE']).toContain(refusalCode(reply))
    const sold = (await log.read(room.auctionId, 1, 1_000)).filter(({ entry }) => entry.type === 'LotSold')
    expect(sold).toHaveLength(1)
    expect(refusalCode(await room.bid('u1', 1, 15))).toBe('NO_LOT')
  })

test('BIDLUA-4 where the core decides bids the script leaves them to it, with the same answers', async () => {
  const answers = []
  for (const by of ['script', 'core'] as const) {
    const room = await Room.running({ log, rules: smallRules({ bidsDecidedBy: by }) })
    const keys = keysOf(AUCTIONS, room.auctionId)
    const raw = await redis.gavelBid(
      keys.state,
      keys.log,
      keys.seen,
      keys.channel,
      'u0',
      newId('b'),
      '0123456789ab',
      '1',
      '2',
      '10',
      '',
    )
    expect(raw[0]).toBe(by === 'core' ? 'USE_COMMIT' : 'REFUSED')
    const fresh = Room.open()
    const bid = { epoch: 1, lot: 1, floorTeam: null }
    const replies = [
      // An instance that does not know the rules yet learns of them from the script.
      await fresh.bid(room.auctionId, { ...bid, by: 'u0', amount: 10, commandId: 'the-first' }),
      await room.bid('u0', 1, 10, 'the-first'),
      await room.bid('u1', 1, 10),
      await room.bid('u1', 1, 16),
      await room.bid('u1', 1, 995),
      await room.bid('u1', 1, 15),
      await room.bid('stranger', 1, 20),
      await log.bid(room.auctionId, { ...bid, by: 'auctioneer', amount: 20, floorTeam: 't0', commandId: newId('b') }),
      await room.bid('u0', 1, 0),
    ]
    await fresh.close()
    answers.push(replies.map(({ nowMs: _, ...reply }) => reply))
  }
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]?.filter(({ ok }) => ok)).toHaveLength(4)
})
