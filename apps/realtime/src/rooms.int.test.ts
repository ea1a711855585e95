import { type AuctionState, LAKH, stateFor } from '@gavel/auction'
import { addStaff, changeEvent, newId, removeStaff, setAuctionStatus } from '@gavel/db'
import { GENESIS_LINK } from '@gavel/livelog'
import { PUBLIC_FRAME_MS, TAIL_ENTRIES } from '@gavel/protocol'
import { ENDLESS, person, type SeededAuction, until, Wire, wholeLog } from '@gavel/testkit'
import { describe, expect, it } from 'vitest'
import { givenRooms } from './given-rooms.ts'

const rooms = givenRooms()

/** Bids straight into the log, in turn for the two teams, each a step higher. */
async function bids(auction: SeededAuction, count: number, from = 0): Promise<number> {
  let seq = 0
  for (let n = from; n < from + count; n += 1) {
    const by = auction.teams[n % 2]?.owner.userId ?? ''
    const amount = (30 + n) * LAKH
    const bid = { by, commandId: newId(), epoch: 1, lot: 1, amount, floorTeam: null }
    const reply = await rooms.gavel.log.bid(auction.auctionId, bid)
    if (!reply.ok) throw new Error(reply.refusal.code)
    seq = reply.seq
  }
  return seq
}

describe('joining and resuming', () => {
  it('JOIN-1 gives a state first, then entries alone to who comes back', async () => {
    const auction = await rooms.gavel.seed({ rules: ENDLESS })
    const fan = await rooms.open(auction, null, 'public')
    expect(fan.entries).toEqual([])
    fan.socket.io.engine.close()
    const seq = await bids(auction, 30)
    await fan.reaches(seq)
    expect(fan.joins).toBe(2)
    // The entries came, not a state: they follow the ones that were held.
    expect(fan.entries).toHaveLength(30)
    expect(fan.link).toBe((await wholeLog(rooms.gavel, auction.auctionId)).at(-1)?.link)
  })

  it('JOIN-1 gives a state where the gap is wider than the tail, or the link is another', async () => {
    const auction = await rooms.gavel.seed({ players: TAIL_ENTRIES * 2 + 50 })
    const [first] = await rooms.gavel.log.read(auction.auctionId, 1, 1)
    const fan = await rooms.open(auction, null, 'public')
    const { auctionId } = auction
    const ask = (since: number | null, link: string | null) =>
      fan.socket.timeout(5_000).emitWithAck('join', { auctionId, since, link, as: 'public' })
    expect(await ask(1, first?.link ?? '')).toHaveProperty('state')
    expect(await ask(fan.state?.seq ?? 0, GENESIS_LINK)).toHaveProperty('state')
    expect(await ask(9_999_999, fan.link)).toHaveProperty('state')
    expect(await ask(fan.state?.seq ?? 0, fan.link)).toMatchObject({ ok: true, entries: [] })
    const [near] = await rooms.gavel.log.read(auctionId, (fan.state?.seq ?? 0) - 500, 1)
    expect(await ask(near?.seq ?? 0, near?.link ?? '')).toMatchObject({ ok: true, entries: { length: 500 } })
  })

  it('JOIN-1 loses and doubles nothing for those who join in the middle of bidding', async () => {
    const auction = await rooms.gavel.seed({ rules: ENDLESS })
    const bidding = bids(auction, 300)
    const joining: Promise<Wire>[] = []
    for (let n = 0; n < 40; n += 1) {
      joining.push(rooms.open(auction, n % 2 ? null : (auction.teams[0]?.owner ?? null), 'paddle', n % 2))
      await new Promise((resolve) => setImmediate(resolve))
    }
    const joined = await Promise.all(joining)
    const seq = await bidding
    await Promise.all(joined.map((wire) => wire.reaches(seq)))
    expect(new Set(joined.map((wire) => wire.link)).size).toBe(1)
    const { state } = (await rooms.gavel.log.load(auction.auctionId)) ?? {}
    for (const wire of joined) expect(wire.state).toEqual(stateFor('public', state as AuctionState))
  })

  it('ANSWER-6 names the command in the answer and in the entry', async () => {
    const auction = await rooms.gavel.seed({})
    const owner = await rooms.open(auction, auction.teams[0]?.owner ?? null)
    const reply = await owner.bid({ amount: owner.lot.base, commandId: 'my-own-command' })
    await owner.reaches(reply.seq)
    expect(reply).toMatchObject({ ok: true, commandId: 'my-own-command' })
    expect(owner.entries.at(-1)).toMatchObject({ seq: reply.seq, cmd: 'my-own-command' })
  })

  it('JOIN-1 sends nothing more of a room that was left', async () => {
    const auction = await rooms.gavel.seed({ rules: ENDLESS })
    const [fan, other] = [await rooms.open(auction, null, 'public'), await rooms.open(auction, null, 'public')]
    const { auctionId } = auction
    expect(await fan.socket.timeout(5_000).emitWithAck('leave', { auctionId })).toEqual({ ok: true })
    await other.reaches(await bids(auction, 3))
    expect(fan.frames).toBe(0)
  })
})

describe('audiences', () => {
  it('SIGHT-2 pushes a paddle given or taken at once, and shows people to the auctioneer alone', async () => {
    const auction = await rooms.gavel.seed({})
    const newcomer = await person(rooms.gavel.tokens)
    const [page, conductor] = [
      await rooms.open(auction, newcomer, 'paddle'),
      await rooms.open(auction, auction.auctioneer, 'auctioneer'),
    ]
    expect(page.you).toEqual({ userId: newcomer.userId, audience: 'public', team: null })
    expect(page.state?.paddles).toEqual({})
    expect(conductor.you?.audience).toBe('auctioneer')
    expect(Object.keys(conductor.state?.paddles ?? {})).toHaveLength(2)
    const give = { type: 'GrantPaddle', user: newcomer.userId, team: 't2', by: 'somebody' } as const
    await rooms.gavel.log.execute(auction.auctionId, give, { commandId: newId() })
    await until('the paddle is there', () => page.you?.audience === 'paddle' && page.you.team === 't2')
    const bid = await page.bid({ amount: page.lot.base })
    expect(bid).toMatchObject({ ok: true })
    await Promise.all([page, conductor].map((wire) => wire.reaches(bid.seq)))
    expect(page.entries.at(-1)).toMatchObject({ type: 'BidPlaced', by: '' })
    expect(conductor.entries.at(-1)).toMatchObject({ type: 'BidPlaced', by: newcomer.userId })
    expect(page.entries.map(({ type }) => type)).toEqual(['Hidden', 'BidPlaced'])
    const take = { type: 'RevokePaddle', user: newcomer.userId, by: 'somebody' } as const
    await rooms.gavel.log.execute(auction.auctionId, take, { commandId: newId() })
    await until('the paddle is gone', () => page.you?.audience === 'public' && page.you.team === null)
    expect(await page.bid({ amount: page.lot.base })).toMatchObject({ code: 'NOT_A_PADDLE' })
  })

  it('SIGHT-3 gives who is made the auctioneer the state of one, and takes it back', async () => {
    const auction = await rooms.gavel.seed({})
    const { owner } = auction.teams[0] ?? { owner: null }
    const page = await rooms.open(auction, owner, 'auctioneer')
    expect(page.you?.audience).toBe('paddle')
    await addStaff(rooms.gavel.mongo, auction.eventId, 'auctioneer', owner?.userId ?? '')
    await until('it is the auctioneer', () => page.you?.audience === 'auctioneer' && page.rewinds === 1)
    expect(Object.keys(page.state?.paddles ?? {})).toHaveLength(2)
    await removeStaff(rooms.gavel.mongo, auction.eventId, 'auctioneer', owner?.userId ?? '')
    await until('it is not any more', () => page.you?.audience === 'paddle' && page.rewinds === 2)
    expect(page.state?.paddles).toEqual({})
  })

  it('SIGHT-4 opens a private room to people with a role alone', async () => {
    const auction = await rooms.gavel.seed({ rehearsal: false })
    await changeEvent(rooms.gavel.mongo, auction.eventId, { shows: { listed: true, pool: true, room: false } })
    const { owner } = auction.teams[0] ?? { owner: null }
    expect((await rooms.open(auction, owner, 'paddle')).you?.audience).toBe('paddle')
    for (const outsider of [null, await person(rooms.gavel.tokens)]) {
      using page = new Wire(rooms.gavel.realtimes[0]?.url ?? '', auction, outsider, 'public')
      expect(await page.join()).toMatchObject({ ok: false, code: 'FORBIDDEN' })
      expect(page.state).toBeNull()
    }
  })

  it('SIGHT-5 keeps the players from outsiders until the start where the event wants it so, and gives them whole then', async () => {
    const auction = await rooms.gavel.seed({ started: false, rehearsal: false })
    const { auctionId } = auction
    await changeEvent(rooms.gavel.mongo, auction.eventId, { shows: { listed: true, pool: false, room: true } })
    const does = (command: Parameters<typeof rooms.gavel.log.execute>[1]) =>
      rooms.gavel.log.execute(auctionId, command, { commandId: newId() })
    const fan = await rooms.open(auction, null, 'public')
    const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer')
    const poolOf = (wire: Wire) => Object.keys(wire.state?.players ?? {})
    expect([poolOf(fan), fan.state?.sets, poolOf(conductor)]).toEqual([[], [], [...auction.players]])
    await does({ type: 'SetPurse', team: 't1', purse: 9_000 * LAKH, by: 'system' })
    await until('the purse is known', () => fan.state?.teams.t1?.purse === 9_000 * LAKH)
    fan.socket.io.engine.close()
    await until('it is back', () => fan.joins === 2)
    await does({ type: 'RetainPlayer', player: 'p1', team: 't1', amount: 500 * LAKH, by: 'system' })
    await until('the retained one is known', () => poolOf(fan).length === 1)
    expect(fan.entries).toEqual([])
    await does({ type: 'StartAuction', by: 'system' })
    await until('it has started', () => fan.state?.phase.is === 'running')
    expect(fan.state).toEqual(stateFor('public', conductor.state as AuctionState))
    await does({ type: 'OpenLot', player: 'p2', by: 'system' })
    await until('the lot is open', () => fan.entries.at(-1)?.type === 'LotOpened')
    fan.socket.io.engine.close()
    await until('it is back again', () => fan.joins === 3)
    expect(fan.state).toEqual(stateFor('public', conductor.state as AuctionState))
  })

  it('WIRE-3 heeds a role that was taken, for each command', async () => {
    const auction = await rooms.gavel.seed({})
    const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer')
    expect(await conductor.command({ type: 'PauseAuction', message: '' })).toMatchObject({ ok: true })
    expect(await conductor.command({ type: 'ResumeAuction' })).toMatchObject({ ok: true })
    await removeStaff(rooms.gavel.mongo, auction.eventId, 'auctioneer', auction.auctioneer.userId)
    await until('it counts', async () => {
      const reply = await conductor.command({ type: 'CallGoing', lot: 1, call: 2, bid: null })
      return !reply.ok && reply.code === 'FORBIDDEN'
    })
  })

  it('SEND-4 tells who is there, the teams to the auctioneer alone', async () => {
    const auction = await rooms.gavel.seed({})
    const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer')
    const fan = await rooms.open(auction, null, 'public')
    const heard: unknown[][] = [[], []]
    conductor.socket.on('presence', (message) => heard[0]?.push(message))
    fan.socket.on('presence', (message) => heard[1]?.push(message))
    await rooms.open(auction, auction.teams[0]?.owner ?? null)
    const { auctionId } = auction
    await until('it was told', () => heard.every((each) => each.length > 0))
    expect(heard[0]?.at(-1)).toEqual({ auctionId, watching: 3, teams: { t1: 1 } })
    expect(heard[1]?.at(-1)).toEqual({ auctionId, watching: 3, teams: {} })
  })

  it('SEND-1 gathers what the public gets, and keeps bidders at once', async ({ annotate }) => {
    const auction = await rooms.gavel.seed({ rules: ENDLESS })
    const fan = await rooms.open(auction, null, 'public')
    const paddle = await rooms.open(auction, auction.teams[0]?.owner ?? null)
    const seq = await bids(auction, 200)
    await Promise.all([fan, paddle].map((wire) => wire.reaches(seq)))
    expect(paddle.frames).toBeGreaterThan(fan.frames)
    const arrivals = [...fan.arrivedAtMs.values()]
    const spanMs = (arrivals.at(-1) ?? 0) - (arrivals[0] ?? 0)
    expect(fan.frames).toBeLessThanOrEqual(Math.ceil(spanMs / PUBLIC_FRAME_MS) + 2)
    await annotate(`200 entries in ${paddle.frames} frames to a bidder, ${fan.frames} to the public`)
  })
})

describe('the clock and the figures', () => {
  it('TIMER-1 closes a lot once when its time is up, whichever server is first', async () => {
    const clock = { mode: 'clock', lotMs: 700, extendMs: 400 } as const
    const auction = await rooms.gavel.seed({ rules: { clock }, started: false })
    const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer', 0)
    const owner = await rooms.open(auction, auction.teams[0]?.owner ?? null, 'paddle', 1)
    await conductor.command({ type: 'StartAuction' })
    const opened = await conductor.command({ type: 'OpenLot', player: 'p1' })
    await owner.reaches(opened.seq)
    const bid = await owner.bid({ amount: owner.lot.base })
    expect(bid).toMatchObject({ ok: true })
    await until('it is sold', () => owner.state?.lastLot)
    expect(owner.state?.lastLot?.sold).toMatchObject({ team: 't1', seq: bid.seq })
    const second = await conductor.command({ type: 'OpenLot', player: 'p2' })
    expect(second).toMatchObject({ ok: true })
    await until('nobody wants him', () => owner.state?.lastLot?.lot === 2)
    const closes = (await wholeLog(rooms.gavel, auction.auctionId)).filter(({ entry }) =>
      /^Lot(Uns|S)old$/.test(entry.type),
    )
    expect(closes.map(({ entry }) => [entry.type, entry.by])).toEqual([
      ['LotSold', 'system'],
      ['LotUnsold', 'system'],
    ])
  })

  it('TIMER-1 closes a lot that nobody watches', async () => {
    const clock = { mode: 'clock', lotMs: 300, extendMs: 300 } as const
    const auction = await rooms.gavel.seed({ rules: { clock } })
    await setAuctionStatus(rooms.gavel.mongo, auction.auctionId, 'running')
    const state = async () => (await rooms.gavel.log.load(auction.auctionId))?.state
    await until('the lot is closed', async () => (await state())?.lastLot?.lot === 1)
  })

  it('SEND-1 reaches 200 clients of two servers within a moment', async ({ annotate }) => {
    const auction = await rooms.gavel.seed({ rules: ENDLESS })
    const clients = await Promise.all(
      Array.from({ length: 200 }, (_, n) =>
        rooms.open(auction, n % 10 ? null : (auction.teams[n % 2]?.owner ?? null), 'paddle', n % 2),
      ),
    )
    const [one, two] = [
      await rooms.open(auction, auction.teams[0]?.owner ?? null),
      await rooms.open(auction, auction.teams[1]?.owner ?? null),
    ]
    const latencies: Record<'paddle' | 'public', number[]> = { paddle: [], public: [] }
    for (let n = 0; n < 20; n += 1) {
      const sentMs = performance.now()
      const reply = await (n % 2 ? two : one).bid({ amount: (30 + n) * LAKH })
      expect(reply).toMatchObject({ ok: true })
      await Promise.all(clients.map((wire) => wire.reaches(reply.seq)))
      for (const { you, arrivedAtMs } of clients) {
        const took = (arrivedAtMs.get(reply.seq) ?? Infinity) - sentMs
        latencies[you?.audience === 'paddle' ? 'paddle' : 'public'].push(took)
      }
    }
    for (const [audience, took] of Object.entries(latencies)) {
      took.sort((a, b) => a - b)
      const [middle = Infinity, most = Infinity] = [0.5, 0.99].map(
        (share) => took[Math.floor((took.length - 1) * share)],
      )
      expect(most).toBeLessThan(3_000)
      await annotate(`click to 200 clients, ${audience}: median ${middle.toFixed(1)} ms, p99 ${most.toFixed(1)} ms`)
    }
  })
})
