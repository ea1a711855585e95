import type { Amount } from './money.ts'

/** `junior`, `keeper`, `uncapped` ...: what the rules count. `overseas` is not given but follows from nationality. */
export type CategoryId = string

/** One band of an increment ladder: from this current price on, the price rises by `step`. */
export type LadderBand = { from: Amount; step: Amount }

/**
 * Who ends a lot. `auctioneer`: only the hammer does. `clock`: a deadline does, which a late bid moves to at least
 * `extendMs` after that bid (rules A4).
 */
export type ClockRule = { mode: 'auctioneer' } | { mode: 'clock'; lotMs: number; extendMs: number }

/**
 * How many of a kind a squad must and may hold: juniors, keepers, uncapped players. `overseas` counts by nationality, every other id by the
 * categories that a player is given. `label` is said in the middle of a sentence: `3 of 5 junior players`.
 */
export type CategoryRule = { id: CategoryId; label: string; min: number; max: number | null }

/** Most players of each type; null: no cap. A player is `uncapped` where that is one of his categories, else capped. */
export type TypeCaps = { capped: number | null; uncapped: number | null; overseas: number | null }

/** Players kept from last season. What they cost the purse may be more than what they are paid, never less (RETAIN-2). */
export type RetentionRule = {
  /** Most players a team may retain. */
  max: number
  caps: TypeCaps
  /** What the first n capped players cost together: index 0 is one player. Empty: what they are paid. */
  cappedTotals: readonly Amount[]
  /**
   * What the dearest, the next ... of n capped players costs at least, each by himself: index 0 is one player. Left out: only their sum counts,
   * so that one may be paid less where another is paid more.
   */
  cappedSlabs?: readonly (readonly Amount[])[]
  /** What each uncapped player costs at least; null: what he is paid. */
  uncappedCost: Amount | null
}

/** The right of last season's team to match the price (rules A5). */
export type MatchRule = {
  /** Cards by the number of retained players; beyond the last, as the last. */
  cardsByRetained: readonly number[]
  /** Retained and matched together. */
  caps: TypeCaps
  /** The grid on which the leader may answer a claim with one raise of any size; null: no raise. */
  raiseGrid: Amount | null
  /** Whether a claim that is not kept up after the raise uses the card. */
  declineUsesCard: boolean
  /** What a card may promise (one season, two seasons): the first one shown binds. Empty: nothing. */
  terms: readonly string[]
  /** Time for each answer; null: the auctioneer waits. */
  answerMs: number | null
}

/**
 * Sealed amounts where the purse decides nothing any more (rules A6). Times are for each stage; null: the auctioneer waits. `afterMatch`: the right to
 * match comes first; left out: the tie-break does. Sources do not say which.
 */
export type TieBreakRule = { inviteMs: number | null; sealMs: number; revealMs: number; afterMatch?: boolean }

/** Teams name who is put up (rules A7). `free`: any team while the board has room; `winner`: who bought last. A missed turn names for the team. */
export type NominationRule = { order: 'straight' | 'snake' | 'winner' | 'free'; turnMs: number | null }

/** Everything that differs between leagues, as data. Stored with the auction, so an old log replays under its own rules. */
export type RuleSet = {
  id: string
  name: string
  currency: string
  /** Where the numbers come from. */
  source: string
  /** A team's money before retentions. */
  purse: Amount
  /** The part of the purse that a team must spend, in percent; null: none. Reported, never enforced (SPEND-1). */
  minSpendPercent: number | null
  squad: { min: number; max: number }
  /** Most overseas players a squad may hold; null where there is no cap. */
  overseasMax: number | null
  categories: readonly CategoryRule[]
  /** Base prices a player may pick from, ascending. The first is what an unfilled place must keep in the purse. */
  basePrices: readonly Amount[]
  /** Ascending by `from`; the first band starts at 0. */
  ladder: readonly LadderBand[]
  /** The grid a called price above the next step must lie on; null where jumps are not allowed. */
  jumpGrid: Amount | null
  clock: ClockRule
  retention: RetentionRule | null
  match: MatchRule | null
  tieBreak: TieBreakRule | null
  /** The most a player of this category is paid; the purse pays the whole price and the rest goes to the league (AMOUNTS-2). */
  feeCap: { category: CategoryId; amount: Amount } | null
  /** Whether unsold players may come back at a lower base, and the lowest; null: at the same base only. */
  recallFloor: Amount | null
  /** Null: the auctioneer puts players up. */
  nomination: NominationRule | null
  /** How many lots may be open at once. With more than one they stand on the board, and the core decides every bid. */
  openLots: number
  /** Whether teams may leave a hidden maximum, by which the core bids for them. */
  proxies: boolean
  /** `script`: where nothing is hidden and one lot is open, the store decides a bid by itself. `core`: only the core does. */
  bidsDecidedBy: 'script' | 'core'
}

/** What a plain auction does without: a rule set names only what it has. */
export const PLAIN = {
  minSpendPercent: null,
  overseasMax: null,
  categories: [],
  jumpGrid: null,
  clock: { mode: 'auctioneer' },
  retention: null,
  match: null,
  tieBreak: null,
  feeCap: null,
  recallFloor: null,
  nomination: null,
  openLots: 1,
  proxies: false,
  bidsDecidedBy: 'script',
} as const satisfies Partial<RuleSet>

/** Rules that were stored, read: older ones lack what came later. */
export function storedRules(rules: Omit<RuleSet, keyof typeof PLAIN> & Partial<RuleSet>): RuleSet {
  return { ...PLAIN, ...rules }
}

/** The cheapest base price: what each unfilled place of the minimum squad must keep (rules A2). */
export function reservePerPlace(rules: RuleSet): Amount {
  return rules.basePrices[0] ?? 1
}
