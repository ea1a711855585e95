import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { ipl2025 } from './ipl-2025.ts'

/** IPL 2023 mini auction. */
export const ipl2023: RuleSet = {
  ...ipl2025,
  id: 'ipl-2023',
  name: 'IPL 2023',
  source: 'Common knowledge of the auction',
  purse: 95 * CRORE,
  basePrices: [20, 30, 40, 50, 75, 100, 150, 200].map((lakh) => lakh * LAKH),
}
