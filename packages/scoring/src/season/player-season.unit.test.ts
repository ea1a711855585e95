import { expect, test } from 'vitest'
import { BADMINTON_FORMATS } from '../badminton/rules.ts'
import { FOOTBALL_FORMATS } from '../football/rules.ts'
import { shirts, sidesOf } from '../given-plays.ts'
import type { Raid } from '../kabaddi/plays.ts'
import { KABADDI_FORMATS } from '../kabaddi/rules.ts'
import type { MatchState } from '../match/state.ts'
import { type PlayOf, type RulesOf, type ScoredSport, type SetupOf, sportOf } from '../sports.ts'
import { VOLLEYBALL_FORMATS } from '../volleyball/rules.ts'
import { type PlayerSeason, playerSeason } from './player-season.ts'

type Match = Pick<MatchState, 'score' | 'plays' | 'phase'>

function match<Id extends ScoredSport>(
  id: Id,
  rules: RulesOf<Id>,
  setup: SetupOf<Id>,
  plays: readonly PlayOf<Id>[],
): Match {
  const sport = sportOf(id)
  const score = plays.reduce((now, play) => sport.apply(now, play), sport.begin(rules, setup))
  const written = plays.map((play, at) => ({ seq: at + 1, play, by: 'ann', device: 'd', atMs: at }))
  return { score, plays: written, phase: { is: 'live' } } as unknown as Match
}

const fact = (season: PlayerSeason | null, name: string) => season?.facts.find((one) => one.name === name)

test('FIGURES-2 football counts goals, assists and cards of who began or came on', () => {
  const setup = {
    ...{ sides: sidesOf(shirts('h', 11), shirts('a', 11)), bench: { home: ['h12'], away: [] } },
    ...{ knockout: false, aggregate: null },
  }
  const at = { minute: 10, added: 0 }
  const one = match('football', FOOTBALL_FORMATS.laws, setup, [
    { type: 'PeriodStart', period: 'first' },
    { type: 'Goal', side: 'home', how: 'goal', scorer: 'h9', assist: 'h12', at },
    { type: 'Goal', side: 'away', how: 'own', scorer: 'h9', assist: null, at },
    { type: 'Card', side: 'home', player: 'h9', colour: 'yellow', at },
    { type: 'Substitution', side: 'home', changes: [{ off: 'h2', on: 'h12' }], concussion: false, at },
  ])
  const scorer = playerSeason('football', 'h9', [one])
  expect(scorer?.matches).toBe(1)
  expect(fact(scorer, 'Goals')).toMatchObject({ stands: '1', costs: { what: 'A goal', count: 1 } })
  expect(fact(scorer, 'Yellow cards')?.stands).toBe('1')
  expect(fact(playerSeason('football', 'h12', [one]), 'Assists')?.stands).toBe('1')
  expect(playerSeason('football', 'h13', [one])).toBeNull()
})

test('FIGURES-2 badminton counts matches, games and points, those of a match that is on included', () => {
  const setup = { sides: sidesOf(['h1'], ['a1']), discipline: 'singles' as const, firstServer: null }
  const rally = (winner: 'home' | 'away') => ({ type: 'Rally' as const, winner, serving: null, server: null })
  const game = Array.from({ length: 21 }, () => rally('away'))
  const won = match('badminton', BADMINTON_FORMATS['3x21'], setup, [...game, ...game])
  const on = match('badminton', BADMINTON_FORMATS['3x21'], setup, [rally('home')])
  const season = playerSeason('badminton', 'a1', [won, on])
  expect(season?.matches).toBe(2)
  expect(season?.facts.map(({ stands }) => stands)).toEqual(['1', '2–0', '42–1'])
})

test('FIGURES-2 volleyball counts sets on court and points on serve; who only sat on the bench has played nothing', () => {
  const setup = {
    sides: sidesOf(shirts('h', 8), shirts('a', 6)),
    ...{ liberos: { home: ['hL'], away: [] }, firstServer: null },
  }
  const lineups = { home: shirts('h', 6), away: shirts('a', 6) }
  const serve = (winner: 'home' | 'away') => ({
    type: 'Rally' as const,
    winner,
    serving: 'home' as const,
    server: 'h1',
  })
  const one = match('volleyball', VOLLEYBALL_FORMATS.indoor, setup, [
    { type: 'SetStart', serving: 'home', lineups },
    serve('home'),
    { type: 'Substitution', side: 'home', off: 'h2', on: 'h7', exceptional: false },
    serve('away'),
    { type: 'LiberoIn', side: 'home', libero: 'hL', for: 'h6' },
  ])
  const server = playerSeason('volleyball', 'h1', [one])
  expect(fact(server, 'Points on serve')).toMatchObject({ stands: '1', costs: { count: 1 } })
  expect(fact(server, 'Points a serve')?.stands).toBe('0.50')
  for (const player of ['h7', 'hL']) expect(fact(playerSeason('volleyball', player, [one]), 'Sets')?.stands).toBe('1')
  expect(playerSeason('volleyball', 'h8', [one])).toBeNull()
})

test('FIGURES-2 kabaddi counts the points of raids and tackles', () => {
  const setup = { sides: sidesOf(shirts('h', 8), shirts('a', 7)), knockout: false }
  const raid = (raiding: 'home' | 'away', raider: string, more: Partial<Raid>): Raid => ({
    ...{ type: 'Raid', raiding, raider, touched: [], steppedOut: [], bonus: false, lost: null },
    ...{ by: [], superTackle: false, allOut: null, ...more },
  })
  const one = match('kabaddi', KABADDI_FORMATS.pkl, setup, [
    { type: 'HalfStart', raiding: 'home' },
    raid('home', 'h1', { touched: ['a1', 'a2'], bonus: true }),
    raid('away', 'a3', { lost: 'tackled', by: ['h1'] }),
  ])
  const season = playerSeason('kabaddi', 'h1', [one])
  expect(fact(season, 'Points')).toMatchObject({ stands: '4', costs: { what: 'A point', count: 4 } })
  expect(fact(season, 'Super raids')?.stands).toBe('1')
  expect(fact(season, 'Won')?.stands).toBe('0')
  expect(playerSeason('kabaddi', 'h8', [one])).toBeNull()
})
