import { describe, expect, test } from 'vitest'
import { type Audience, entryFor, stateFor } from './audience.ts'
import { fold } from './evolve.ts'
import { OPEN_MATCH, type Room, scheduledRoom } from './given.ts'
import { askedTeams } from './match.ts'
import type { MatchRule, RuleSet } from './rule-set.ts'
import { sealOf } from './seal.ts'

const NO_RAISE: MatchRule = { ...OPEN_MATCH, raiseGrid: null }

type Policy = 'off' | 'pass' | 'bid'
/** What a team's owner says before leaving: `max` for p1, or nothing of him. */
const leaves = (room: Room, user: string, policy: Policy, max?: number) =>
  room.does({
    ...{ type: 'SetAutopilot', by: user, policy },
    maxima: [{ player: 'p2', max: 900 }, ...(max === undefined ? [] : [{ player: 'p1', max }])],
  })
const hammer = (room: Room) => room.does({ type: 'Hammer', lot: 1, bid: room.lot.bids.at(-1)?.seq ?? 0 })
const raise = (room: Room, amount: number) => room.does({ type: 'RaiseMatch', lot: 1, amount, floorTeam: 't2' })
const status = (room: Room) => room.state.players.p1?.status
const last = (room: Room, count: number) =>
  room.entries.slice(-count).map(({ type, auto }) => (auto ? `${type} auto` : type))

/** p1, whom t1 had last season, is up; t2 leads by hand or by its list, and whoever is away left before the start. */
function led(rules: Partial<RuleSet>, before: (room: Room) => unknown, amount = 100): Room {
  const room = scheduledRoom({ match: OPEN_MATCH, ...rules })
  room.does({ type: 'SetFormerTeams', players: [{ player: 'p1', team: 't1' }] })
  before(room)
  room.does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' })
  expect(room.bid('t2', amount) && room.bid('t3', amount - 10)).toBeNull()
  expect(room.lot.bids.at(-1)).toMatchObject({ team: 't2', amount })
  return room
}

describe('the right to match', () => {
  test('AUTO-5 who passes declines in the step of the hammer, and keeps the card', () => {
    const room = hammer(led({}, (before) => leaves(before, 'u1', 'pass', 900)))
    expect(last(room, 3)).toEqual(['MatchOffered', 'MatchDeclined auto', 'LotSold auto'])
    expect(status(room)).toMatchObject({ team: 't2', amount: 100, via: 'hammer' })
    expect(room.state.teams.t1?.cardsLost).toBe(0)
  })

  test('AUTO-5 who bids by a list declines whom it does not name, and a price above its maximum', () => {
    for (const max of [undefined, 99])
      expect(status(hammer(led({}, (before) => leaves(before, 'u1', 'bid', max))))).toMatchObject({ team: 't2' })
  })

  test('AUTO-5 a price within the maximum is matched, where the next one was beyond it', () => {
    const room = hammer(led({ match: NO_RAISE }, (before) => leaves(before, 'u1', 'bid', 105)))
    expect(last(room, 3)).toEqual(['MatchOffered', 'MatchClaimed auto', 'LotSold auto'])
    expect(status(room)).toMatchObject({ team: 't1', amount: 100, via: 'match' })
  })

  test('AUTO-5 a card that must promise something promises the first of its terms', () => {
    const terms = ['one season', 'two seasons']
    const room = hammer(led({ match: { ...NO_RAISE, terms } }, (before) => leaves(before, 'u1', 'bid', 105)))
    expect(room.entries.at(-2)).toMatchObject({ type: 'MatchClaimed', team: 't1', term: 'one season' })
  })

  test('AUTO-5 a raise within the maximum is matched too, and one beyond it is not', () => {
    const holder = () =>
      hammer(led({ match: { ...OPEN_MATCH, raiseGrid: 2 } }, (before) => leaves(before, 'u1', 'bid', 134), 130))
    const room = holder()
    expect(last(room, 2)).toEqual(['MatchOffered', 'MatchClaimed auto'])
    expect(askedTeams(room.state, room.lot)).toEqual(['t2'])
    expect(status(raise(room, 134))).toMatchObject({ team: 't1', amount: 134, via: 'match' })
    const beyond = raise(holder(), 136)
    expect(last(beyond, 3)).toEqual(['MatchRaised', 'MatchDeclined auto', 'LotSold auto'])
    expect(status(beyond)).toMatchObject({ team: 't2', amount: 136, via: 'hammer' })
  })

  test('AUTO-5 what the team cannot pay it declines, whatever its list says', () => {
    const poor = (before: Room) => {
      before.does({ type: 'SetPurse', team: 't1', purse: 150 })
      leaves(before, 'u1', 'bid', 900)
    }
    const room = raise(hammer(led({ match: { ...OPEN_MATCH, raiseGrid: 2 } }, poor, 130)), 132)
    expect(last(room, 3)).toEqual(['MatchRaised', 'MatchDeclined auto', 'LotSold auto'])
  })

  test('AUTO-5 a leader who is away raises once, to the highest price within its maximum and its limit', () => {
    const claimed = (policy: Policy, max?: number, purse = 1_000) =>
      hammer(led({}, (before) => leaves(before.does({ type: 'SetPurse', team: 't2', purse }), 'u2', policy, max))).does(
        { type: 'ClaimMatch', lot: 1, term: null, floorTeam: 't1' },
      )
    const raised = claimed('bid', 190)
    expect(raised.entries.at(-1)).toMatchObject({ type: 'MatchRaised', team: 't2', amount: 175, auto: true })
    expect(claimed('bid', 190, 160).entries.at(-1)).toMatchObject({ type: 'MatchRaised', amount: 125 })
    for (const kept of [claimed('bid', 124), claimed('bid'), claimed('pass', 190)])
      expect(status(kept)).toMatchObject({ team: 't1', amount: 100, via: 'match' })
  })

  test('AUTO-5 a maximum left on the lot itself goes before the policy’s', () => {
    const room = led({ match: NO_RAISE, proxies: true }, (before) => leaves(before, 'u1', 'pass'))
    room.does({ type: 'SetProxy', lot: 1, max: 125, by: 'u1' })
    expect(room.bid('t2', 120)).toBeNull()
    expect(status(hammer(room))).toMatchObject({ team: 't1', amount: 120, via: 'match' })
  })

  test('AUTO-5 a policy that is stated while the team is asked answers then, in a pause with the resume', () => {
    const waiting = () => hammer(led({}, () => {}))
    expect(askedTeams(waiting().state, waiting().lot)).toEqual(['t1'])
    expect(last(leaves(waiting(), 'u1', 'pass'), 4).slice(1)).toEqual([
      ...['AutopilotSet', 'MatchDeclined auto', 'LotSold auto'],
    ])
    const paused = leaves(waiting().does({ type: 'PauseAuction', message: '' }), 'u1', 'bid', 100)
    expect(last(paused, 1)).toEqual(['AutopilotSet'])
    expect(last(paused.does({ type: 'ResumeAuction' }), 2)).toEqual(['AuctionResumed', 'MatchClaimed auto'])
  })
})

describe('the tie-break', () => {
  const TIE: Partial<RuleSet> = {
    ...{ match: null, purse: 400, squad: { min: 1, max: 4 } },
    tieBreak: { inviteMs: 20_000, sealMs: 60_000, revealMs: 30_000 },
  }
  /** t1 leads at all that anybody has, and t2, who could match it, is away. */
  const tied = (policy: Policy, max?: number) => {
    const room = scheduledRoom(TIE).does({ type: 'SetPurse', team: 't3', purse: 395 })
    leaves(room, 'u2', policy, max).does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' })
    expect(room.bid('t1', 400)).toBeNull()
    return hammer(room)
  }
  const timeUp = (room: Room) => {
    room.nowMs = room.lot.deadlineMs ?? room.nowMs
    return room.does({ type: 'CloseLot', lot: 1 })
  }
  const SECRET = '0123456789ABCDEF'
  const seal = (room: Room, team: string, amount: number) => {
    const sealed = { auctionId: room.state.auctionId, lot: 1, round: 1, team, amount, secret: SECRET }
    const by = team.replace('t', 'u')
    return room.does({ type: 'SealAmount', lot: 1, round: 1, commitment: sealOf(sealed), by })
  }
  const reveal = (room: Room, team: string, amount: number) =>
    room.does({ type: 'RevealAmount', lot: 1, round: 1, amount, secret: SECRET, by: team.replace('t', 'u') })

  test('AUTO-6 who passes, or would not pay the last bid, stays out of it', () => {
    for (const room of [tied('pass', 400), tied('bid'), tied('bid', 399)]) {
      expect(last(room, 3)).toEqual(['TieBreakOffered', 'TieBreakAnswered auto', 'LotSold auto'])
      expect(status(room)).toMatchObject({ team: 't1', amount: 400, via: 'hammer' })
    }
  })

  test('AUTO-6 who would pay the last bid is in it, and nothing is sealed for it: that is no offer', () => {
    const room = tied('bid', 400)
    expect(last(room, 3)).toEqual(['TieBreakOffered', 'TieBreakAnswered auto', 'SealingOpened auto'])
    expect(askedTeams(room.state, room.lot)).toEqual(['t1', 't2'])
    timeUp(seal(room, 't1', 5))
    expect(room.lot.stage).toMatchObject({ is: 'revealing', seals: [{ team: 't1' }] })
    expect(status(reveal(room, 't1', 5))).toMatchObject({ team: 't1', levy: 5, via: 'tiebreak' })
  })

  test('AUTO-6 its own people may seal for it all the same', () => {
    const room = tied('bid', 400)
    seal(seal(room, 't2', 9), 't1', 5)
    expect(status(reveal(reveal(room, 't1', 5), 't2', 9))).toMatchObject({ team: 't2', levy: 9, via: 'tiebreak' })
  })

  test('AUTO-6 a leader who is away and seals nothing has no offer either', () => {
    const room = scheduledRoom(TIE).does({ type: 'SetPurse', team: 't3', purse: 395 })
    leaves(room, 'u1', 'pass').does({ type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' })
    expect(room.bid('t1', 400)).toBeNull()
    hammer(room).does({ type: 'JoinTieBreak', lot: 1, joins: true, floorTeam: 't2' })
    timeUp(seal(room, 't2', 1))
    expect(status(reveal(room, 't2', 1))).toMatchObject({ team: 't2', levy: 1 })
  })
})

test('AUTO-7, AUD-3 what is said for a team is marked, and nothing in it tells by which command', () => {
  const room = hammer(led({ match: NO_RAISE }, () => {}))
  const before = room.entries.length
  leaves(room, 'u1', 'bid', 777)
  const entries = room.entries.map((entry) => ({ ...entry, cmd: entry.seq > before ? 'one-command' : 'another' }))
  expect(entries.slice(before).map(({ type }) => type)).toEqual([
    ...['MaximaSet', 'AutopilotSet', 'MatchClaimed', 'LotSold'],
  ])
  for (const audience of ['auctioneer', 'paddle', 'public'] satisfies Audience[]) {
    const seen = entries.map((entry) => entryFor(audience, entry))
    expect(JSON.stringify(seen)).not.toMatch(/777|one-command/)
    expect(fold(seen)).toEqual(stateFor(audience, room.state))
  }
})
