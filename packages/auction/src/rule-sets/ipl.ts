import { LAKH } from '../money.ts'
import { type LadderBand, PLAIN, type RuleSet } from '../rule-set.ts'

/** The ladder of 2021, 2022 and from 2025 on (Sportstar 2024-11-24); every sale of those years lies on it. */
const LADDER_25: readonly LadderBand[] = [
  { from: 0, step: 5 * LAKH },
  { from: 100 * LAKH, step: 10 * LAKH },
  { from: 200 * LAKH, step: 20 * LAKH },
  { from: 500 * LAKH, step: 25 * LAKH },
]

/** The ladder that the sales of 2018 and 2024 show: steps of 20 lakh up to 10 crore (8.40, 7.20, 6.80), of 25 above (24.75, 20.50, 11.75). */
export const LADDER_20: readonly LadderBand[] = [
  { from: 0, step: 5 * LAKH },
  { from: 100 * LAKH, step: 10 * LAKH },
  { from: 200 * LAKH, step: 20 * LAKH },
  { from: 1000 * LAKH, step: 25 * LAKH },
]

/** Base prices until 2024 and from 2025 on (common knowledge; the lists of those years hold no other). */
export const BASES_20 = [20, 30, 40, 50, 75, 100, 150, 200].map((lakh) => lakh * LAKH)
const BASES_30 = [30, 40, 50, 75, 100, 125, 150, 200].map((lakh) => lakh * LAKH)

/**
 * What every IPL auction shares: squads of 18 to 25 with at most 8 from overseas, three quarters of the purse to be spent (Sporting News
 * 2024-03-19; India TV 2022-02-11), jumps, and the silent tie-break (India TV, CNBC-TV18). Its times are Gavel's own: none are published.
 */
export const IPL = {
  ...PLAIN,
  currency: 'INR',
  minSpendPercent: 75,
  squad: { min: 18, max: 25 },
  overseasMax: 8,
  basePrices: BASES_30,
  ladder: LADDER_25,
  jumpGrid: 5 * LAKH,
  tieBreak: { inviteMs: null, sealMs: 120_000, revealMs: 60_000 },
} as const satisfies Partial<RuleSet>
