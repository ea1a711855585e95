import { figuresOf, type MeasuredRow } from '../measure.ts'
import type { BesideSamples } from './program.ts'

const AREA = 'identity'

/** What came of bids beside sign-ins, as rows: a bid alone and one sign-in alone are the floors. */
export function besideRows({ alone, beside, single, signIns, refused }: BesideSamples): readonly MeasuredRow[] {
  const count = signIns.length + refused
  return [
    {
      area: AREA,
      name: 'A bid is acknowledged',
      input:
        'two owners outbid each other over sockets; each sign-in hashes a password, in another process, as the web app is one',
      figures: [
        { ...figuresOf('alone', alone), ratio: 1, p99Ratio: 1 },
        ratios(figuresOf('beside 100 people who sign in at once', beside), figuresOf('alone', alone)),
      ],
    },
    {
      area: AREA,
      name: 'A sign-in by password',
      input: `beside those bids; ${refused} of ${count} refused`,
      figures: [
        { ...figuresOf('one', single), ratio: 1, p99Ratio: 1 },
        ratios(figuresOf('each of 100 at once', signIns), figuresOf('one', single)),
      ],
    },
  ]
}

type Figures = ReturnType<typeof figuresOf>
const ratios = (one: Figures, floor: Figures) => ({
  ...one,
  ratio: one.medianMs / floor.medianMs,
  p99Ratio: one.p99Ms / floor.p99Ms,
})
