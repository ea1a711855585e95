import { type Command, LAKH, type RuleSet, ruleSet } from '@gavel/auction'
import { newId } from '@gavel/db'
import type { CommandReply } from '@gavel/protocol'
import { type SeededAuction, until, type Wire } from '@gavel/testkit'
import { expect, it } from 'vitest'
import { givenRooms } from './given-rooms.ts'

const rooms = givenRooms()

type Ask = Command extends infer C ? (C extends Command ? Omit<C, 'by'> : never) : never

async function tell(auction: SeededAuction, ...asked: Ask[]) {
  const { auctionId, auctioneer } = auction
  for (const one of asked) {
    const command = { ...one, by: auctioneer.userId } as Command
    const reply = await rooms.gavel.log.execute(auctionId, command, { commandId: newId() })
    if (!reply.ok) throw new Error(`${one.type}: ${reply.refusal.code}`)
  }
}
const settled = async (reply: Promise<CommandReply>) => {
  const said = await reply
  return said.ok ? 'ok' : said.code
}

/**
 * Two teams, their owners, the auctioneer and a fan on two servers, and a first player whom the second team had last season.
 * @param begun false: the auctioneer starts it, once everybody sits
 */
async function night(rules: Partial<RuleSet>, begun = true) {
  const auction = await rooms.gavel.seed({ rules, started: false })
  const [first, second] = auction.teams
  if (!first || !second) throw new Error('no teams')
  await tell(auction, { type: 'SetFormerTeams', players: [{ player: 'p1', team: second.teamId }] })
  if (begun) await tell(auction, { type: 'StartAuction' })
  const desk = await rooms.open(auction, auction.auctioneer, 'auctioneer')
  const one = await rooms.open(auction, first.owner, 'paddle')
  const two = await rooms.open(auction, second.owner, 'paddle', 1)
  const fan = await rooms.open(auction, null, 'public', 1)
  return { auction, desk, one, two, fan, first, second }
}

const stageAt = (wire: Wire, is: string) => until(is, () => wire.state?.lot?.stage.is === is)

it('ANSWER-10 the right to match is claimed, raised and kept by paddles, and everybody sees each step', async () => {
  const { desk, one, two, fan, second } = await night({})
  expect(await settled(desk.command({ type: 'OpenLot', player: 'p1' }))).toBe('ok')
  const bid = await one.bid({ amount: 30 * LAKH, lot: 1 })
  expect(await settled(desk.command({ type: 'Hammer', lot: 1, bid: bid.seq }))).toBe('ok')
  await Promise.all([one, two, fan].map((wire) => stageAt(wire, 'match')))
  const claim = { type: 'ClaimMatch', lot: 1, term: null, floorTeam: null } as const
  expect(await settled(fan.act(claim))).toBe('SIGN_IN')
  expect(await settled(one.act(claim))).toBe('NOT_ASKED')
  expect(await settled(one.act({ ...claim, floorTeam: second.teamId }))).toBe('FORBIDDEN')
  expect(await settled(two.bid({ amount: 35 * LAKH, lot: 1 }))).toBe('BIDDING_CLOSED')
  expect(await settled(desk.act({ ...claim, floorTeam: second.teamId }))).toBe('ok')
  expect(await settled(one.act({ type: 'RaiseMatch', lot: 1, amount: 75 * LAKH, floorTeam: null }))).toBe('ok')
  const kept = await two.act({ type: 'KeepMatch', lot: 1, floorTeam: null })
  expect(kept.ok).toBe(true)
  await fan.reaches(kept.seq)
  expect(fan.entries.map(({ type }) => type)).toEqual([
    ...['LotOpened', 'BidPlaced', 'MatchOffered', 'MatchClaimed', 'MatchRaised', 'LotSold'],
  ])
  expect(fan.state?.players.p1?.status).toMatchObject({ team: second.teamId, amount: 75 * LAKH, via: 'match' })
})

it('ANSWER-10, AUD-3 a hidden maximum answers a bid in one step, and no socket is given it', async () => {
  const { desk, one, two, fan, first } = await night({ proxies: true })
  await desk.command({ type: 'OpenLot', player: 'p1' })
  expect(await settled(one.act({ type: 'SetProxy', lot: 1, max: 12_345 * LAKH }))).toBe('LIMIT_EXCEEDED')
  const max = 77 * LAKH
  expect(await settled(one.act({ type: 'SetProxy', lot: 1, max }))).toBe('ok')
  const bid = await two.bid({ amount: 40 * LAKH, lot: 1 })
  expect(bid.ok).toBe(true)
  for (const wire of [desk, one, two, fan]) {
    await wire.reaches(bid.seq)
    expect(wire.state?.lot?.bids.at(-1)).toMatchObject({ team: first.teamId, auto: true })
    expect(JSON.stringify([wire.state, wire.entries])).not.toContain(String(max))
  }
})

it('TIMER-2 a stage ends by itself when its time is up', async () => {
  const match = ruleSet('ipl-2025')?.match ?? null
  const { desk, one, fan, first } = await night({ match: match && { ...match, answerMs: 400 } })
  await desk.command({ type: 'OpenLot', player: 'p1' })
  const bid = await one.bid({ amount: 30 * LAKH, lot: 1 })
  await desk.command({ type: 'Hammer', lot: 1, bid: bid.seq })
  await until('sold', () => fan.state?.players.p1?.status.is === 'sold')
  expect(fan.state?.players.p1?.status).toMatchObject({ team: first.teamId })
  expect(fan.entries.map(({ type }) => type).slice(-3)).toEqual(['MatchOffered', 'MatchDeclined', 'LotSold'])
})

it('TIMER-2 a turn that is missed is taken by the core, and the lots of a board end by their own clocks', async () => {
  const rules: Partial<RuleSet> = {
    ...{ match: null, retention: null, bidsDecidedBy: 'core', openLots: 2 },
    clock: { mode: 'clock', lotMs: 900, extendMs: 300 },
    // Long enough for the first team's answer on a busy machine, and no longer, since the others are waited for.
    nomination: { order: 'straight', turnMs: 2_500 },
  }
  const { desk, fan, one, first, second } = await night(rules, false)
  expect(await settled(desk.command({ type: 'StartAuction' }))).toBe('ok')
  await until('a turn', () => one.state?.turn?.team === first.teamId)
  const nominated = await one.act({ type: 'NominatePlayer', player: 'p2', amount: 30 * LAKH, floorTeam: null })
  expect(nominated.ok).toBe(true)
  const sold = () => fan.entries.filter(({ type }) => type === 'LotSold').length === 3
  // Two turns that are missed, and the clocks of the lots.
  await until('everybody has been up', sold)
  const missed = fan.entries.filter(({ type }) => type === 'TurnMissed')
  expect(missed[0]).toMatchObject({ team: second.teamId })
  expect(fan.state?.board).toEqual([])
})

it('SAY-1, SAY-2, ANSWER-7 the auctioneer’s line reaches everybody at once and pauses nothing, and is in the state of whoever comes after it', async () => {
  const { auction, desk, one, two, fan } = await night({})
  const say = (words: string | null) => ({ type: 'Announce', words }) as const
  const words = 'Five-minute break at nine'
  expect(await settled(one.command(say(words)))).toBe('FORBIDDEN')
  expect(await settled(fan.command(say(words)))).toBe('SIGN_IN')
  for (const wrong of ['', 'two\nlines', 'x'.repeat(201)])
    expect(await settled(desk.command(say(wrong)))).toBe('BAD_MESSAGE')
  await desk.command({ type: 'OpenLot', player: 'p1' })
  const said = await desk.command(say(` ${words} `))
  expect(said.ok).toBe(true)
  await Promise.all([desk, one, two, fan].map((wire) => wire.reaches(said.seq)))
  for (const wire of [desk, one, two, fan]) expect(wire.state?.announcement).toEqual({ words, atMs: said.nowMs })
  expect(fan.entries.at(-1)).toMatchObject({ type: 'Announced', words, by: '', cmd: '' })
  expect(await settled(desk.command(say(words)))).toBe('NOTHING_CHANGES')
  expect(await settled(one.bid({ amount: 30 * LAKH, lot: 1 }))).toBe('ok')
  const late = await rooms.open(auction, null, 'public')
  expect(late.state?.announcement?.words).toBe(words)
  const gone = await desk.command(say(null))
  await late.reaches(gone.seq)
  expect(late.state?.announcement).toBeNull()
})

it('AUTO-5, STAGE-6 a team that is away is answered for, and a fan who comes late is told how it went', async () => {
  const { auction, desk, one, two, second } = await night({})
  expect(
    await settled(two.act({ type: 'SetAutopilot', policy: 'bid', maxima: [{ player: 'p1', max: 34 * LAKH }] })),
  ).toBe('ok')
  await desk.command({ type: 'OpenLot', player: 'p1' })
  await until('its first bid', () => one.state?.lot?.bids.length === 1)
  const bid = await one.bid({ amount: 35 * LAKH, lot: 1 })
  await one.act({ type: 'SetAutopilot', policy: 'pass', maxima: [] })
  expect(
    await settled(two.act({ type: 'SetAutopilot', policy: 'bid', maxima: [{ player: 'p1', max: 39 * LAKH }] })),
  ).toBe('ok')
  await desk.command({ type: 'Hammer', lot: 1, bid: bid.seq })
  await until('sold', () => desk.state?.players.p1?.status.is === 'sold')
  expect(desk.state?.players.p1?.status).toMatchObject({ team: second.teamId, amount: 35 * LAKH, via: 'match' })
  const late = await rooms.open(auction, null, 'public')
  expect(late.state?.lastLot?.story).toMatchObject([{ type: 'MatchOffered' }, { type: 'MatchClaimed', auto: true }])
  expect(JSON.stringify([late.state, desk.state, desk.entries])).not.toContain(String(39 * LAKH))
})

it('BOARD-6, ANSWER-7 on a board the auctioneer’s hand is a bid for the lot that it names, and nobody else’s', async () => {
  const { desk, one, fan, first } = await night({ openLots: 2, bidsDecidedBy: 'core', match: null })
  await desk.command({ type: 'OpenLot', player: 'p1' })
  await desk.command({ type: 'OpenLot', player: 'p2' })
  const hand = { amount: 30 * LAKH, lot: 2, floorTeam: first.teamId }
  expect(await settled(one.bid(hand))).toBe('FORBIDDEN')
  const raised = await desk.bid(hand)
  expect(raised.ok).toBe(true)
  await fan.reaches(raised.seq)
  expect(fan.state?.board.map(({ bids }) => bids.map(({ team, floor }) => [team, floor]))).toEqual([
    [],
    [[first.teamId, true]],
  ])
})
