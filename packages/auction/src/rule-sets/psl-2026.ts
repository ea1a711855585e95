import { CRORE, LAKH } from '../money.ts'
import { PLAIN, type RuleSet } from '../rule-set.ts'

/**
 * PSL 2026, in Pakistani rupees: the ladder with half-lakh steps Geo Super 2026-02-11 and Wisden; purse and squads ESPNcricinfo 2026-01-25. The
 * 5.5 crore for one direct foreign signing are outside the purse: a team that signs one has a purse of its own. Base prices are where the ladder's
 * bands begin. Sources disagree how many from overseas a squad of 19 or 20 needs; 5 to 7 hold for all.
 */
export const psl2026: RuleSet = {
  ...PLAIN,
  id: 'psl-2026',
  name: 'PSL 2026',
  currency: 'PKR',
  source: 'Geo Super 2026-02-11; Wisden; ESPNcricinfo 2026-01-25; Cricpakistan',
  purse: 45 * CRORE,
  squad: { min: 16, max: 20 },
  overseasMax: 7,
  categories: [
    { id: 'overseas', label: 'overseas', min: 5, max: null },
    { id: 'emerging', label: 'uncapped under-23', min: 2, max: null },
  ],
  basePrices: [60, 110, 220, 420].map((lakh) => lakh * LAKH),
  ladder: [
    { from: 0, step: 2.5 * LAKH },
    { from: 110 * LAKH, step: 5 * LAKH },
    { from: 220 * LAKH, step: 10 * LAKH },
    { from: 420 * LAKH, step: 15 * LAKH },
  ],
}
