import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { BASES_20, IPL } from './ipl.ts'

/** IPL 2021 mini auction. */
export const ipl2021: RuleSet = {
  ...IPL,
  id: 'ipl-2021',
  name: 'IPL 2021',
  source: 'Common knowledge of the auction; every sale of that year lies on the ladder of Sportstar 2024-11-24',
  purse: 85 * CRORE,
  basePrices: BASES_20,
}
