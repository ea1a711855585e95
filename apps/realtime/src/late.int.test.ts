import { LAKH } from '@gavel/auction'
import { changeEvent, newId, setAuctionStatus } from '@gavel/db'
import type { FanReply, GuessesMessage, JoinReply, ReactionsMessage } from '@gavel/protocol'
import { ENDLESS, person, type SeededAuction, until, type Wire } from '@gavel/testkit'
import { expect, it } from 'vitest'
import { givenRooms } from './given-rooms.ts'

const DELAY_MS = 3_000

const rooms = givenRooms()

const delayed = (delayMs = DELAY_MS) => rooms.gavel.seed({ rules: ENDLESS, delayMs, rehearsal: false })
const ownerOf = (auction: SeededAuction, n = 0) => auction.teams[n]?.owner ?? null

/** When an entry was stamped, by the store's clock. */
const stampOf = async ({ auctionId }: SeededAuction, seq: number) =>
  (await rooms.gavel.log.read(auctionId, seq, 1))[0]?.entry.atMs ?? 0

/** Waits until a fan has been shown the opened lot, which the seed has only just written. */
const seesLot = (wire: Wire) => until('the lot is shown', () => wire.state?.lot ?? null)

it('LATE-1, LATE-3 whoever bids or conducts sees a bid at once, the public once it has the age', async () => {
  const auction = await delayed()
  const owner = await rooms.open(auction, ownerOf(auction), 'paddle')
  const conductor = await rooms.open(auction, auction.auctioneer, 'auctioneer', 1)
  const fans = [await rooms.open(auction, null, 'public'), await rooms.open(auction, null, 'public', 1)]
  expect([owner, conductor, ...fans].map(({ delayMs }) => delayMs)).toEqual([0, 0, DELAY_MS, DELAY_MS])
  const { seq } = await owner.bid({ amount: owner.lot.base })
  await Promise.all([owner.reaches(seq), conductor.reaches(seq)])
  expect(fans.map(({ state }) => (state?.seq ?? 0) < seq)).toEqual([true, true])
  await Promise.all(fans.map((fan) => fan.reaches(seq)))
  expect((await rooms.gavel.log.now()) - (await stampOf(auction, seq))).toBeGreaterThanOrEqual(DELAY_MS)
  expect(fans.map(({ rewinds }) => rewinds)).toEqual([0, 0])
  expect(fans[0]?.state?.lot?.bids).toMatchObject([{ team: 't1', amount: owner.lot.base }])
})

it('LATE-3 whoever comes back is given only what has the age, from where they stand', async () => {
  const auction = await delayed()
  const owner = await rooms.open(auction, ownerOf(auction), 'paddle')
  const fan = await rooms.open(auction, null, 'public')
  const first = await owner.bid({ amount: owner.lot.base })
  await fan.reaches(first.seq)
  const rival = await rooms.open(auction, ownerOf(auction, 1), 'paddle')
  const { seq } = await rival.bid({ amount: owner.lot.base + LAKH })
  fan.socket.io.engine.close()
  await until('it is back', () => fan.joins === 2)
  expect([fan.state?.seq, fan.rewinds]).toEqual([first.seq, 0])
  await fan.reaches(seq)
  // The entry came by itself: no state replaced what was held.
  expect(fan.entries.at(-1)).toMatchObject({ type: 'BidPlaced', seq })
})

it('LATE-3 a server that starts in the middle shows the same past', async () => {
  const auction = await delayed(6_000)
  const owner = await rooms.open(auction, ownerOf(auction), 'paddle', 1)
  const fan = await rooms.open(auction, null, 'public')
  await rooms.gavel.realtimes[0]?.program.kill()
  const { seq } = await owner.bid({ amount: owner.lot.base })
  await rooms.gavel.realtimes[0]?.program.start()
  await until('it is back', () => fan.joins === 2)
  const ageMs = async () => (await rooms.gavel.log.now()) - (await stampOf(auction, seq))
  // A server that takes its time to start may find the bid of age.
  const shown = (fan.state?.seq ?? 0) >= seq
  expect(shown && (await ageMs()) < 6_000).toBe(false)
  await fan.reaches(seq, 20_000)
  expect(await ageMs()).toBeGreaterThanOrEqual(6_000)
})

it('LATE-4 clocks run for the public as they ran in the hall', async () => {
  const clock = { mode: 'clock', lotMs: 60_000, extendMs: 10_000 } as const
  const auction = await rooms.gavel.seed({ rules: { clock }, delayMs: DELAY_MS })
  await setAuctionStatus(rooms.gavel.mongo, auction.auctionId, 'running')
  const fan = await rooms.open(auction, null, 'public')
  await seesLot(fan)
  const { deadlineMs } = fan.lot
  const { auctionId } = auction
  const [{ nowMs }, joined, storeMs] = [
    await fan.socket.timeout(5_000).emitWithAck('clock'),
    await fan.socket.timeout(5_000).emitWithAck('join', { auctionId, since: null, link: null, as: 'public' }),
    await rooms.gavel.log.now(),
  ]
  expect(storeMs - nowMs).toBeGreaterThanOrEqual(DELAY_MS - 100)
  expect(joined).toMatchObject({ ok: true, delayMs: DELAY_MS })
  expect(storeMs - joined.nowMs).toBeGreaterThanOrEqual(DELAY_MS - 100)
  // The lot is shown from its opening on, with all of its time.
  expect((deadlineMs ?? 0) - nowMs).toBeLessThanOrEqual(60_000)
  expect((deadlineMs ?? 0) - nowMs).toBeGreaterThan(60_000 - DELAY_MS)
})

it('LATE-5 who is given a paddle moves to the present with it, and back without it', async () => {
  const auction = await delayed()
  const owner = ownerOf(auction, 1)
  const does = (command: Parameters<typeof rooms.gavel.log.execute>[1]) =>
    rooms.gavel.log.execute(auction.auctionId, command, { commandId: newId() })
  const wire = await rooms.open(auction, owner, 'paddle')
  expect([wire.delayMs, wire.you?.team]).toEqual([0, 't2'])
  const user = owner?.userId ?? ''
  const taken = await does({ type: 'RevokePaddle', user, by: 'system' })
  await until('the past', () => wire.delayMs === DELAY_MS)
  expect(wire.you).toMatchObject({ audience: 'public', team: null })
  expect(wire.state?.seq).toBeLessThan(taken.seq)
  const given = await does({ type: 'GrantPaddle', user, team: 't2', by: 'system' })
  await until('the present', () => wire.delayMs === 0)
  expect(wire.you).toMatchObject({ audience: 'paddle', team: 't2' })
  expect(wire.state?.seq).toBe(given.seq)
})

it('LATE-5 what the organiser sets counts within seconds for those who watch', async () => {
  const auction = await delayed(0)
  const owner = await rooms.open(auction, ownerOf(auction), 'paddle')
  const fan = await rooms.open(auction, null, 'public')
  const overlay = await rooms.open(auction, auction.auctioneer, 'public')
  const set = (delayMs: number) => changeEvent(rooms.gavel.mongo, auction.eventId, { delayMs })
  const { seq } = await owner.bid({ amount: owner.lot.base })
  await Promise.all([owner, fan, overlay].map((wire) => wire.reaches(seq)))
  await set(20_000)
  await until('it is late', () => fan.delayMs === 20_000)
  expect(fan.state?.seq).toBeLessThan(seq)
  await set(1_000)
  await until('it is less late', () => fan.delayMs === 1_000)
  await fan.reaches(seq)
  await set(0)
  await until('it is not late', () => fan.delayMs === 0)
  expect([owner.delayMs, overlay.delayMs, owner.rewinds]).toEqual([0, 0, 0])
  await until('clocks are right', async () => {
    const { nowMs } = await fan.socket.timeout(5_000).emitWithAck('clock')
    return Math.abs((await rooms.gavel.log.now()) - nowMs) < 500
  })
})

it('LATE-5 a page for strangers is late whoever has opened it', async () => {
  const auction = await delayed()
  const wire = await rooms.open(auction, auction.auctioneer, 'public')
  expect(wire.delayMs).toBe(0)
  const message = { auctionId: auction.auctionId, since: null, link: null, as: 'public', late: true } as const
  const reply: JoinReply = await wire.socket.timeout(5_000).emitWithAck('join', message)
  expect(reply).toMatchObject({ ok: true, delayMs: DELAY_MS, you: { audience: 'public' } })
})

it('LATE-6 what somebody without a paddle is answered tells nothing of the present', async () => {
  const auction = await delayed(20_000)
  const owner = await rooms.open(auction, ownerOf(auction), 'paddle')
  const stranger = await rooms.open(auction, auction.auctioneer, 'public', 1)
  const fan = await rooms.open(auction, null, 'public')
  const late = fan.state?.seq
  const signedIn = await rooms.open(auction, await person(rooms.gavel.tokens), 'public')
  const { seq } = await owner.bid({ amount: owner.lot.base })
  await Promise.all([owner.reaches(seq), stranger.reaches(seq)])
  for (const lot of [1, 2]) {
    expect(await signedIn.bid({ lot, amount: 9 * LAKH })).toMatchObject({ code: 'NOT_A_PADDLE', seq: late })
    expect(await fan.bid({ lot, amount: 9 * LAKH })).toMatchObject({ code: 'SIGN_IN', seq: late })
  }
  const act = await signedIn.act({ type: 'KeepMatch', lot: 1, floorTeam: null })
  const command = await signedIn.command({ type: 'PauseAuction', message: '' })
  const nonsense = await fan.send('bid', { auctionId: auction.auctionId })
  expect([act, command, nonsense].map((reply) => [!reply.ok && reply.code, reply.seq])).toEqual([
    ['NOT_A_PADDLE', late],
    ['FORBIDDEN', late],
    ['BAD_MESSAGE', late],
  ])
  expect((await rooms.gavel.log.now()) - nonsense.nowMs).toBeGreaterThan(19_000)
})

it('LATE-7 reactions stay with those who are shown the same moment', async () => {
  const auction = await delayed()
  const heard: ReactionsMessage['counts'][][] = []
  const all = [
    await rooms.open(auction, auction.auctioneer, 'auctioneer'),
    await rooms.open(auction, null, 'public'),
    await rooms.open(auction, null, 'public'),
  ]
  all.forEach((wire, n) => {
    heard[n] = []
    wire.socket.on('reactions', ({ counts }) => heard[n]?.push(counts))
  })
  const { auctionId } = auction
  await all[0]?.socket.timeout(5_000).emitWithAck('react', { auctionId, kind: 'wow' })
  await all[1]?.socket.timeout(5_000).emitWithAck('react', { auctionId, kind: 'clap' })
  await until('reactions', () => heard.every((each) => each.length > 0))
  expect(heard).toEqual([[{ wow: 1 }], [{ clap: 1 }], [{ clap: 1 }]])
})

it('LATE-8 a guess counts that came before the first call in the hall, and that is told with the outcome alone', async () => {
  const auction = await rooms.gavel.seed({ delayMs: DELAY_MS })
  const desk = await rooms.open(auction, auction.auctioneer, 'auctioneer')
  const [early, knowing] = [await rooms.open(auction, null, 'public'), await rooms.open(auction, null, 'public', 1)]
  const told: GuessesMessage[][] = [[], [], []]
  ;[desk, early, knowing].forEach((wire, n) => {
    wire.socket.on('guesses', (message) => told[n]?.push(message))
  })
  const guess = async (wire: Wire, amount: number, name: string) => {
    const message = { auctionId: auction.auctionId, lot: 1, amount: amount * LAKH, name }
    const reply: FanReply = await wire.socket.timeout(5_000).emitWithAck('guess', message)
    return reply.ok ? 'ok' : reply.code
  }
  await Promise.all([seesLot(early), seesLot(knowing)])
  expect(await guess(early, 70, 'Asha')).toBe('ok')
  const bid = await desk.bid({ amount: 40 * LAKH, floorTeam: 't1' })
  await desk.command({ type: 'CallGoing', lot: 1, call: 1, bid: bid.seq })
  const sold = await desk.command({ type: 'Hammer', lot: 1, bid: bid.seq })
  expect(sold).toMatchObject({ ok: true })
  expect(await guess(desk, 40, 'Desk')).toBe('GUESS_CLOSED')
  expect(await guess(knowing, 40, 'Knowing')).toBe('ok')
  await until('the outcome, late', () => told.every((each) => each.length > 0))
  const outcome = { lot: 1, price: 40 * LAKH, count: 1, best: [{ name: 'Asha', amount: 70 * LAKH }] }
  expect(told.map(([message]) => message)).toEqual([
    { ...outcome, auctionId: auction.auctionId, yours: null },
    { ...outcome, auctionId: auction.auctionId, yours: { place: 1, amount: 70 * LAKH } },
    { ...outcome, auctionId: auction.auctionId, yours: null },
  ])
  expect(await guess(early, 40, 'Asha')).toBe('GUESS_CLOSED')
})
