import { expect, test } from 'vitest'
import { winChances } from './chances.ts'
import { cricketRules } from './formats.ts'
import { SHORT_PACES } from './paces.ts'
import type { CricketRules } from './rules.ts'
import type { CricketScore } from './score.ts'
import { cricket } from './sport.ts'

const players = (tag: string) => Array.from({ length: 11 }, (_, n) => `${tag}${n + 1}`)
const begin = (rules: CricketRules) =>
  cricket.begin(rules, {
    sides: { home: { team: 'h', players: players('h') }, away: { team: 'o', players: players('o') } },
    toss: { winner: 'home', chose: 'bat' },
  })

/** A chase of the away side that needs so many runs off so many balls with so many wickets gone. */
const chase = (needed: number, balls: number, wickets: number): CricketScore => {
  const score = [
    { type: 'InningsStart', batting: 'home' } as const,
    { type: 'InningsEnd', why: 'closed' } as const,
    { type: 'InningsStart', batting: 'away' } as const,
    { type: 'TargetSet', runs: needed, balls, method: null } as const,
  ].reduce(cricket.apply, begin(cricketRules('t20')))
  return { ...score, innings: score.innings.map((one) => (one.n === 2 ? { ...one, wickets } : one)) }
}
const away = (score: CricketScore) => winChances(score)?.away ?? Number.NaN

test('CHANCE-1 both chances are 1 together, and before the first ball about even', () => {
  const chances = winChances(begin(cricketRules('t20')))
  expect((chances?.home ?? 0) + (chances?.away ?? 0)).toBeCloseTo(1)
  expect(chances?.home).toBeGreaterThan(0.45)
  expect(chances?.home).toBeLessThan(0.55)
})

test('CHANCE-2 fewer runs to get, more balls and more wickets left never make a chase less likely', () => {
  const steps = { runs: [1, 2, 6, 25, 60, 100, 180], balls: [1, 6, 29, 30, 31, 60, 119], wickets: [0, 3, 5, 8, 9] }
  for (const needed of steps.runs)
    for (const balls of steps.balls)
      for (const wickets of steps.wickets) {
        // Where the last overs begin a chase that is all but lost may gain from beginning them at once.
        const now = away(chase(needed, balls, wickets)) - 1e-4
        if (needed > 1) expect(away(chase(needed - 1, balls, wickets))).toBeGreaterThanOrEqual(now)
        expect(away(chase(needed, balls + 1, wickets))).toBeGreaterThanOrEqual(now)
        if (wickets > 0) expect(away(chase(needed, balls, wickets - 1))).toBeGreaterThanOrEqual(now)
      }
})

test('CHANCE-3 what cannot fail is certain and what cannot be done is lost', () => {
  expect(away(chase(1, 120, 0))).toBeGreaterThan(0.999)
  expect(away(chase(40, 2, 0))).toBeLessThan(0.001)
})

test('CHANCE-4 one ball and one run to win: the share of last balls that bring a run, over three days alike, a tie half', () => {
  const scores = SHORT_PACES.days.map(({ late: { runs, extra } }) => {
    // The ball brings a run, or an extra comes first, which is enough; no run at all is a tie, since one run wins by one.
    const brings = runs.reduce((sum, share) => sum + share, 0)
    return extra + (1 - extra) * brings
  })
  const mean = scores.reduce((sum, one) => sum + one, 0) / 3
  expect(away(chase(1, 1, 0))).toBeCloseTo(mean + (1 - mean) / 2, 6)
})

test('CHANCE-4 the chances are those of the tables that are asked for', () => {
  const sure = { runs: [1], wicket: 0, extra: 0 }
  const paces = { ...SHORT_PACES, days: [{ early: sure, late: sure }] }
  const of = (needed: number) => winChances(chase(needed, 50, 0), { short: paces, long: paces })?.away
  expect([of(50), of(51), of(52)]).toEqual([1, 0.5, 0])
})

test('CHANCE-5 the model says how it was worked out, and nothing of matches it does not know', () => {
  expect(winChances(chase(60, 60, 3))?.how).toContain('worked out exactly')
  expect(winChances(begin(cricketRules('t20')))?.how).toContain('recorded innings of twenty overs')
  expect(winChances(begin(cricketRules('odi')))?.how).toContain('recorded innings of fifty overs')
  expect(winChances(begin(cricketRules('test')))).toBeNull()
  expect(winChances(cricket.apply(begin(cricketRules('t20')), { type: 'Awarded', to: 'home' }))).toBeNull()
})
