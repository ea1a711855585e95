import {
  type AuctionState,
  leadingBid,
  minimumBid,
  openLots,
  purchaseRefusal,
  type RuleSet,
  standing,
} from '@gavel/auction'
import * as fc from 'fast-check'
import { ACTS, byPaddle, sensibleAnswer, sensibleBetween, sensibleHiding } from './random-acts.ts'
import {
  type Given,
  type Intent,
  JUNIOR,
  lotOf,
  type Make,
  ODD_AMOUNTS,
  PLAYERS,
  pick,
  playersAt,
  SETS,
  someLot,
  TEAMS,
  USERS,
} from './random-common.ts'
import { rules } from './random-rules.ts'
import type { CommandWithoutActor } from './support.ts'

/** A command, who gives it, and how its delivery is out of the ordinary. */
export type Step =
  | {
      is: 'command'
      by: string
      command: CommandWithoutActor
      delivery: 'once' | 'stale' | 'twice' | 'other-actor' | 'other-payload'
    }
  | { is: 'recover' }

/** Mostly the next price or near it; sometimes a limit, a jump, an old price, or no amount at all. */
function amountOf(state: AuctionState, i: Intent): number {
  const { rules } = state
  const lot = someLot(state, i)
  if (!lot) return pick([10, 20, 55], i.c)
  const minimum = minimumBid(rules, lot)
  const player = state.players[lot.player]
  const limits = Object.values(state.teams).map((team) => {
    const refusal = player && purchaseRefusal(state, standing(state, team, lot.lot), player, 1e14)
    return refusal?.detail?.limit ?? 0
  })
  const near = [minimum, minimum, minimum, minimum, minimum + 5, minimum + 1, minimum - 1, minimum + 30, 1]
  const far = [...limits, ...limits.map((l) => l + 5), ...limits.map((l) => l - (l % 5)), 995, 1_000, ...ODD_AMOUNTS]
  if (rules.tieBreak && i.c % 4 === 1) return pick(limits, i.b)
  return i.c % 4 === 0 ? pick(far, i.b) : pick(near, i.b)
}

const bid: Make = (state, i) => ({
  type: 'PlaceBid',
  lot: lotOf(state, i),
  amount: amountOf(state, i),
  floorTeam: i.a % 2 === 0 ? pick([...TEAMS, 'nobody', 'constructor'], i.b) : null,
})
const leading = (state: AuctionState, i: Intent) => {
  const lot = someLot(state, i)
  return i.c % 5 === 0 || !lot ? 0 : (leadingBid(lot)?.seq ?? 0)
}

const openLot: Make = (state, i) => {
  const waiting = playersAt(state, 'waiting')
  const known = i.c % 6 !== 0 && waiting.length > 0
  return { type: 'OpenLot', player: known ? pick(waiting, i.a) : pick([...PLAYERS, 'nobody', 'constructor'], i.a) }
}
const hammer: Make = (state, i) => ({ type: 'Hammer', lot: lotOf(state, i), bid: leading(state, i) })

/** What organisers change before the start. */
const BEFORE_START: readonly Make[] = [
  (state, i) => {
    const inUse = Object.values(state.teams).filter((team) => team.squad.length > 0)
    const any = [...TEAMS, 't3', 'nobody', 'constructor']
    return { type: 'RemoveTeam', team: i.b % 3 !== 0 && inUse.length > 0 ? pick(inUse, i.a).id : pick(any, i.a) }
  },
  (_, i) => ({
    type: 'SetPurse',
    team: pick([...TEAMS, 'nobody'], i.a),
    purse: i.b % 6 === 0 ? pick(ODD_AMOUNTS, i.c) : pick([5, 60, 200, 1_000], i.c),
  }),
  ({ rules }, i) => ({
    type: 'ChangeRules',
    rules: {
      ...rules,
      currency: i.a % 7 === 0 ? 'USD' : rules.currency,
      purse: i.b % 9 === 0 ? pick(ODD_AMOUNTS, i.c) : pick([60, 200, 1_000], i.b),
      squad: pick([{ min: 1, max: 1 }, { min: 2, max: 3 }, rules.squad], i.c),
      overseasMax: pick([null, 0, rules.overseasMax], i.a + i.c),
      ladder: i.b % 4 === 0 ? [{ from: 0, step: 10 }] : rules.ladder,
      bidsDecidedBy: i.a % 8 === 0 ? 'core' : rules.bidsDecidedBy,
    },
  }),
]
/** What they change at any time. */
const AT_ANY_TIME: readonly Make[] = [
  (state, i) => {
    if (i.c % 19 === 0) return { type: 'RemovePlayers', players: Array.from({ length: 501 }, (_, n) => `x${n}`) }
    const known = [...Object.keys(state.players), 'nobody']
    return { type: 'RemovePlayers', players: Array.from({ length: i.b % 3 }, (_, n) => pick(known, i.a + n * i.c)) }
  },
  (state, i) => ({
    type: 'EditPlayer',
    player: pick([...Object.keys(state.players), 'nobody', 'constructor'], i.a),
    base: i.c % 9 === 0 ? pick(ODD_AMOUNTS, i.b) : pick([10, 20, 50], i.b),
    overseas: pick([true, false, null], i.c),
  }),
  (state, i) => {
    const ids = Object.keys(state.players).slice(i.a % 5 === 0 ? 1 : 0)
    const at = i.b % (ids.length + 1)
    const sets = [
      { id: pick(SETS, i.c), players: ids.slice(at).reverse() },
      { id: i.a % 7 === 0 ? pick(SETS, i.c) : 'last', players: ids.slice(0, at) },
    ]
    return { type: 'ArrangePool', sets }
  },
  () => ({ type: 'NoteNames' }),
]

/** Each kind of command, as often as it stands here. */
const MAKERS: readonly Make[] = [
  ...Array.from({ length: 16 }, () => bid),
  openLot,
  openLot,
  openLot,
  openLot,
  hammer,
  hammer,
  hammer,
  (_, i) => ({
    type: 'AddTeam',
    team: pick([...TEAMS, 't3'], i.a),
    purse: i.b % 6 === 0 ? pick(ODD_AMOUNTS, i.c) : pick([60, 200, 1_000], i.c),
  }),
  (_, i) => ({ type: 'GrantPaddle', user: pick(USERS, i.a), team: pick([...TEAMS, 'nobody'], i.b) }),
  (_, i) => ({ type: 'RevokePaddle', user: pick(USERS, i.a) }),
  (_, i) => ({
    type: 'AddPlayers',
    players: Array.from({ length: i.a % 4 }, (__, n) => ({
      player: `${pick(PLAYERS, i.b + n)}${i.c % 3 === 0 ? '' : `-${i.c % 50}`}`,
      base: i.c % 9 === 0 ? pick(ODD_AMOUNTS, i.b) : pick([10, 20, 50], i.b),
      set: pick(SETS, i.c),
      overseas: pick([true, false, null], i.b + n),
      categories: pick([[], [], [JUNIOR.id], ['uncapped']], i.a + n),
      formerTeam: pick([null, ...TEAMS], i.c + n),
    })),
  }),
  (state, i) => ({
    type: 'MovePlayer',
    player: pick([...Object.keys(state.players), 'nobody'], i.a),
    set: pick([...SETS, 's9'], i.b),
    before: i.c % 2 === 0 ? null : pick(PLAYERS, i.c),
  }),
  (_, i) => ({ type: 'MoveSet', set: pick([...SETS, 'nowhere'], i.a), before: pick([null, ...SETS], i.b) }),
  (_, i) => ({
    type: 'RetainPlayer',
    player: pick([...PLAYERS, 'nobody', 'constructor'], i.a),
    team: pick([...TEAMS, 'nobody'], i.b),
    amount: pick([10, 50, 300, 5_000, 0.5], i.c),
  }),
  (_, i) => ({
    type: 'WithdrawPlayer',
    player: pick([...PLAYERS, 'nobody', 'constructor'], i.a),
    why: pick(['withdrawn', 'ineligible'] as const, i.b),
  }),
  () => ({ type: 'StartAuction' }),
  (state, i) => ({ type: 'RetractBid', lot: lotOf(state, i), bid: leading(state, i) }),
  (state, i) => ({ type: 'RetractBid', lot: lotOf(state, i), bid: leading(state, i) }),
  (state, i) => ({
    type: 'CallGoing',
    lot: lotOf(state, i),
    call: i.a % 4 === 0 ? 2 : someLot(state, i)?.going === 1 ? 2 : 1,
    bid: someLot(state, i)?.bids.length === 0 && i.c % 3 !== 0 ? null : leading(state, i),
  }),
  (state, i) => ({
    type: 'CallGoing',
    lot: lotOf(state, i),
    call: i.a % 2 === 0 ? 1 : 2,
    bid: leading(state, i) || null,
  }),
  (state, i) => ({ type: 'PassLot', lot: lotOf(state, i) }),
  (state, i) => ({ type: 'CloseLot', lot: lotOf(state, i) }),
  (state, i) => ({ type: 'CloseLot', lot: lotOf(state, i) }),
  (state, i) => {
    if (i.a % 9 === 0) return { type: 'RecallPlayers', players: Array.from({ length: 501 }, (_, n) => `x${n}`) }
    const players = i.a % 3 === 0 ? [pick([...PLAYERS, 'nobody'], i.b)] : playersAt(state, 'unsold')
    return { type: 'RecallPlayers', players, base: pick([null, null, 5, 8, 300, 0.5], i.b) }
  },
  (state, i) => ({ type: 'HoldLot', lot: lotOf(state, i) }),
  (_, i) => ({
    type: 'PauseAuction',
    message: pick(['', '"quoted" \\ back', 'verl\u00e4sst "uns" \u{1f3cf}\n\ud800'], i.a),
  }),
  (_, i) => ({
    type: 'Announce',
    words: pick([null, 'Tea', 'verl\u00e4sst "uns" \\ \u{1f3cf}', 'Tea', 'two\nlines', ' ', 'x'.repeat(201)], i.a),
  }),
  () => ({ type: 'ResumeAuction' }),
  () => ({ type: 'ResumeAuction' }),
  ...BEFORE_START,
  ...AT_ANY_TIME,
  ...ACTS,
]

/** One in so many commands ends the auction, so that most lists go on. */
const END_EVERY = 150

/** What a sensible auction would see next, with whom; null where anything goes. */
function sensible(state: AuctionState, i: Intent): Given | null {
  const by = 'auctioneer'
  const { phase } = state
  if (phase.is === 'scheduled') {
    if (i.b % 4 === 0) return { by, command: { type: 'StartAuction' } }
    if (i.b % 8 === 5) {
      const of = [{ player: pick(PLAYERS, i.c), team: pick([...TEAMS, null], i.a) }]
      return { by, command: { type: 'SetFormerTeams', players: of } }
    }
    if (i.b % 4 === 1) return null
    if (i.b % 4 === 2) return { by, command: pick(BEFORE_START, i.kind)(state, i) }
    return { by, command: { type: 'RetainPlayer', player: pick(PLAYERS, i.c), team: pick(TEAMS, i.kind), amount: 10 } }
  }
  if (phase.is === 'paused') {
    const lot = someLot(state, i)
    const user = pick(Object.keys(state.paddles), i.c)
    // Somebody who has not seen the pause yet bids on.
    if (i.b % 3 === 0 && lot && user)
      return { by: user, command: { type: 'PlaceBid', lot: lot.lot, amount: amountOf(state, i), floorTeam: null } }
    return { by, command: { type: 'ResumeAuction' } }
  }
  if (phase.is === 'ended') return null
  const lot = someLot(state, i)
  const room = openLots(state).length < state.rules.openLots
  if (!lot || (room && i.a % 3 === 0)) return sensibleNext(state, i)
  if (lot.stage.is !== 'bidding') return sensibleAnswer(state, lot, i)
  if (i.b % 5 === 0) {
    const about = { lot: lot.lot }
    if (lot.bids.length > 0) return { by, command: { type: 'Hammer', ...about, bid: leadingBid(lot)?.seq ?? 0 } }
    return { by, command: { type: lot.deadlineMs === null ? 'PassLot' : 'CloseLot', ...about } }
  }
  const hiding = sensibleHiding(state, lot, i)
  if (hiding) return hiding
  const free = Object.entries(state.paddles).filter(([, team]) => leadingBid(lot)?.team !== team)
  if (free.length === 0) return null
  const [user] = pick(free, i.b)
  return { by: user, command: { type: 'PlaceBid', lot: lot.lot, amount: amountOf(state, i), floorTeam: null } }
}

function sensibleNext(state: AuctionState, i: Intent): Given {
  const by = 'auctioneer'
  if (openLots(state).length === 0 && i.b % 40 === 0) return { by, command: { type: 'EndAuction' } }
  const between = sensibleBetween(state, i)
  if (between) return between
  const unsold = playersAt(state, 'unsold')
  if (playersAt(state, 'waiting').length > 0 || unsold.length === 0)
    return { by, command: openLot(state, { ...i, c: 1 }) }
  return { by, command: { type: 'RecallPlayers', players: unsold } }
}

export function stepOf(state: AuctionState, intent: Intent): Step {
  const { kind, a, b, c } = intent
  const next = a % 3 !== 0 ? sensible(state, intent) : null
  if (next) return { is: 'command', ...next, delivery: 'once' }
  if (kind % END_EVERY === 0)
    return { is: 'command', by: 'auctioneer', command: { type: 'EndAuction' }, delivery: 'once' }
  if (kind % 101 === 0) return { is: 'recover' }
  const make = pick(MAKERS, kind)
  const command = make(state, intent)
  const by = byPaddle(command)
    ? pick([...USERS, 'stranger', 'constructor'], a * 7 + b)
    : pick(['auctioneer', 'auctioneer', 'umpire'], b)
  const delivery = pick(
    ['once', 'stale', 'twice', 'other-actor', 'other-payload'] as const,
    c % 31 < 27 ? 0 : (c % 31) - 26,
  )
  return { is: 'command', by, command, delivery }
}

const number = fc.nat({ max: 9_999 })
const intents = fc.array(fc.record({ kind: number, a: number, b: number, c: number }), { minLength: 20, maxLength: 50 })

/** How far an auction is brought before the random part: nothing, or people and players, or running. */
const prelude = fc.oneof(
  { weight: 1, arbitrary: fc.constant('none' as const) },
  { weight: 3, arbitrary: fc.constant('pool' as const) },
  { weight: 9, arbitrary: fc.constant('running' as const) },
)

export const scenarios = fc.record({ rules, prelude, intents })
export type Scenario = { rules: RuleSet; prelude: 'none' | 'pool' | 'running'; intents: Intent[] }

/** The commands of a prelude. */
export function preludeOf({ rules: { purse }, prelude: how }: Scenario): CommandWithoutActor[] {
  if (how === 'none') return []
  const pool: CommandWithoutActor[] = [
    { type: 'AddTeam', team: 't0', purse },
    { type: 'AddTeam', team: 't1', purse },
    { type: 'AddTeam', team: 't2', purse },
    ...USERS.slice(0, 3).map((user, i) => ({ type: 'GrantPaddle' as const, user, team: `t${i}` })),
    {
      type: 'AddPlayers',
      players: PLAYERS.map((player, i) => ({
        player,
        base: pick([10, 20, 50], i),
        set: pick(SETS, i),
        overseas: pick([false, true, true, null], i),
        categories: pick([[], [JUNIOR.id], ['uncapped'], [], [JUNIOR.id]], i),
        formerTeam: pick([null, 't1', 't2', 't0'], i),
      })),
    },
  ]
  return how === 'pool' ? pool : [...pool, { type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' }]
}
