import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'

/** IPL 2025 mega auction: ladder Sportstar 2024-11-24; purse and squads Sporting News 2024-11-12. */
export const ipl2025: RuleSet = {
  id: 'ipl-2025',
  name: 'IPL 2025',
  currency: 'INR',
  source: 'Sportstar 2024-11-24; Sporting News 2024-11-12',
  purse: 120 * CRORE,
  squad: { min: 18, max: 25 },
  overseasMax: 8,
  basePrices: [30, 40, 50, 75, 100, 125, 150, 200].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: 5 * LAKH },
    { from: 100 * LAKH, step: 10 * LAKH },
    { from: 200 * LAKH, step: 20 * LAKH },
    { from: 500 * LAKH, step: 25 * LAKH },
  ],
  jumpGrid: 5 * LAKH,
  clock: { mode: 'auctioneer' },
  bidsDecidedBy: 'script',
}
