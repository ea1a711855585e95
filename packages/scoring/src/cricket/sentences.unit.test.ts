import { expect, test } from 'vitest'
import { cricketRules } from './formats.ts'
import type { BallRuns, CricketPlay, Delivery } from './plays.ts'
import { cricketSentence, overSummary } from './sentences.ts'
import { cricket } from './sport.ts'
import { currentInnings } from './where.ts'

const NAMES = {
  team: (side: 'home' | 'away') => (side === 'home' ? 'Herons' : 'Otters'),
  player: (id: string | null) => (id === null ? 'somebody' : id.toUpperCase()),
}
const players = (tag: string) => Array.from({ length: 11 }, (_, n) => `${tag}${n + 1}`)
const begin = (overs = 20) =>
  cricket.apply(
    cricket.begin(cricketRules('t20', { overs }), {
      sides: { home: { team: 'h', players: players('h') }, away: { team: 'o', players: players('o') } },
      toss: { winner: 'home', chose: 'bat' },
    }),
    { type: 'InningsStart', batting: 'home' },
  )
const ball = (runs: BallRuns, more: Partial<Delivery> = {}): Delivery => ({
  type: 'Delivery',
  ...{ striker: 'h1', nonStriker: 'h2', bowler: 'o1', runs },
  ...more,
})
const said = (plays: readonly CricketPlay[], score = begin()) => {
  const last = plays.at(-1)
  if (!last) throw new Error('no play')
  return cricketSentence(plays.slice(0, -1).reduce(cricket.apply, score), last, NAMES)
}

test('COMMENT-1 a ball is told by who bowled to whom and what it brought', () => {
  expect(said([ball({ bat: 0 })])).toBe('O1 to H1, no run.')
  expect(said([ball({ bat: 1 })])).toBe('O1 to H1, 1 run.')
  expect(said([ball({ bat: 4 }, { boundary: 4 })])).toBe('O1 to H1, FOUR.')
  expect(said([ball({ bat: 4 })])).toBe('O1 to H1, 4 runs.')
  expect(said([ball({ bat: 0, wides: 2 })])).toBe('O1 to H1, 2 wides.')
  expect(said([ball({ bat: 0, legByes: 1 })])).toBe('O1 to H1, 1 leg bye.')
  expect(said([ball({ bat: 6, noBalls: 1 }, { boundary: 6 })])).toBe('O1 to H1, no-ball and SIX. Free hit to come.')
})

test('COMMENT-2 a wicket says who, how, for how many, and where that leaves the side', () => {
  const caught = ball({ bat: 0 }, { wickets: [{ kind: 'caught', out: 'h1', fielders: [{ player: 'o5' }] }] })
  expect(said([ball({ bat: 2 }), caught])).toBe('O1 to H1, OUT! H1 c O5 b O1 2 (2). 2/1.')
  const ran = { kind: 'run out', out: 'h2', fielders: [{ player: 'o3' }, { player: 'o4' }], end: 'striker' } as const
  expect(said([ball({ bat: 0 }, { wickets: [ran] })])).toContain('H2 run out (O3/O4) 0 (0).')
})

test('COMMENT-3 fifties, five wickets and the fifties of a side are said once, when they are reached', () => {
  const sixes = Array.from({ length: 5 }, () => ball({ bat: 6 }, { boundary: 6 }))
  const over = (bowler: string) => sixes.map((one) => ({ ...one, bowler }))
  const words = said([
    ...over('o1'),
    { type: 'OverCalled' },
    ...over('o2')
      .slice(0, 4)
      .map((one) => ({ ...one, striker: 'h1', nonStriker: 'h2' })),
  ])
  expect(words).toContain('50 for H1 off 9 balls, with 9 sixes.')
  expect(words).toContain('50 up for Herons in 1.3 overs.')
})

test('COMMENT-4 the last ball of an innings says how it ended, and the last of the match who won', () => {
  const dots = (bowler: string, names: Partial<Delivery>) =>
    Array.from({ length: 6 }, () => ball({ bat: 0 }, { bowler, ...names }))
  const first = [ball({ bat: 0, wides: 1 }), ...dots('o1', {})]
  expect(said(first, begin(1))).toContain('End of the innings: Herons 1/0 in 1 over.')
  const chase: CricketPlay[] = [
    { type: 'InningsStart', batting: 'away' },
    ball({ bat: 2 }, { striker: 'o1', nonStriker: 'o2', bowler: 'h5' }),
  ]
  expect(said([...first, ...chase.slice(0, 1)], begin(1))).toBe('Otters come in to bat. They need 2 runs to win.')
  expect(said([...first, ...chase], begin(1))).toContain('Result: Otters won by 10 wickets.')
})

test('COMMENT-5 an over that has ended is summed up: its runs, the side, who bats and who bowled', () => {
  const score = [
    ball({ bat: 1 }),
    ...Array.from({ length: 5 }, () => ball({ bat: 0 }, { striker: 'h2', nonStriker: 'h1' })),
  ].reduce(cricket.apply, begin())
  const innings = currentInnings(score)
  if (!innings) throw new Error('no innings')
  expect(overSummary(innings, 6)).toEqual({
    ...{ over: 1, runs: 1, wickets: 0, maiden: false, total: { runs: 1, wickets: 0 } },
    batters: [
      { player: 'h1', runs: 1, balls: 1 },
      { player: 'h2', runs: 0, balls: 5 },
    ],
    bowlers: [{ player: 'o1', figures: '1-0-1-0' }],
  })
  expect(overSummary(currentInnings(cricket.apply(score, ball({ bat: 0 }, { bowler: 'o2' }))) ?? innings, 6)).toBeNull()
})
