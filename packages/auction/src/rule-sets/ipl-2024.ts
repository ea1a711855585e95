import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { BASES_20, IPL, LADDER_20 } from './ipl.ts'

/** IPL 2024 mini auction. */
export const ipl2024: RuleSet = {
  ...IPL,
  id: 'ipl-2024',
  name: 'IPL 2024',
  source: 'Sporting News 2024-03-19; the ladder from that year’s sale prices',
  purse: 100 * CRORE,
  basePrices: BASES_20,
  ladder: LADDER_20,
}
