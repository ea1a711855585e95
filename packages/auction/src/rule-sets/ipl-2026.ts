import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { IPL } from './ipl.ts'

/** IPL 2026 mini auction: no right to match; a player from overseas is paid at most 18 crore, and the rest of the price goes to the league. */
export const ipl2026: RuleSet = {
  ...IPL,
  id: 'ipl-2026',
  name: 'IPL 2026',
  source: 'Deccan Herald 2025-12-09; Business Standard 2025-12-15; fee cap Pragativadi',
  purse: 125 * CRORE,
  feeCap: { category: 'overseas', amount: 18 * CRORE },
}
