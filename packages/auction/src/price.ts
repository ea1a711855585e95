// The four amounts of a sale (rules A6).

import type { Amount } from './money.ts'
import { countsIn } from './places.ts'
import type { RuleSet } from './rule-set.ts'
import type { Player, Price } from './state.ts'

/**
 * What a sale at this price means for everybody (AMOUNTS-1 to AMOUNTS-3): the purse pays the price that was called, the player gets it up to the
 * cap on his fee, and the league gets what is above that cap and `extra`, the sealed amount of a tie-break, which no purse pays.
 */
export function priceOf(
  { feeCap }: Pick<RuleSet, 'feeCap'>,
  player: Pick<Player, 'overseas' | 'categories'>,
  hammer: Amount,
  extra: Amount,
): Price {
  const fee = feeCap && countsIn(player, feeCap.category) ? Math.min(hammer, feeCap.amount) : hammer
  return { hammer, debit: hammer, fee, levy: extra + hammer - fee }
}

/** The amounts of an entry about a sale: the fee and the levy stand only where they say something. */
export function amountsOf({ hammer, fee, levy }: Price): { amount: Amount; fee?: Amount; levy?: Amount } {
  return { amount: hammer, ...(fee === hammer ? {} : { fee }), ...(levy === 0 ? {} : { levy }) }
}
