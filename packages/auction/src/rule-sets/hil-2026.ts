import { CRORE, LAKH } from '../money.ts'
import { PLAIN, type RuleSet } from '../rule-set.ts'

/**
 * Hockey India League 2026, the men's mini auction: squads of 20 with two keepers and three juniors (NewsDrum 2025-09-23). Who stayed from
 * last season is retained at his price. No ladder is published: the steps are Gavel's choice.
 */
export const hil2026: RuleSet = {
  ...PLAIN,
  id: 'hil-2026',
  name: 'HIL 2026',
  currency: 'INR',
  source: 'NewsDrum 2025-09-23; the ladder is Gavel’s choice',
  purse: 4 * CRORE,
  squad: { min: 20, max: 20 },
  overseasMax: 7,
  categories: [
    { id: 'keeper', label: 'keeper', min: 2, max: null },
    { id: 'junior', label: 'junior', min: 3, max: null },
  ],
  basePrices: [2, 5, 10].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: LAKH / 2 },
    { from: 10 * LAKH, step: LAKH },
  ],
  jumpGrid: LAKH / 2,
}
