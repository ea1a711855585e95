// Whole matches of random balls: what holds of every match.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextToBat } from './check.ts'
import { Book } from './given.ts'
import { DISMISSALS } from './plays.ts'
import { cricketResult } from './result.ts'
import { extrasOf } from './scorecard.ts'
import { cricket } from './sport.ts'
import { partnerships, timeline } from './timeline.ts'

const anyBall = fc.record({
  bat: fc.constantFrom(0, 0, 0, 1, 1, 2, 3, 4, 6),
  extra: fc.constantFrom('', '', '', '', 'wides', 'noBalls', 'byes', 'legByes'),
  more: fc.nat(4),
  kind: fc.option(fc.constantFrom(...DISMISSALS), { freq: 8 }),
  who: fc.boolean(),
  crossed: fc.boolean(),
  penalty: fc.option(fc.constantFrom('batting' as const, 'fielding' as const), { freq: 20 }),
  retires: fc.integer({ min: 0, max: 40 }),
})
type AnyBall = typeof anyBall extends fc.Arbitrary<infer T> ? T : never

/** The ball as far as the rules let it be: without its wicket or its extra where they object. */
function bowl(b: Book, { bat, extra, more, kind, who, crossed, penalty, retires }: AnyBall): void {
  const runs = extra === '' ? { bat } : extra === 'noBalls' ? { bat, noBalls: 1 } : { [extra]: more + 1 }
  const paid = penalty ? { penalty: { to: penalty, runs: 5 } } : {}
  const plain = b.ball(runs, paid)
  const out = (who ? plain.striker : plain.nonStriker) ?? plain.striker
  const tries = [
    ...(kind ? [{ ...plain, runs: { ...plain.runs, bat: 0 }, crossed, wickets: [{ kind, out }] }] : []),
    plain,
  ]
  for (const ball of tries) if (b.play(ball) === null) break
  if (retires === 0) b.play({ type: 'Retire', player: out, kind: 'retired hurt' })
}

function play(balls: readonly AnyBall[], format: 't20' | 'hundred' | 'test'): Book {
  const b = new Book(format, format === 'test' ? { players: 4 } : { overs: 3, players: 6 })
  for (const one of balls) {
    if (cricketResult(b.score).is !== 'open') break
    if (b.score.innings.at(-1)?.end === null) bowl(b, one)
    else b.start(nextToBat(b.score))
  }
  return b
}

const anyMatch = fc
  .tuple(fc.array(anyBall, { maxLength: 120 }), fc.constantFrom('t20' as const, 'hundred' as const, 'test' as const))
  .map(([balls, format]) => play(balls, format))

test('BALL-4 the total is the sum of its batters’ runs and its extras, at every ball', () => {
  fc.assert(
    fc.property(anyMatch, (b) => {
      let score = cricket.begin(b.rules, b.setup)
      for (const one of b.plays) {
        score = cricket.apply(score, one)
        for (const { runs, batters, extras, wickets, falls, bowlers, balls } of score.innings) {
          const bat = batters.reduce((sum, batter) => sum + batter.runs, 0)
          expect(bat + extrasOf(extras)).toBe(runs)
          expect(falls.length).toBe(wickets)
          expect(batters.filter(({ status }) => status.is === 'out').length).toBe(wickets)
          expect(bowlers.reduce((sum, bowler) => sum + bowler.balls, 0)).toBe(balls)
          const debited = bowlers.reduce((sum, bowler) => sum + bowler.runs, 0)
          expect(debited).toBe(runs - extras.byes - extras.legByes - extras.penalty)
        }
      }
      expect(score.strikeMismatches).toBe(0)
    }),
    { numRuns: 60 },
  )
})

test('CHART-3 partnerships make the total but for penalty runs outside a ball', () => {
  fc.assert(
    fc.property(anyMatch, (b) => {
      const balls = timeline(b.rules, b.setup, b.plays)
      const pairs = partnerships(balls)
      for (const { n } of b.score.innings) {
        const of = (sum: readonly { innings: number; runs: number }[]) =>
          sum.filter(({ innings }) => innings === n).reduce((total, { runs }) => total + runs, 0)
        expect(of(pairs)).toBe(of(balls))
      }
    }),
    { numRuns: 30 },
  )
})
