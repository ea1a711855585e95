import { CRORE, LAKH } from '../money.ts'
import { PLAIN, type RuleSet } from '../rule-set.ts'

/**
 * WPL 2026 mega auction: purse, squads, retentions (3.5, 2.5, 1.75, 1 and 0.5 crore) and cards Business Standard 2025-11-26. The smallest
 * squad, the overseas cap, base prices, the ladder and the cost of an uncapped player are common knowledge.
 */
export const wpl2026: RuleSet = {
  ...PLAIN,
  id: 'wpl-2026',
  name: 'WPL 2026',
  currency: 'INR',
  source: 'Business Standard 2025-11-26; smallest squad, overseas cap, base prices and ladder are common knowledge',
  purse: 15 * CRORE,
  squad: { min: 15, max: 18 },
  overseasMax: 6,
  basePrices: [10, 20, 30, 40, 50].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: 5 * LAKH },
    { from: 100 * LAKH, step: 10 * LAKH },
    { from: 200 * LAKH, step: 20 * LAKH },
  ],
  jumpGrid: 5 * LAKH,
  retention: {
    max: 5,
    caps: { capped: 5, uncapped: 2, overseas: 2 },
    cappedTotals: [350 * LAKH, 600 * LAKH, 775 * LAKH, 875 * LAKH, 925 * LAKH],
    uncappedCost: 50 * LAKH,
  },
  match: {
    cardsByRetained: [5, 4, 3, 2, 1, 0],
    caps: { capped: 5, uncapped: 2, overseas: 2 },
    raiseGrid: 5 * LAKH,
    declineUsesCard: false,
    terms: [],
    answerMs: null,
  },
}
