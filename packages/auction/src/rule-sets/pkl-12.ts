import { CRORE, LAKH } from '../money.ts'
import { PLAIN, type RuleSet } from '../rule-set.ts'

/**
 * Pro Kabaddi League, season 12: purse, squads and base prices ESPN 2023-10-09 and Sportstar 2024-08-14. The final bid match has no raise, and its
 * card is for one season or two. No ladder is published: the steps are Gavel's choice, and prices that were paid (260.5, 157.3 and 100.2
 * lakh) lie on the grid of jumps.
 */
export const pkl12: RuleSet = {
  ...PLAIN,
  id: 'pkl-12',
  name: 'PKL season 12',
  currency: 'INR',
  source: 'ESPN 2023-10-09; Sportstar 2024-08-14; the ladder is Gavel’s choice',
  purse: 5 * CRORE,
  squad: { min: 18, max: 25 },
  overseasMax: 4,
  categories: [{ id: 'overseas', label: 'overseas', min: 2, max: null }],
  basePrices: [9, 13, 20, 30].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: LAKH / 2 },
    { from: 50 * LAKH, step: LAKH },
    { from: 100 * LAKH, step: 2.5 * LAKH },
  ],
  jumpGrid: LAKH / 10,
  retention: {
    max: 6,
    caps: { capped: null, uncapped: null, overseas: null },
    cappedTotals: [],
    uncappedCost: null,
  },
  match: {
    cardsByRetained: [3, 3, 3, 3, 3, 2, 1],
    caps: { capped: null, uncapped: null, overseas: null },
    raiseGrid: null,
    declineUsesCard: false,
    terms: ['one season', 'two seasons'],
    answerMs: null,
  },
}
