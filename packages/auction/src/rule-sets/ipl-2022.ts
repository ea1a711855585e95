import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { ipl2025 } from './ipl-2025.ts'

/** IPL 2022 mega auction. Same ladder as 2025, checked against every sale of that year. */
export const ipl2022: RuleSet = {
  ...ipl2025,
  id: 'ipl-2022',
  name: 'IPL 2022',
  source: 'India TV 2022-02-11; every sale of that year lies on the 2025 ladder',
  purse: 90 * CRORE,
  basePrices: [20, 30, 40, 50, 75, 100, 150, 200].map((lakh) => lakh * LAKH),
}
