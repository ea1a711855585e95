import { type CricketPlay, type CricketScore, cricketRules, type Delivery, SPORTS } from '@gavel/scoring'
import { expect, test } from 'vitest'
import { bowlers, type Chosen, creaseOf, NOBODY_CHOSEN, needsOf } from './crease.ts'

const side = (name: string) => ({ team: name, players: Array.from({ length: 4 }, (_, n) => `${name}${n + 1}`) })
const rules = cricketRules('community', { players: 4, overs: 2, ballsPerOver: 2, lastBatterAlone: true })
const fresh = SPORTS.cricket.begin(rules, { sides: { home: side('h'), away: side('a') }, toss: null })
const after = (...plays: CricketPlay[]): CricketScore => plays.reduce(SPORTS.cricket.apply, fresh)
const start: CricketPlay = { type: 'InningsStart', batting: 'home' }
const ball = (more: Partial<Delivery> = {}): Delivery => ({
  ...{ type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat: 0 } },
  ...more,
})
const needs = (score: CricketScore, chosen: Chosen = NOBODY_CHOSEN) => needsOf(score, creaseOf(score, chosen))

test('PAD-15 the pad asks for whoever is missing: the innings, the openers, the bowler, then the ball', () => {
  expect(needs(fresh)).toEqual({ is: 'innings' })
  expect(needs(after(start))).toEqual({ is: 'batter', end: 'striker', opening: true })
  const faces = { ...NOBODY_CHOSEN, striker: 'h1' }
  expect(needs(after(start), faces)).toEqual({ is: 'batter', end: 'nonStriker', opening: true })
  const both = { ...faces, nonStriker: 'h2' }
  expect(needs(after(start), both)).toEqual({ is: 'bowler' })
  const bowls = { ...both, bowler: { innings: 1, over: 0, player: 'a1' } }
  expect(needs(after(start), bowls)).toEqual({ is: 'ball' })
  expect(needs(after(start, ball()))).toEqual({ is: 'ball' })
})

test('PAD-15 after an over a bowler is asked for, and who may not bowl says why', () => {
  const score = after(start, ball(), ball())
  const stale = { ...NOBODY_CHOSEN, bowler: { innings: 1, over: 0, player: 'a1' } }
  expect(needs(score, stale)).toEqual({ is: 'bowler' })
  const crease = creaseOf(score, stale)
  const list = crease && bowlers(score, crease)
  expect(list?.find(({ player }) => player === 'a1')?.against?.code).toBe('BOWLED_LAST_OVER')
  expect(list?.find(({ player }) => player === 'a2')?.against).toBeNull()
})

test('PAD-15 after a wicket the next batter is asked for at the vacant end, and the last one goes on alone', () => {
  const out = (player: string): Partial<Delivery> => ({ wickets: [{ kind: 'bowled', out: player }] })
  const first = after(start, ball(out('h1')))
  expect(needs(first)).toEqual({ is: 'batter', end: 'striker', opening: false })
  expect(creaseOf(first, { ...NOBODY_CHOSEN, striker: 'h3' })?.striker).toBe('h3')
  expect(creaseOf(first, { ...NOBODY_CHOSEN, striker: 'h1' })?.striker).toBeNull()
  const last = after(
    start,
    ball(out('h1')),
    ball({ striker: 'h3', ...out('h3') }),
    ball({ ...out('h4'), striker: 'h4', bowler: 'a2' }),
  )
  expect(needs(last)).toMatchObject({ is: 'alone', player: 'h2' })
})
