// Rooms that go on by themselves: turns, boards and hidden maxima over real sockets, two servers and the real log.
import { ruleSet } from '@gavel/auction'
import { type Gavel, until, type Wire, wholeLog } from '@gavel/testkit'
import { expect, it } from 'vitest'
import { givenRooms } from './given-rooms.ts'

const rooms = givenRooms()

type Seeded = Awaited<ReturnType<Gavel['seed']>>

/** The auctioneer and every owner, each at the server that is next. */
async function seated(auction: Seeded): Promise<[conductor: Wire, ...owners: Wire[]]> {
  const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer')
  const owners = await Promise.all(auction.teams.map(({ owner }, n) => rooms.open(auction, owner, 'paddle', n % 2)))
  return [conductor, ...owners]
}

const SOON = { mode: 'clock', lotMs: 4_000, extendMs: 1_000 } as const
const fantasy = ruleSet('fantasy-200') ?? expect.fail('there are fantasy rooms')

it('TURN-4, PROXY-2, TIMER-2 a fantasy room plays to its end by its clocks alone, and shows no hidden maximum', async () => {
  const auction = await rooms.gavel.seed({
    rules: {
      ...{ ...fantasy, clock: SOON, squad: { min: 1, max: 1 } },
      nomination: { order: 'snake', turnMs: 4_000 },
    },
    ...{ teams: 3, players: 3, started: false },
  })
  const [conductor, one, two, three] = await seated(auction)
  if (!one || !two || !three) return expect.fail('three teams sit')
  await conductor.command({ type: 'StartAuction' })
  await until('the first team’s turn', () => one.state?.turn?.team === 't1')
  const named = await one.act({ type: 'NominatePlayer', player: 'p2', amount: 100, floorTeam: null })
  expect(named).toMatchObject({ ok: true })
  await two.reaches(named.seq)
  expect(await two.act({ type: 'SetProxy', lot: 1, max: 4_321 })).toMatchObject({ ok: true })
  expect(await three.act({ type: 'SetProxy', lot: 1, max: 2_500 })).toMatchObject({ ok: true })
  await until('everybody has bought', () => conductor.state?.lotCount === 3 && conductor.state.lot === null, 60_000)
  const { state } = (await rooms.gavel.log.load(auction.auctionId)) ?? expect.fail('the log is there')
  expect(Object.values(state.players).map(({ status }) => status)).toMatchObject([
    { is: 'sold', team: 't3', amount: 100 },
    { is: 'sold', team: 't2', amount: 2_600 },
    { is: 'sold', team: 't1', amount: 100 },
  ])
  expect(state.turn).toBeNull()
  const log = (await wholeLog(rooms.gavel, auction.auctionId)).map(({ entry }) => entry)
  expect(log.flatMap((entry) => (entry.type === 'TurnMissed' ? [entry.team] : []))).toEqual(['t3', 't1'])
  for (const wire of rooms.wires) {
    await wire.reaches(state.seq)
    expect(JSON.stringify([wire.entries, wire.state])).not.toContain('4321')
  }
})

it('AUTO-2, PROXY-7 an autopilot answers a bid in the same step, though the store decides bids by itself until then', async () => {
  const auction = await rooms.gavel.seed({ teams: 2 })
  const [, one, two] = await seated(auction)
  if (!one || !two) return expect.fail('two teams sit')
  const { base } = one.lot
  expect(await one.bid({ amount: base })).toMatchObject({ ok: true })
  const listed = await two.act({ type: 'SetAutopilot', policy: 'bid', maxima: [{ player: 'p1', max: base * 3 }] })
  expect(listed).toMatchObject({ ok: true })
  await one.reaches(listed.seq)
  expect(one.lot.bids.at(-1)).toMatchObject({ team: 't2', auto: true })
  const higher = await one.bid({ amount: base * 2 })
  expect(higher).toMatchObject({ ok: true })
  await two.reaches(higher.seq)
  expect(two.lot.bids.slice(-2)).toMatchObject([
    { team: 't1', amount: base * 2 },
    { team: 't2', auto: true },
  ])
  const [mine, answer] = (await wholeLog(rooms.gavel, auction.auctionId)).map(({ entry }) => entry).slice(-2)
  expect([mine?.cmd, mine?.atMs]).toEqual([answer?.cmd, answer?.atMs])
})

it('BOARD-2, BOARD-3, TIMER-2 the lots of a board end each by its own clock, and money is kept for all of them', async () => {
  const auction = await rooms.gavel.seed({
    rules: { ...fantasy, clock: SOON, squad: { min: 2, max: 4 }, nomination: null, openLots: 3 },
    ...{ teams: 2, players: 3, started: false },
  })
  const [conductor, one, two] = await seated(auction)
  if (!one || !two) return expect.fail('two teams sit')
  await conductor.command({ type: 'StartAuction' })
  for (const player of auction.players)
    expect(await conductor.command({ type: 'OpenLot', player })).toMatchObject({ ok: true })
  expect(await one.bid({ lot: 1, amount: 15_000 })).toMatchObject({ ok: true })
  expect(await one.bid({ lot: 2, amount: 5_100 })).toMatchObject({ ok: false, code: 'LIMIT_EXCEEDED' })
  const last = await two.bid({ lot: 3, amount: 100 })
  expect(last).toMatchObject({ ok: true })
  await until('every lot has ended', () => two.state?.board.length === 0 && two.state.lotCount === 3)
  expect(two.state?.players).toMatchObject({
    p1: { status: { is: 'sold', team: 't1', amount: 15_000 } },
    p2: { status: { is: 'unsold' } },
    p3: { status: { is: 'sold', team: 't2', amount: 100 } },
  })
})
