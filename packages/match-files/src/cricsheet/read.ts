import {
  type CricketScore,
  cricketResult,
  currentInnings,
  type Innings,
  type MatchState,
  type PlayerId,
  type PlayNamed,
  resultText,
  type Side,
} from '@gavel/scoring'
import { Book, type NamedAnomaly } from '../book.ts'
import { People } from '../people.ts'
import { type About, aboutOf } from './about.ts'
import { whyClosed } from './closing.ts'
import { type Reading, readBalls } from './innings.ts'
import { writeOutcome } from './outcome.ts'
import { rulesOf } from './rules.ts'
import { type CricsheetFile, type CricsheetInnings, parseCricsheet } from './schema.ts'
import { registryOf, setupOf, sideOf, TEAM_IDS } from './sides.ts'

/** An imported cricket match. `names`: of teams and people by their ids. `about`: what the file says beside the score. */
export type CricketImport = {
  readonly sport: 'cricket'
  readonly state: MatchState<'cricket'>
  readonly names: Readonly<Record<PlayerId, string>>
  readonly about: About
  readonly anomalies: readonly NamedAnomaly[]
}

/** Reads cricsheet JSON that was parsed. Throws {@link Refused}; nothing is half read. */
export function readCricsheet(json: unknown): CricketImport {
  return importCricsheet(parseCricsheet(json))
}

/** Puts each delivery of a file through `decideMatch`. */
export function importCricsheet(file: CricsheetFile): CricketImport {
  const { info } = file
  const people = new People(registryOf(info))
  const setup = setupOf(file, people)
  const book = new Book('cricket', rulesOf(info), setup, (id) => people.name(id))
  const reading: Reading = { info, people, book }
  for (const [index, innings] of file.innings.entries()) readInnings(reading, file, innings, index)
  writeOutcome(reading, file)
  const names = { ...people.names(), [TEAM_IDS.home]: info.teams[0] ?? '', [TEAM_IDS.away]: info.teams[1] ?? '' }
  return { sport: 'cricket', state: book.state, names, about: aboutOf(file), anomalies: book.anomalies() }
}

function readInnings(reading: Reading, file: CricsheetFile, innings: CricsheetInnings, index: number): void {
  const { info, book } = reading
  const batting = sideOf(info, innings.team, `innings ${index + 1}`)
  closeBefore(reading, file.innings[index - 1])
  const { pre = 0, post = 0 } = innings.penalty_runs ?? {}
  const penalty = (runs: number) => {
    if (runs > 0) book.write({ type: 'PenaltyRuns', to: batting, runs, innings: index + 1 })
  }
  penalty(pre)
  if (innings.forfeited) book.write({ type: 'Forfeit', side: batting })
  else readPlayed(reading, innings, index + 1)
  penalty(post)
}

/** An innings that was not forfeited, from its first ball to its last. */
function readPlayed(reading: Reading, innings: CricsheetInnings, n: number): void {
  const { info, people, book } = reading
  const batting = sideOf(info, innings.team, `innings ${n}`)
  const before = currentInnings(book.score)
  const target = innings.super_over ? null : targetOf(reading, innings, before, batting)
  // Ahead when rain came: the overs of the target are those bowled by then, and none were cut before (FILE-6).
  const ahead = target?.type === 'TargetSet' && wonByRuns(info, innings.team)
  if (target) book.write(ahead ? { ...target, balls: null } : target)
  if (n === 3 && before?.batting === batting && !innings.super_over) book.write({ type: 'FollowOn' })
  const superOver = innings.super_over ? superOverOf(book.score) : undefined
  book.write(superOver === undefined ? { type: 'InningsStart', batting } : { type: 'InningsStart', batting, superOver })
  for (const { from, to, type: kind } of innings.powerplays ?? []) book.write({ type: 'PowerplaySet', kind, from, to })
  for (const name of innings.absent_hurt ?? []) book.write({ type: 'AbsentHurt', player: people.id(name) })
  readBalls(reading, innings, n)
  if (target && ahead) book.write(target)
}

function superOverOf({ innings }: CricketScore): number {
  const last = innings.at(-1)
  if (!last || last.superOver === 0) return 1
  const both = innings.filter(({ superOver }) => superOver === last.superOver).length === 2
  return both ? last.superOver + 1 : last.superOver
}

/** An innings that the next one follows is over, whatever our rules say: declared, all out with somebody hurt, or cut short. */
function closeBefore({ book }: Reading, before: CricsheetInnings | undefined): void {
  const innings = currentInnings(book.score)
  if (!innings || innings.end !== null) return
  book.write(before?.declared ? { type: 'Declare' } : { type: 'InningsEnd', why: whyClosed(innings, book.score) })
}

/**
 * The target that the file records, where the runs of the first innings do not say it themselves. Fewer overs for the same runs are just a shorter
 * innings (FILE-6).
 */
function targetOf(
  { info, book }: Reading,
  { target }: CricsheetInnings,
  first: Innings | null,
  batting: Side,
): PlayNamed<'TargetSet' | 'OversReduced'> | null {
  const method = info.outcome?.method ?? null
  const rain = isRainMethod(method)
  if ((!target?.runs && !rain) || !first || first.batting === batting || book.score.rules.inningsEach !== 1) return null
  const { ballsPerOver, overs } = book.score.rules
  const balls = target?.balls ?? (target?.overs === undefined ? null : ballsOf(target.overs, ballsPerOver))
  const runs = target?.runs ?? first.runs + 1
  if (runs !== first.runs + 1 || rain) return { type: 'TargetSet', runs, balls, method: rain ? method : null }
  return balls !== null && overs !== null && balls < overs * ballsPerOver ? { type: 'OversReduced', balls } : null
}

const wonByRuns = ({ outcome }: CricsheetFile['info'], team: string): boolean =>
  outcome?.winner === team && outcome.by?.runs !== undefined

/** Awards are a method too, but not one that reckons a target. */
const isRainMethod = (method: string | null): boolean => method !== null && !/awarded|conceded/i.test(method)

/** 14.4 is 88 balls of six. */
export function ballsOf(overs: number, ballsPerOver: number): number {
  const whole = Math.floor(overs + 1e-9)
  return Math.max(1, whole * ballsPerOver + Math.round((overs - whole) * 10))
}

/** The result of the book in words. */
export function textOfResult({
  state,
  names,
}: Pick<CricketImport, 'names'> & { state: Pick<CricketImport['state'], 'setup' | 'score'> }): string {
  const { home, away } = state.setup.sides
  const teams = { home: names[home.team] ?? home.team, away: names[away.team] ?? away.team }
  return resultText(cricketResult(state.score), teams)
}
