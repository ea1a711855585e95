import { type AuctionState, leadingBid, minimumBid, moneyLimit, type RuleSet } from '@gavel/auction'
import * as fc from 'fast-check'
import { type CommandWithoutActor, smallRules } from './support.ts'

/** What a random person is up to; which command that is depends on where the auction stands, so that lists go deep. */
export type Intent = { kind: number; a: number; b: number; c: number }

/** A command, who gives it, and how its delivery is out of the ordinary. */
export type Step =
  | {
      is: 'command'
      by: string
      command: CommandWithoutActor
      delivery: 'once' | 'stale' | 'twice' | 'other-actor' | 'other-payload'
    }
  | { is: 'recover' }

const TEAMS = ['t0', 't1', 't2']
const USERS = ['u0', 'u1', 'u2', 'u3']
const SETS = ['s0', 's1']
const PLAYERS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']
const ODD_AMOUNTS = [0, -5, 150.5, Number.NaN, 1e308, Number.POSITIVE_INFINITY, 1e14, -0, 2 ** 53]

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

type Make = (state: AuctionState, i: Intent) => CommandWithoutActor

const lotOf = (state: AuctionState, i: Intent) =>
  i.c % 12 === 0 ? (state.lot?.lot ?? 0) + 1 : (state.lot?.lot ?? state.lotCount)

/** Mostly the next price or near it; sometimes a limit, a jump, an old price, or no amount at all. */
function amountOf(state: AuctionState, i: Intent): number {
  const { lot, rules } = state
  if (!lot) return pick([10, 20, 55], i.c)
  const minimum = minimumBid(rules, lot)
  const limits = Object.values(state.teams).map((team) => moneyLimit(rules, team))
  const near = [minimum, minimum, minimum, minimum, minimum + 5, minimum + 1, minimum - 1, minimum + 30, 1]
  const far = [...limits, ...limits.map((l) => l + 5), ...limits.map((l) => l - (l % 5)), 995, 1_000, ...ODD_AMOUNTS]
  return i.c % 4 === 0 ? pick(far, i.b) : pick(near, i.b)
}

const bid: Make = (state, i) => ({
  type: 'PlaceBid',
  lot: lotOf(state, i),
  amount: amountOf(state, i),
  floorTeam: i.a % 3 === 0 ? pick([...TEAMS, 'nobody', 'constructor'], i.b) : null,
})
const leading = (state: AuctionState, i: Intent) =>
  (i.c % 5 === 0 ? 0 : undefined) ?? (state.lot && leadingBid(state.lot)?.seq) ?? 0

const openLot: Make = (state, i) => {
  const waiting = Object.values(state.players).filter((p) => p.status.is === 'waiting')
  return {
    type: 'OpenLot',
    player:
      i.c % 6 === 0 || waiting.length === 0 ? pick([...PLAYERS, 'nobody', 'constructor'], i.a) : pick(waiting, i.a).id,
  }
}
const hammer: Make = (state, i) => ({ type: 'Hammer', lot: lotOf(state, i), bid: leading(state, i) })

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
  }),
  () => ({ type: 'StartAuction' }),
  (state, i) => ({ type: 'RetractBid', lot: lotOf(state, i), bid: leading(state, i) }),
  (state, i) => ({ type: 'RetractBid', lot: lotOf(state, i), bid: leading(state, i) }),
  (state, i) => ({
    type: 'CallGoing',
    lot: lotOf(state, i),
    call: i.a % 4 === 0 ? 2 : state.lot?.going === 1 ? 2 : 1,
    bid: state.lot && state.lot.bids.length === 0 && i.c % 3 !== 0 ? null : leading(state, i),
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
    const unsold = Object.values(state.players)
      .filter((p) => p.status.is === 'unsold')
      .map((p) => p.id)
    if (i.a % 9 === 0) return { type: 'RecallPlayers', players: Array.from({ length: 501 }, (_, n) => `x${n}`) }
    return { type: 'RecallPlayers', players: i.a % 3 === 0 ? [pick([...PLAYERS, 'nobody'], i.b)] : unsold }
  },
  (state, i) => ({ type: 'HoldLot', lot: lotOf(state, i) }),
  (_, i) => ({
    type: 'PauseAuction',
    message: pick(['', '"quoted" \\ back', 'verl\u00e4sst "uns" \u{1f3cf}\n\ud800'], i.a),
  }),
  () => ({ type: 'ResumeAuction' }),
  () => ({ type: 'ResumeAuction' }),
]

/** One in so many commands ends the auction, so that most lists go on. */
const END_EVERY = 150

/** What a sensible auction would see next, with whom; null where anything goes. */
function sensible(state: AuctionState, i: Intent): { by: string; command: CommandWithoutActor } | null {
  const by = 'auctioneer'
  const { lot, phase } = state
  if (phase.is === 'scheduled') {
    if (i.b % 3 === 0) return { by, command: { type: 'StartAuction' } }
    if (i.b % 3 === 1) return null
    return { by, command: { type: 'RetainPlayer', player: pick(PLAYERS, i.c), team: pick(TEAMS, i.kind), amount: 10 } }
  }
  if (phase.is === 'paused') return { by, command: { type: 'ResumeAuction' } }
  if (phase.is === 'ended') return null
  if (!lot) {
    if (i.b % 40 === 0) return { by, command: { type: 'EndAuction' } }
    const unsold = Object.values(state.players).filter((p) => p.status.is === 'unsold')
    const waiting = Object.values(state.players).some((p) => p.status.is === 'waiting')
    if (waiting || unsold.length === 0) return { by, command: openLot(state, { ...i, c: 1 }) }
    return { by, command: { type: 'RecallPlayers', players: unsold.map((p) => p.id) } }
  }
  if (i.b % 5 === 0) {
    if (lot.bids.length > 0) return { by, command: hammer(state, { ...i, c: 1 }) }
    return { by, command: { type: lot.deadlineMs === null ? 'PassLot' : 'CloseLot', lot: lot.lot } }
  }
  const free = Object.entries(state.paddles).filter(([, team]) => leadingBid(lot)?.team !== team)
  if (free.length === 0) return null
  const [user] = pick(free, i.b)
  return { by: user, command: { type: 'PlaceBid', lot: lot.lot, amount: amountOf(state, i), floorTeam: null } }
}

export function stepOf(state: AuctionState, intent: Intent): Step {
  const { kind, a, b, c } = intent
  const next = a % 2 === 0 ? sensible(state, intent) : null
  if (next) return { is: 'command', ...next, delivery: 'once' }
  if (kind % END_EVERY === 0)
    return { is: 'command', by: 'auctioneer', command: { type: 'EndAuction' }, delivery: 'once' }
  if (kind % 101 === 0) return { is: 'recover' }
  const make = pick(MAKERS, kind)
  const command = make(state, intent)
  const bidder = command.type === 'PlaceBid' && command.floorTeam === null
  const by = bidder ? pick([...USERS, 'stranger', 'constructor'], a * 7 + b) : 'auctioneer'
  const delivery = pick(
    ['once', 'stale', 'twice', 'other-actor', 'other-payload'] as const,
    c % 31 < 27 ? 0 : (c % 31) - 26,
  )
  return { is: 'command', by, command, delivery }
}

const CLOCKS: readonly RuleSet['clock'][] = [
  { mode: 'auctioneer' },
  { mode: 'auctioneer' },
  { mode: 'clock', lotMs: 25, extendMs: 8 },
  { mode: 'clock', lotMs: 60_000, extendMs: 10_000 },
  { mode: 'clock', lotMs: 120, extendMs: 60 },
  { mode: 'clock', lotMs: 30, extendMs: 60_000 },
]

const rules: fc.Arbitrary<RuleSet> = fc
  .record({
    jumpGrid: fc.constantFrom(null, 5, 25),
    clock: fc.constantFrom(...CLOCKS),
    bidsDecidedBy: fc.constantFrom('script' as const, 'script' as const, 'script' as const, 'core' as const),
    squad: fc.constantFrom({ min: 1, max: 1 }, { min: 2, max: 3 }, { min: 4, max: 6 }),
    overseasMax: fc.constantFrom(null, 0, 1),
    purse: fc.constantFrom(60, 200, 1_000),
  })
  .map(smallRules)

const number = fc.nat({ max: 9_999 })
const intents = fc.array(fc.record({ kind: number, a: number, b: number, c: number }), { minLength: 20, maxLength: 50 })

/** How far an auction is brought before the random part: nothing, or people and players, or running. */
const prelude = fc.oneof(
  { weight: 1, arbitrary: fc.constant('none' as const) },
  { weight: 2, arbitrary: fc.constant('pool' as const) },
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
      })),
    },
  ]
  return how === 'pool' ? pool : [...pool, { type: 'StartAuction' }, { type: 'OpenLot', player: 'p1' }]
}
