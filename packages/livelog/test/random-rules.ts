import { PLAIN, type RuleSet } from '@gavel/auction'
import * as fc from 'fast-check'
import { JUNIOR } from './random-common.ts'
import { smallRules } from './support.ts'

const CLOCKS: readonly RuleSet['clock'][] = [
  { mode: 'auctioneer' },
  { mode: 'auctioneer' },
  { mode: 'auctioneer' },
  { mode: 'auctioneer' },
  { mode: 'clock', lotMs: 25, extendMs: 8 },
  { mode: 'clock', lotMs: 60_000, extendMs: 10_000 },
  { mode: 'clock', lotMs: 120, extendMs: 60 },
  { mode: 'clock', lotMs: 30, extendMs: 60_000 },
]
/** Times of stages and turns: none, long ones, and some that end within the list. */
const TIMES = [null, 60_000, 15] as const
const NO_CAPS = { capped: null, uncapped: null, overseas: null }

const or = <T>(nothing: T, often: number, something: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: often, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: something })

const match = fc.record({
  cardsByRetained: fc.constantFrom([2], [1], [1, 0]),
  caps: fc.constantFrom(NO_CAPS, { ...NO_CAPS, capped: 1 }),
  raiseGrid: fc.constantFrom(null, 5, 5, 25),
  declineUsesCard: fc.boolean(),
  terms: fc.constantFrom([], [], ['one season', 'two seasons']),
  answerMs: fc.constantFrom(...TIMES),
})
const tieBreak = fc.record({
  inviteMs: fc.constantFrom(...TIMES),
  sealMs: fc.constantFrom(60_000, 15),
  revealMs: fc.constantFrom(60_000, 15),
  afterMatch: fc.boolean(),
})
const nomination = fc.record({
  order: fc.constantFrom('straight' as const, 'snake' as const, 'winner' as const, 'free' as const),
  turnMs: fc.constantFrom(...TIMES),
})
const retention = fc.record({
  max: fc.constantFrom(1, 1, 3),
  caps: fc.constantFrom(NO_CAPS, { ...NO_CAPS, capped: 1 }),
  cappedTotals: fc.constantFrom([], [30, 55]),
  uncappedCost: fc.constantFrom(null, 15),
})

/** Every rule that changes what is decided, small enough that its limits are near. */
export const rules: fc.Arbitrary<RuleSet> = fc
  .record({
    jumpGrid: fc.constantFrom(null, 5, 25),
    clock: fc.constantFrom(...CLOCKS),
    bidsDecidedBy: fc.constantFrom('script' as const, 'script' as const, 'script' as const, 'core' as const),
    squad: fc.constantFrom({ min: 1, max: 1 }, { min: 2, max: 3 }, { min: 4, max: 6 }),
    overseasMax: fc.constantFrom(null, 0, 1),
    purse: fc.constantFrom(60, 60, 200, 1_000),
    categories: or<RuleSet['categories']>(
      PLAIN.categories,
      2,
      fc.constantFrom(
        [{ ...JUNIOR, min: 0, max: 0 }],
        [{ ...JUNIOR, min: 0, max: 1 }],
        [{ ...JUNIOR, min: 1, max: 2 }],
      ),
    ),
    retention: or<RuleSet['retention']>(PLAIN.retention, 1, retention),
    match: or<RuleSet['match']>(PLAIN.match, 1, match),
    tieBreak: or<RuleSet['tieBreak']>(PLAIN.tieBreak, 1, tieBreak),
    feeCap: or<RuleSet['feeCap']>(PLAIN.feeCap, 2, fc.constant({ category: 'overseas', amount: 20 })),
    recallFloor: fc.constantFrom(null, 5),
    nomination: or<RuleSet['nomination']>(PLAIN.nomination, 3, nomination),
    openLots: fc.constantFrom(1, 1, 1, 1, 3),
    proxies: fc.boolean(),
  })
  .map((changes: Partial<RuleSet>) => smallRules(changes))
