import type { BadmintonScore } from '../badminton/score.ts'
import { oversAt } from '../cricket/apply-ball.ts'
import { inningsOf } from '../cricket/innings.ts'
import { cricketResult, resultText } from '../cricket/result.ts'
import type { CricketScore, Innings } from '../cricket/score.ts'
import { ahead, type FootballScore } from '../football/score.ts'
import { footballResult } from '../football/views.ts'
import { type KabaddiScore, pointsOf } from '../kabaddi/score.ts'
import { setsWon } from '../sets/sets.ts'
import { type BySide, otherSide, type SportId } from '../sport.ts'
import { type ScoredSport, type ScoreOf, sportOf } from '../sports.ts'
import type { VolleyballScore } from '../volleyball/score.ts'
import { type MatchPhase, outcomeOf } from './state.ts'

/** A match in one line: what each side has, and how it ended in a sentence; null while it goes on. */
export type MatchLine = BySide<string> & { readonly result: string | null }

type Lines<Score> = {
  sides(score: Score): BySide<string>
  /** The sport's own words for a result by its plays; null where it has none beside who won. */
  result?(score: Score, names: BySide<string>): string | null
}

const bySide = (of: (side: 'home' | 'away') => string): BySide<string> => ({ home: of('home'), away: of('away') })

const inningsLine = ({ rules }: CricketScore, innings: Innings): string => {
  const { runs, wickets, end } = innings
  const overs = end === 'all out' ? '' : ` (${oversAt(innings, rules)})`
  return `${runs}${end === 'all out' ? '' : `/${wickets}`}${end === 'declared' ? ' d' : ''}${overs}`
}

const ofSets = (sets: readonly BySide<number>[], points: BySide<number>): BySide<string> => {
  const won = setsWon(sets)
  const running = points.home + points.away > 0 ? [points] : []
  return bySide((side) => [won[side], ...[...sets, ...running].map((set) => `(${set[side]})`)].join(' '))
}

const LINES = {
  cricket: {
    sides: (score: CricketScore) =>
      bySide((side) =>
        inningsOf(score, side)
          .map((innings) => inningsLine(score, innings))
          .join(' & '),
      ),
    result: (score: CricketScore, names: BySide<string>) => resultText(cricketResult(score), names),
  },
  football: {
    sides: (score: FootballScore) => {
      const { goals, kicks } = footballResult(score)
      return bySide((side) => `${goals[side]}${kicks ? ` (${kicks[side]})` : ''}`)
    },
    result: (score: FootballScore, names: BySide<string>) => {
      const { kicks, extraTime, goals } = footballResult(score)
      const winner = ahead(kicks ?? goals)
      if (winner === null || !(kicks || extraTime)) return null
      return `${names[winner]} won ${kicks ? `${kicks[winner]}-${kicks[otherSide(winner)]} on kicks` : 'after extra time'}`
    },
  },
  badminton: { sides: ({ games, points }: BadmintonScore) => ofSets(games, points) },
  volleyball: { sides: ({ sets, points }: VolleyballScore) => ofSets(sets, points) },
  kabaddi: { sides: ({ sides }: KabaddiScore) => bySide((side) => String(pointsOf(sides[side]))) },
} satisfies Record<SportId, Lines<never>> & { [Id in ScoredSport]: Lines<ScoreOf<Id>> }

/** How a match stands, in a line. `names`: of the sides. Pure: for lists, pages of events and messages. */
export function matchLine(
  { sport, phase, score }: { sport: ScoredSport; phase: MatchPhase; score: ScoreOf<ScoredSport> },
  names: BySide<string>,
): MatchLine {
  const lines: Lines<ScoreOf<ScoredSport>> = LINES[sport]
  const byPlays = sportOf(sport).outcome(score)
  const outcome = outcomeOf(phase, byPlays)
  const sides = lines.sides(score)
  if (outcome.is === 'open') return { ...sides, result: null }
  const said = phase.is === 'ended' && phase.as !== null ? null : lines.result?.(score, names)
  if (said) return { ...sides, result: said }
  const { winner, kind } = outcome
  if (winner === null) return { ...sides, result: { tied: 'tie', drawn: 'draw' }[kind as string] ?? 'no result' }
  return { ...sides, result: `${names[winner]} won${kind === 'awarded' ? ' (awarded)' : ''}` }
}
