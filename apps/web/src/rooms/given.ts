// An auction for the tests of rooms: states made of entries, with names for their ids.
import { type AuctionState, createAuction, type Draft, type Entry, fold, type RuleSet, ruleSet } from '@gavel/auction'
import { type Directory, directoryOf } from './directory.ts'

/** The rules of the IPL's auction of 2025, with what a test changes of them. */
export function rulesWith(changes: Partial<RuleSet> = {}): RuleSet {
  const rules = ruleSet('ipl-2025')
  if (!rules) throw new Error('no rule set')
  return { ...rules, ...changes }
}

/** Drafts as the log would hold them. */
export const entriesOf = (drafts: readonly Draft[]): Entry[] =>
  drafts.map((draft, at) => ({ ...draft, seq: at + 1, atMs: at, by: 'u', cmd: '', sum: '' }))

/** The state after an auction was created under these rules and all this happened. */
export function stateOf(rules: RuleSet, drafts: readonly Draft[]): AuctionState {
  const state = fold(entriesOf([createAuction('a1', rules), ...drafts]))
  if (!state) throw new Error('no state')
  return state
}

/** A player of the pool. */
export const added = (player: string, base: number, more: { overseas?: boolean; set?: string } = {}): Draft => ({
  ...{ type: 'PlayerAdded', player, base },
  ...{ set: more.set ?? 'M1', overseas: more.overseas ?? false },
})

/** A lot from its opening to its sale, in one go. */
export const sold = (lot: number, player: string, team: string, amount: number, base = amount): Draft[] => [
  { type: 'LotOpened', lot, player, base },
  { type: 'BidPlaced', lot, team, amount, floor: false },
  { type: 'LotSold', lot, player, team, amount, bid: 0 },
]

/** Names for the ids: teams are called by their id, players by theirs with the role that a test gives them. */
export const directoryWith = (
  roles: Readonly<Record<string, string>>,
  teams: readonly string[] = ['A', 'B'],
): Directory =>
  directoryOf({
    teams: teams.map((id) => ({ teamId: id, name: `Team ${id}`, short: id, colour: '#004ba0', logoUrl: null })),
    players: Object.entries(roles).map(([playerId, role]) => ({
      ...{ playerId, name: `Player ${playerId}`, country: '', role },
      ...{ age: null, caps: null, photoUrl: null, stats: {} },
    })),
    sets: [],
  })
