// How often a ball brings what, counted from recorded matches. Where those lie beside the project a test counts them again (CHANCE-6).

/**
 * `runs`: how often a fair ball brings 1, 2, 3, 4, 5 and 6; `wicket`: how often one. The rest of the fair balls bring nothing. `extra`: how
 * often a ball is a wide or a no-ball, taken for a run that costs no ball. All are shares of 1.
 */
export type Pace = { readonly runs: readonly number[]; readonly wicket: number; readonly extra: number }

/**
 * Innings of one length by the third that they are in: those with the fewest runs a ball, the middle ones, those with the most. `late`: in
 * the last `lastBalls` balls of the innings, which are batted faster and cost more wickets.
 */
export type Paces = {
  readonly name: string
  readonly lastBalls: number
  readonly last: string
  readonly days: readonly { readonly early: Pace; readonly late: Pace }[]
}

/** 104 innings of more than 20 balls in 54 matches of twenty overs, 2006 to 2026, from Cricsheet. */
export const SHORT_PACES: Paces = {
  name: 'twenty overs',
  lastBalls: 30,
  last: 'the last five overs',
  days: [
    {
      early: { runs: [0.3523, 0.0444, 0.0024, 0.083, 0, 0.0158], wicket: 0.0599, extra: 0.0469 },
      late: { runs: [0.4085, 0.1014, 0.003, 0.0726, 0, 0.0363], wicket: 0.1135, extra: 0.0279 },
    },
    {
      early: { runs: [0.3765, 0.0589, 0.0032, 0.1123, 0.001, 0.0372], wicket: 0.0458, extra: 0.0341 },
      late: { runs: [0.4119, 0.0881, 0.001, 0.1215, 0, 0.0739], wicket: 0.1043, extra: 0.0333 },
    },
    {
      early: { runs: [0.3897, 0.0632, 0.0014, 0.1434, 0, 0.0799], wicket: 0.0387, extra: 0.0424 },
      late: { runs: [0.3954, 0.1046, 0, 0.1563, 0, 0.1635], wicket: 0.0589, extra: 0.0683 },
    },
  ],
}

/** 27 innings of more than 20 balls in 14 one-day matches, 2019 to 2023, from Cricsheet. */
export const LONG_PACES: Paces = {
  name: 'fifty overs',
  lastBalls: 60,
  last: 'the last ten overs',
  days: [
    {
      early: { runs: [0.2945, 0.0436, 0.0056, 0.0573, 0, 0.0031], wicket: 0.0255, extra: 0.0302 },
      late: { runs: [0.4402, 0.0684, 0, 0.0641, 0, 0.0171], wicket: 0.0769, extra: 0.041 },
    },
    {
      early: { runs: [0.2781, 0.0394, 0.0048, 0.0788, 0, 0.0115], wicket: 0.0192, extra: 0.0312 },
      late: { runs: [0.431, 0.087, 0, 0.0718, 0, 0.0586], wicket: 0.0699, extra: 0.0382 },
    },
    {
      early: { runs: [0.3457, 0.0625, 0.0042, 0.0861, 0, 0.012], wicket: 0.012, extra: 0.0222 },
      late: { runs: [0.4337, 0.1248, 0.002, 0.1386, 0, 0.0475], wicket: 0.0574, extra: 0.049 },
    },
  ],
}
