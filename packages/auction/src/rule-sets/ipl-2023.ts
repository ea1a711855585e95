import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { BASES_20, IPL } from './ipl.ts'

/** IPL 2023 mini auction. */
export const ipl2023: RuleSet = {
  ...IPL,
  id: 'ipl-2023',
  name: 'IPL 2023',
  source: 'Common knowledge of the auction',
  purse: 95 * CRORE,
  basePrices: BASES_20,
}
