// Who has won, and how (VERDICT-1 to VERDICT-5).
import { shootOutWinner } from '../shoot-out.ts'
import { type BySide, type Outcome, otherSide, type Side } from '../sport.ts'
import { inningsOf, mainInnings, totalOf, wicketsIn } from './innings.ts'
import type { Margin } from './plays.ts'
import type { CricketScore, Innings } from './score.ts'
import { currentInnings } from './where.ts'

/** How a cricket match stands. `how`: by what a tie was decided. */
export type CricketResult =
  | { readonly is: 'open' }
  | { readonly is: 'no-result' | 'drawn' | 'tied' }
  | { readonly is: 'won'; readonly winner: Side; readonly by: Margin | null; readonly method: string | null }
  | { readonly is: 'awarded'; readonly winner: Side; readonly conceded: boolean }
  | { readonly is: 'decided'; readonly winner: Side; readonly how: string }

const OPEN: CricketResult = { is: 'open' }
const TIED: CricketResult = { is: 'tied' }

/** The result so far. */
export function cricketResult(score: CricketScore): CricketResult {
  const { verdict } = score
  switch (verdict?.is) {
    case 'awarded':
    case 'conceded':
      return { is: 'awarded', winner: verdict.winner, conceded: verdict.is === 'conceded' }
    case 'result':
      return { is: 'won', winner: verdict.winner, by: verdict.by, method: verdict.method }
    case 'bowl-out':
      return { is: 'decided', winner: verdict.winner, how: 'bowl-out' }
    case 'tie-broken':
      return { is: 'decided', winner: verdict.winner, how: verdict.by }
  }
  const played = byRuns(score)
  if (played.is === 'tied') return afterTie(score)
  if (played.is === 'open' && verdict) return { is: score.rules.inningsEach === 2 ? 'drawn' : 'no-result' }
  return played
}

function byRuns(score: CricketScore): CricketResult {
  const main = mainInnings(score)
  const last = main.at(-1)
  if (!last || last.end === null || last.end === 'called off') return OPEN
  if (last.target && isLast(score)) return chased(score, last, last.target.runs)
  return score.rules.inningsEach === 2 ? byAnInnings(score, last) : OPEN
}

/** Whether neither side has an innings left. */
const isLast = (score: CricketScore): boolean => mainInnings(score).length >= 2 * score.rules.inningsEach

function chased(score: CricketScore, innings: Innings, target: number): CricketResult {
  const { batting, runs, end, wickets } = innings
  const method = innings.target?.method ?? null
  if (runs < target - 1) return { is: 'won', winner: otherSide(batting), by: { runs: target - 1 - runs }, method }
  if (runs < target) return TIED
  const left = wicketsIn(score, innings) - wickets
  // Ahead when rain ended the chase: the margin is in runs (TARGET-4).
  return { is: 'won', winner: batting, by: end === 'target' ? { wickets: left } : { runs: runs - target + 1 }, method }
}

/** A side that has batted twice and is still behind loses by an innings (VERDICT-2). */
function byAnInnings(score: CricketScore, last: Innings): CricketResult {
  const { batting } = last
  const behind = totalOf(score, otherSide(batting)) - totalOf(score, batting)
  if (inningsOf(score, batting).length < 2 || inningsOf(score, otherSide(batting)).length > 1 || behind <= 0)
    return OPEN
  return { is: 'won', winner: otherSide(batting), by: { innings: 1, runs: behind }, method: null }
}

/** Balls at the stumps of each side before sudden death: ICC World Twenty20 2007, playing conditions, tied matches. */
export const BOWLS_EACH = 5

/** The last super over that has a winner decides, or else a bowl-out; while one is on, the match is. */
function afterTie(score: CricketScore): CricketResult {
  const { bowlOut, verdict } = score
  const decided = afterSuperOvers(score)
  if (decided.is !== 'tied' || bowlOut.length === 0) return decided
  const winner = shootOutWinner(BOWLS_EACH, bowlOut)
  if (winner) return { is: 'decided', winner, how: 'bowl-out' }
  return verdict ? TIED : OPEN
}

function afterSuperOvers(score: CricketScore): CricketResult {
  const last = currentInnings(score)
  if (!last || last.superOver === 0) return TIED
  const overs = score.innings.filter(({ superOver }) => superOver === last.superOver)
  const [first, second] = overs
  if (!first || !second || second.end === null || second.end === 'called off') return score.verdict ? TIED : OPEN
  if (first.runs === second.runs) return TIED
  return { is: 'decided', winner: first.runs > second.runs ? first.batting : second.batting, how: 'super over' }
}

/** The result as every sport tells it. */
export function cricketOutcome(score: CricketScore): Outcome {
  const result = cricketResult(score)
  switch (result.is) {
    case 'open':
      return { is: 'open' }
    case 'no-result':
    case 'drawn':
    case 'tied':
      return { is: 'ended', winner: null, kind: result.is }
    case 'won':
    case 'decided':
      return { is: 'ended', winner: result.winner, kind: 'won' }
    case 'awarded':
      return { is: 'ended', winner: result.winner, kind: 'awarded' }
    default:
      return result satisfies never
  }
}

/** The result in a sentence. `teams`: their names. */
export function resultText(result: CricketResult, teams: BySide<string>): string {
  switch (result.is) {
    case 'open':
      return 'in progress'
    case 'no-result':
      return 'no result'
    case 'drawn':
      return 'draw'
    case 'tied':
      return 'tie'
    case 'awarded':
      return `${teams[result.winner]} won (${result.conceded ? 'Conceded' : 'Awarded'})`
    case 'decided':
      return `tie; ${teams[result.winner]} won the ${result.how}`
    case 'won':
      return `${teams[result.winner]} won${marginText(result.by)}${result.method ? ` (${result.method})` : ''}`
    default:
      return result satisfies never
  }
}

function marginText(by: Margin | null): string {
  if (!by) return ''
  const runs = by.runs === undefined ? '' : `${by.runs} ${by.runs === 1 ? 'run' : 'runs'}`
  if (by.innings !== undefined) return runs === '' ? ' by an innings' : ` by an innings and ${runs}`
  if (by.wickets === undefined) return runs === '' ? '' : ` by ${runs}`
  return ` by ${by.wickets} ${by.wickets === 1 ? 'wicket' : 'wickets'}`
}
