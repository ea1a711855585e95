import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { ipl2025 } from './ipl-2025.ts'

/** IPL 2021 mini auction. Same ladder as 2025, checked against every sale of that year. */
export const ipl2021: RuleSet = {
  ...ipl2025,
  id: 'ipl-2021',
  name: 'IPL 2021',
  source: 'Common knowledge of the auction; every sale of that year lies on the 2025 ladder',
  purse: 85 * CRORE,
  basePrices: [20, 30, 40, 50, 75, 100, 150, 200].map((lakh) => lakh * LAKH),
}
