import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { BASES_20, IPL, LADDER_20 } from './ipl.ts'

/**
 * IPL 2018 mega auction: the older right to match, without a raise. The purse, the retention slabs, the caps and the cards (three, and five
 * players at most kept either way) are common knowledge; the ladder is what that year's 169 sale prices show.
 */
export const ipl2018: RuleSet = {
  ...IPL,
  id: 'ipl-2018',
  name: 'IPL 2018',
  source: 'Common knowledge of the auction; the ladder from that year’s sale prices',
  purse: 80 * CRORE,
  basePrices: BASES_20,
  ladder: LADDER_20,
  retention: {
    max: 3,
    caps: { capped: null, uncapped: 2, overseas: 2 },
    cappedTotals: [12.5 * CRORE, 21 * CRORE, 33 * CRORE],
    uncappedCost: 3 * CRORE,
  },
  match: {
    cardsByRetained: [3, 3, 3, 2],
    caps: { capped: null, uncapped: 2, overseas: 2 },
    raiseGrid: null,
    declineUsesCard: false,
    terms: [],
    answerMs: null,
  },
}
