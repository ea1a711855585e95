// Properties of matches of four sports that are played at random, every play that the rules allow.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { badminton } from './badminton/badminton.ts'
import type { BadmintonPlay, BadmintonSetup } from './badminton/plays.ts'
import { BADMINTON_FORMATS } from './badminton/rules.ts'
import { gameNumber, serviceOf } from './badminton/score.ts'
import { badmintonPoints } from './badminton/views.ts'
import { football } from './football/football.ts'
import { type FootballPlay, type FootballSetup, PERIODS } from './football/plays.ts'
import { FOOTBALL_FORMATS } from './football/rules.ts'
import { shootOutOf } from './football/score.ts'
import { footballTable } from './football/table.ts'
import { shirts, sidesOf } from './given-plays.ts'
import { kabaddi } from './kabaddi/kabaddi.ts'
import type { KabaddiPlay, KabaddiSetup } from './kabaddi/plays.ts'
import { KABADDI_FORMATS } from './kabaddi/rules.ts'
import { kabaddiPoints, onMat, raidWorth } from './kabaddi/score.ts'
import { playersOnMat, raidAsDue } from './kabaddi/views.ts'
import { couldEnd } from './sets/sets.ts'
import { otherSide, type Side, type Sport } from './sport.ts'
import type { VolleyballPlay, VolleyballSetup } from './volleyball/plays.ts'
import { VOLLEYBALL_FORMATS } from './volleyball/rules.ts'
import { onCourt, serverOf } from './volleyball/score.ts'
import { volleyballPoints } from './volleyball/views.ts'
import { volleyball } from './volleyball/volleyball.ts'

vi.setConfig({ testTimeout: 60_000 })

const side = fc.constantFrom<Side>('home', 'away')

/** Plays a match with what the rules allow of what is offered, looking at every step; then what holds of every match. */
function playOut<Rules, Setup, Play, Score, Wish>(
  sport: Sport<Rules, Setup, Play, Score>,
  rules: Rules,
  setup: Setup,
  wishes: readonly Wish[],
  offer: (score: Score, wish: Wish) => readonly Play[],
  look: (before: Score, play: Play, after: Score) => void,
): { score: Score; plays: readonly Play[] } {
  const plays: Play[] = []
  let score = sport.begin(rules, setup)
  for (const wish of wishes) {
    for (const play of offer(score, wish)) {
      if (sport.check(score, play)) continue
      const after = sport.apply(score, play)
      look(score, play, after)
      plays.push(play)
      score = after
    }
  }
  expect(plays.reduce((fold, play) => sport.apply(fold, play), sport.begin(rules, setup))).toEqual(score)
  const figures = sport.figures(score).map(({ of, player }) => `${of} ${player}`)
  expect(new Set(figures).size).toBe(figures.length)
  if (sport.outcome(score).is === 'ended') {
    for (const play of plays) {
      expect(sport.check(score, play)?.code).toBe('AFTER_END')
      expect(sport.apply(score, play)).toBe(score)
    }
  }
  return { score, plays }
}

const PAIRS: BadmintonSetup = {
  discipline: 'doubles',
  firstServer: null,
  sides: sidesOf(['h1', 'h2'], ['a1', 'a2']),
}

test('SPORT-1, SHUTTLE-5 any doubles: the score is the sum of the points, pairs stay in their two courts, the winner of a rally serves', () => {
  const wishes = fc.array(fc.record({ winner: side, start: fc.constantFrom(0, 1, 2, 3) }), {
    minLength: 1,
    maxLength: 250,
  })
  fc.assert(
    fc.property(wishes, fc.constantFrom(BADMINTON_FORMATS['3x21'], BADMINTON_FORMATS['5x11']), (some, rules) => {
      const { score, plays } = playOut(
        badminton,
        rules,
        PAIRS,
        some,
        (_, { winner, start }): BadmintonPlay[] => [
          {
            type: 'GameStart',
            server: ['h1', 'h2', 'a1', 'a2'][start] ?? 'h1',
            receiver: ['a1', 'a2', 'h1', 'h2'][start] ?? 'a1',
          },
          { type: 'Rally', winner, serving: null, server: null },
        ],
        (before, play, after) => {
          if (after.courts) {
            for (const one of ['home', 'away'] as const)
              expect([after.courts[one].right, after.courts[one].left].toSorted()).toEqual(PAIRS.sides[one].players)
            expect(serviceOf(after)).toMatchObject({ side: after.serving })
          }
          if (play.type === 'Rally') expect(after.serving).toBe(play.winner)
          // A receiving pair never moves.
          if (play.type === 'Rally' && before.serving && after.courts && before.serving !== play.winner)
            expect(after.courts).toEqual(before.courts)
          expect(gameNumber(after)).toBeGreaterThanOrEqual(gameNumber(before))
        },
      )
      const points = badmintonPoints(rules, PAIRS, plays)
      const total = [...score.games, score.points].reduce((sum, game) => sum + game.home + game.away, 0)
      expect(points).toHaveLength(total)
      for (const [at, game] of score.games.entries()) expect(couldEnd(rules, at + 1, game)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const SIXES: VolleyballSetup = {
  firstServer: 'home',
  liberos: { home: ['hL'], away: ['aL'] },
  sides: sidesOf(shirts('h', 10), shirts('a', 10)),
}

test('SPORT-1, VOLLEY-2 any volleyball: the rotation holds six different players in one order, the server is its first, the score is the sum', () => {
  const wishes = fc.array(
    fc.record({
      winner: side,
      act: fc.constantFrom('rally', 'rally', 'rally', 'change', 'libero'),
      off: fc.nat(5),
      on: fc.nat(9),
    }),
    { minLength: 1, maxLength: 300 },
  )
  fc.assert(
    fc.property(wishes, (some) => {
      const { score, plays } = playOut(
        volleyball,
        VOLLEYBALL_FORMATS.indoor,
        SIXES,
        some,
        (now, { winner, act, off, on }): VolleyballPlay[] => {
          const start: VolleyballPlay[] = now.started
            ? []
            : [
                {
                  type: 'SetStart',
                  serving: now.serving ?? winner,
                  lineups: { home: shirts('h', 6), away: shirts('a', 6) },
                },
              ]
          const letter = winner === 'home' ? 'h' : 'a'
          const leaves = now.sides[winner].lineup?.[off] ?? `${letter}1`
          if (act === 'change')
            return [
              ...start,
              { type: 'Substitution', side: winner, off: leaves, on: `${letter}${on + 1}`, exceptional: false },
            ]
          if (act === 'libero') return [...start, { type: 'LiberoIn', side: winner, libero: `${letter}L`, for: leaves }]
          return [...start, { type: 'Rally', winner, serving: now.serving, server: serverOf(now) }]
        },
        (before, play, after) => {
          for (const one of ['home', 'away'] as const) {
            const { lineup } = after.sides[one]
            const had = before.sides[one].lineup
            if (!lineup) continue
            expect(new Set(lineup).size).toBe(6)
            expect(new Set(onCourt(after.sides[one])).size).toBe(6)
            const turns = play.type === 'Rally' && had && after.serving === one && before.serving !== one
            if (play.type === 'Rally' && had) expect(lineup).toEqual(turns ? [...had.slice(1), had[0]] : had)
            for (const libero of after.sides[one].liberos) expect([0, 4, 5]).toContain(lineup.indexOf(libero.for))
          }
          if (after.started && after.serving) expect(serverOf(after)).toBe(after.sides[after.serving].lineup?.[0])
        },
      )
      const total = [...score.sets, score.points].reduce((sum, set) => sum + set.home + set.away, 0)
      expect(volleyballPoints(VOLLEYBALL_FORMATS.indoor, SIXES, plays)).toHaveLength(total)
      for (const [at, set] of score.sets.entries()) expect(couldEnd(VOLLEYBALL_FORMATS.indoor, at + 1, set)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const SEVENS: KabaddiSetup = { knockout: true, sides: sidesOf(shirts('h', 7), shirts('a', 7)) }

test('SPORT-1, RAID-4, RAID-5 any kabaddi: the score is what the plays are worth, the mat holds none to seven, an all out brings all back', () => {
  const wishes = fc.array(
    fc.record({
      touched: fc.nat(3),
      bonus: fc.boolean(),
      lost: fc.constantFrom(null, null, 'tackled' as const, 'do-or-die' as const, 'out-of-court' as const),
      raider: fc.nat(6),
      act: fc.constantFrom('raid', 'raid', 'raid', 'raid', 'half', 'technical', 'tie', 'toss'),
    }),
    { minLength: 1, maxLength: 200 },
  )
  fc.assert(
    fc.property(wishes, (some) => {
      const worth = { home: 0, away: 0 }
      const { score } = playOut(
        kabaddi,
        KABADDI_FORMATS.pkl,
        SEVENS,
        some,
        (now, { touched, bonus, lost, raider, act }): KabaddiPlay[] => {
          if (act === 'half') return [now.phase === 'half' ? { type: 'HalfEnd' } : { type: 'HalfStart', raiding: null }]
          if (act === 'technical') return [{ type: 'Technical', to: 'home', points: 1, why: '' }]
          if (act === 'tie') return [{ type: 'TieBreakStart', raiding: 'away' }]
          if (act === 'toss') return [{ type: 'Toss', winner: 'away' }]
          const raiding = now.raiding ?? 'home'
          const mat = playersOnMat(now, raiding)
          const defenders = playersOnMat(now, otherSide(raiding))
          const raid = {
            type: 'Raid',
            raiding,
            raider: mat[raider % mat.length] ?? null,
            touched: lost === null ? defenders.slice(0, touched) : [],
            steppedOut: [],
            bonus,
            lost,
            by: [],
            superTackle: false,
            allOut: null,
          } as const
          return [raidAsDue(now, raid)]
        },
        (before, play, after) => {
          if (play.type === 'Raid') {
            const more = raidWorth(KABADDI_FORMATS.pkl, play)
            worth.home += more.home
            worth.away += more.away
            if (play.allOut) expect(onMat(after, play.allOut)).toBe(7)
          }
          if (play.type === 'Technical') worth[play.to] += play.points
          for (const one of ['home', 'away'] as const) {
            expect(onMat(after, one)).toBeGreaterThan(0)
            expect(onMat(after, one)).toBeLessThanOrEqual(7)
            expect(new Set(after.sides[one].out).size).toBe(after.sides[one].out.length)
          }
          expect(before.phase).not.toBe('ended')
        },
      )
      expect(kabaddiPoints(score)).toEqual(worth)
    }),
    { numRuns: 150 },
  )
})

const ELEVENS: FootballSetup = {
  knockout: true,
  aggregate: null,
  bench: { home: shirts('s', 9), away: shirts('t', 9) },
  sides: sidesOf(shirts('h', 11), shirts('a', 11)),
}

test('SPORT-1, GOAL-2, GOAL-6 any football: the score is the sum of the goals, nobody is on the pitch twice, and a knock-out has a winner', () => {
  const wishes = fc.array(
    fc.record({
      who: side,
      n: fc.nat(10),
      m: fc.nat(8),
      act: fc.constantFrom('goal', 'own', 'change', 'yellow', 'second-yellow', 'red', 'next', 'kick', 'kick', 'kick'),
    }),
    { minLength: 1, maxLength: 200 },
  )
  fc.assert(
    fc.property(wishes, (some) => {
      const { score, plays } = playOut(
        football,
        FOOTBALL_FORMATS.laws,
        ELEVENS,
        some,
        (now, { who, n, m, act }): FootballPlay[] => {
          const on = now.sides[who].on
          const player = on[n % on.length] ?? null
          const period = now.period ?? 'first'
          if (act === 'next' && now.running) return [{ type: 'PeriodEnd', period }]
          if (act === 'next') return PERIODS.map((next) => ({ type: 'PeriodStart', period: next }) as const)
          if (act === 'kick') return [{ type: 'Kick', side: who, taker: null, scored: n % 2 === 0 }]
          if (act === 'goal') return [{ type: 'Goal', side: who, how: 'goal', scorer: player, assist: null, at: null }]
          if (act === 'own')
            return [{ type: 'Goal', side: otherSide(who), how: 'own', scorer: player, assist: null, at: null }]
          if (player === null) return []
          if (act === 'change') {
            const comes = `${who === 'home' ? 's' : 't'}${m + 1}`
            return [
              { type: 'Substitution', side: who, changes: [{ off: player, on: comes }], concussion: false, at: null },
            ]
          }
          return [{ type: 'Card', side: who, player, colour: act }].map(
            (card) => ({ ...card, at: null }) as FootballPlay,
          )
        },
        (_, __, after) => {
          for (const one of ['home', 'away'] as const) {
            const { on, sentOff, replaced, substitutions, windows } = after.sides[one]
            expect(new Set([...on, ...sentOff, ...replaced]).size).toBe(on.length + sentOff.length + replaced.length)
            expect(on.length + sentOff.length).toBe(11)
            expect(substitutions).toBeLessThanOrEqual(6)
            expect(windows).toBeLessThanOrEqual(4)
          }
        },
      )
      const goals = (of: Side) => plays.filter((play) => play.type === 'Goal' && play.side === of).length
      expect(score.goals).toEqual({ home: goals('home'), away: goals('away') })
      if (score.ended) expect(football.outcome(score)).toMatchObject({ kind: 'won' })
      const kicks = shootOutOf(score)
      if (kicks && score.ended) expect(kicks.home).not.toBe(kicks.away)
    }),
    { numRuns: 150 },
  )
})

test('STAND-1, STAND-2 any football table adds up, whatever tells level teams apart', () => {
  const teams = ['A', 'B', 'C', 'D', 'E']
  const match = fc.record({
    home: fc.constantFrom(...teams),
    away: fc.constantFrom(...teams),
    h: fc.nat(4),
    a: fc.nat(4),
  })
  const tables = [FOOTBALL_FORMATS.laws, FOOTBALL_FORMATS['head-to-head'], FOOTBALL_FORMATS['world-cup']]
  fc.assert(
    fc.property(fc.array(match, { maxLength: 30 }), fc.constantFrom(...tables), (some, { table }) => {
      const results = some
        .filter(({ home, away }) => home !== away)
        .map(({ home, away, h, a }) => ({ home, away, score: { home: h, away: a } }))
      const rows = footballTable(table, teams, results)
      expect(rows.map((row) => row.team).toSorted()).toEqual(teams)
      const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
      expect(sum((row) => row.played)).toBe(2 * results.length)
      expect(sum((row) => row.scored - row.conceded)).toBe(0)
      expect(sum((row) => row.won)).toBe(sum((row) => row.lost))
      expect(rows.every((row) => row.points === 3 * row.won + row.level)).toBe(true)
      expect(rows.map((row) => row.points)).toEqual(rows.map((row) => row.points).toSorted((a, b) => b - a))
    }),
  )
})

test('SPORT-4 every format names its source, and every objection of a sport has a sentence', () => {
  const formats = [FOOTBALL_FORMATS, BADMINTON_FORMATS, VOLLEYBALL_FORMATS, KABADDI_FORMATS].flatMap((all) =>
    Object.entries(all),
  )
  for (const [id, format] of formats) {
    expect(format.id).toBe(id)
    expect(format.source.length).toBeGreaterThan(20)
  }
  for (const sport of [football, badminton, volleyball, kabaddi])
    for (const sentence of Object.values(sport.words)) expect(sentence).toMatch(/^[A-Z{].*[.!]$/)
})
