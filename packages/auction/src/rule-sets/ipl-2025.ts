import { CRORE, LAKH } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { IPL } from './ipl.ts'

/**
 * IPL 2025 mega auction: ladder Sportstar 2024-11-24; purse, squads, retentions (18, 14, 11, 18 and 14 crore, uncapped 4) and the right to
 * match with one raise Sporting News 2024-11-12. The raises that were seen lie on the grid of 25 lakh.
 */
export const ipl2025: RuleSet = {
  ...IPL,
  id: 'ipl-2025',
  name: 'IPL 2025',
  source: 'Sportstar 2024-11-24; Sporting News 2024-11-12',
  purse: 120 * CRORE,
  retention: {
    max: 6,
    caps: { capped: 5, uncapped: 2, overseas: null },
    cappedTotals: [18 * CRORE, 32 * CRORE, 43 * CRORE, 61 * CRORE, 75 * CRORE],
    uncappedCost: 4 * CRORE,
  },
  match: {
    cardsByRetained: [6, 5, 4, 3, 2, 1, 0],
    caps: { capped: 5, uncapped: 2, overseas: null },
    raiseGrid: 25 * LAKH,
    declineUsesCard: false,
    terms: [],
    answerMs: null,
  },
}
