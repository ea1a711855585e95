// Auctions for the tests of this folder, played by the core itself.
import {
  type AuctionState,
  type Command,
  CRORE,
  createAuction,
  type Draft,
  decide,
  type Entry,
  evolve,
  fold,
  type RuleSet,
  ruleSet,
} from '@gavel/auction'

type Said = Command extends infer C ? (C extends unknown ? Omit<C, 'by'> : never) : never

const stamped = (drafts: readonly Draft[], seq: number, atMs: number): Entry[] =>
  drafts.map((draft, at) => ({ ...draft, seq: seq + at, atMs, by: 'u', cmd: '', sum: '' }))

export function rulesOf(id: string, changes: Partial<RuleSet> = {}): RuleSet {
  const rules = ruleSet(id)
  if (!rules) throw new Error(`no rule set ${id}`)
  return { ...rules, ...changes }
}

/** A running auction of teams A, B and C; p1 played for A last season. `retained`: extra entries before the start. */
export function running(rules: RuleSet, before: readonly Draft[] = []): AuctionState {
  const drafts: Draft[] = [
    createAuction('a1', rules),
    ...['A', 'B', 'C'].map((team): Draft => ({ type: 'TeamAdded', team, purse: rules.purse })),
    { type: 'PlayerAdded', player: 'p1', base: 2 * CRORE, set: 'M1', overseas: false, formerTeam: 'A' },
    { type: 'PlayerAdded', player: 'p2', base: 2 * CRORE, set: 'M1', overseas: false },
    { type: 'PlayerAdded', player: 'p3', base: 2 * CRORE, set: 'M2', overseas: false },
    ...before,
    { type: 'AuctionStarted' },
  ]
  const state = fold(stamped(drafts, 1, 0))
  if (!state) throw new Error('no state')
  return state
}

/** The auction after these commands, every one of which the core takes. */
export function played(state: AuctionState, ...commands: readonly Said[]): AuctionState {
  let now = state
  for (const command of commands) {
    const decision = decide(now, { ...command, by: 'auctioneer' } as Command, AT_MS)
    if ('refusal' in decision) throw new Error(`${command.type}: ${decision.refusal.code}`)
    for (const entry of stamped(decision.entries, now.seq + 1, AT_MS)) now = evolve(now, entry)
  }
  return now
}

const AT_MS = 1_000

/** A lot opened for a player, with bids of teams in the hall. */
export function lotWith(state: AuctionState, player: string, bids: readonly [string, number][]): AuctionState {
  const open = played(state, { type: 'OpenLot', player })
  const { lotCount: lot } = open
  return played(open, ...bids.map(([floorTeam, amount]): Said => ({ type: 'PlaceBid', lot, amount, floorTeam })))
}

/** The hammer on the leading bid. */
export function hammered(state: AuctionState): AuctionState {
  const bid = state.lot?.bids.at(-1)
  if (!state.lot || !bid) throw new Error('no bid')
  return played(state, { type: 'Hammer', lot: state.lot.lot, bid: bid.seq })
}
