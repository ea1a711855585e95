import type { Amount } from './money.ts'

/** One band of an increment ladder: from this current price on, the price rises by `step`. */
export type LadderBand = { from: Amount; step: Amount }

/**
 * Who ends a lot. `auctioneer`: only the hammer does. `clock`: a deadline does, which a late bid moves to at least
 * `extendMs` after that bid (rules A4).
 */
export type ClockRule = { mode: 'auctioneer' } | { mode: 'clock'; lotMs: number; extendMs: number }

/** Everything that differs between leagues, as data. Stored with the auction, so an old log replays under its own rules. */
export type RuleSet = {
  id: string
  name: string
  currency: string
  /** Where the numbers come from. */
  source: string
  /** A team's money before retentions. */
  purse: Amount
  squad: { min: number; max: number }
  /** Most overseas players a squad may hold; null where there is no cap. */
  overseasMax: number | null
  /** Base prices a player may pick from, ascending. The first is what an unfilled place must keep in the purse. */
  basePrices: readonly Amount[]
  /** Ascending by `from`; the first band starts at 0. */
  ladder: readonly LadderBand[]
  /** The grid a called price above the next step must lie on; null where jumps are not allowed. */
  jumpGrid: Amount | null
  clock: ClockRule
  /** `script`: one open lot and nothing hidden, so the store may decide a bid by itself. `core`: only the core may. */
  bidsDecidedBy: 'script' | 'core'
}

/** The cheapest base price: what each unfilled place of the minimum squad must keep (rules A2). */
export function reservePerPlace(rules: RuleSet): Amount {
  return rules.basePrices[0] ?? 1
}
