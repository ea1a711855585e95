import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { ipl2025 } from './ipl-2025.ts'

/** IPL 2026 mini auction. */
export const ipl2026: RuleSet = {
  ...ipl2025,
  id: 'ipl-2026',
  name: 'IPL 2026',
  source: 'Deccan Herald 2025-12-09; Business Standard 2025-12-15',
  purse: 125 * CRORE,
  basePrices: [30, 40, 50, 75, 100, 125, 150, 200].map((lakh) => lakh * LAKH),
}
