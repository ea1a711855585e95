import { CRORE } from '../money.ts'
import type { RuleSet } from '../rule-set.ts'
import { BASES_20, IPL } from './ipl.ts'

/** What each of one, two, three or four retained players costs at least. Slab by slab, every team begins with the purse that was announced. */
const SLABS = [[14], [14, 10], [15, 11, 7], [16, 12, 8, 6]].map((row) => row.map((crore) => crore * CRORE))

/** IPL 2022 mega auction: no right to match; the caps and slabs of retention are common knowledge. */
export const ipl2022: RuleSet = {
  ...IPL,
  id: 'ipl-2022',
  name: 'IPL 2022',
  source:
    'India TV 2022-02-11; every sale of that year lies on the ladder of Sportstar 2024-11-24; retention slabs are common knowledge',
  purse: 90 * CRORE,
  basePrices: BASES_20,
  retention: {
    max: 4,
    caps: { capped: null, uncapped: 2, overseas: 2 },
    cappedTotals: [14 * CRORE, 24 * CRORE, 33 * CRORE, 42 * CRORE],
    cappedSlabs: SLABS,
    uncappedCost: 4 * CRORE,
  },
}
