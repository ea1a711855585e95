import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { ipl2025 } from './ipl-2025.ts'

/** IPL 2024 mini auction. Its sales show a step of 20 lakh up to 10 crore and of 25 above (8.40, 7.20, 6.80; 24.75, 20.50, 11.75 crore). */
export const ipl2024: RuleSet = {
  ...ipl2025,
  id: 'ipl-2024',
  name: 'IPL 2024',
  source: 'Sporting News 2024-03-19; the ladder from that year’s sale prices',
  purse: 100 * CRORE,
  basePrices: [20, 30, 40, 50, 75, 100, 150, 200].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: 5 * LAKH },
    { from: 100 * LAKH, step: 10 * LAKH },
    { from: 200 * LAKH, step: 20 * LAKH },
    { from: 1000 * LAKH, step: 25 * LAKH },
  ],
}
