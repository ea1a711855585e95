import {
  ahead,
  type BySide,
  FOOTBALL_FORMATS,
  type FootballPlay,
  type FootballResult,
  type FootballRow,
  type FootballSetup,
  footballResult,
  footballTable,
} from '@gavel/scoring'
import { bookOf, type Imported, type Oddity, TEAMS } from '../imported.ts'
import { Refused } from '../refused.ts'
import { isRecord, parsedBy } from '../shape.ts'
import { playsOf } from './plays.ts'
import { FileMatch, FootballFile } from './schema.ts'
import { type Stage, stagesOf } from './stage.ts'

export type FootballMatchImport = Imported<'football'> & {
  readonly teams: BySide<string>
  readonly round: string
  readonly stage: Stage
  readonly result: FootballResult
}

/** A league or a tournament: its counted matches, their tables and its knock-out. */
export type FootballImport = {
  readonly sport: 'football'
  readonly title: string | null
  /** All matches of the file, those without a score too. */
  readonly fixtures: number
  readonly matches: readonly FootballMatchImport[]
  readonly tables: readonly { readonly group: string | null; readonly rows: readonly FootballRow[] }[]
}

type Played = FileMatch & { fullTime: readonly [number, number] }

export function isFootball(value: unknown): boolean {
  if (!isRecord(value)) return false
  const list = value.matches ?? value.rounds
  if (!Array.isArray(list)) return false
  const [first] = list
  if (list.length === 0) return 'name' in value
  return isRecord(first) && ('team1' in first || 'team2' in first || Array.isArray(first.matches))
}

/** Results of openfootball: a league has one table, a tournament one a group; ranked by points, goal difference, goals and name. */
export function readFootball(value: unknown): FootballImport {
  const file = parsedBy(FootballFile, value, '')
  const listed = [
    ...(file.matches ?? []).map((match, at) => parsedBy(FileMatch, match, `match ${at + 1}`)),
    ...(file.rounds ?? []).flatMap((round, at) =>
      round.matches.map((match, n) => {
        const parsed = parsedBy(FileMatch, match, `round ${at + 1}, match ${n + 1}`)
        return { ...parsed, round: parsed.round || (round.name ?? '') }
      }),
    ),
  ]
  if (listed.length === 0) throw new Refused('NO_MATCH', 'matches')
  const stageOf = stagesOf(listed)
  const played: Played[] = []
  const matches: FootballMatchImport[] = []
  for (const [at, match] of listed.entries()) {
    if (!isPlayed(match)) continue
    matches.push(matchOf(match, played, stageOf(match), `match ${at + 1} (${match.home} v ${match.away})`))
    played.push(match)
  }
  return {
    sport: 'football',
    title: file.name?.trim() ?? null,
    fixtures: listed.length,
    matches,
    tables: tablesOf(listed, matches, stageOf),
  }
}

const isPlayed = (match: FileMatch): match is Played => match.fullTime !== null

function matchOf(match: Played, before: readonly Played[], stage: Stage, where: string): FootballMatchImport {
  if (match.home === '' || match.away === '') throw new Refused('MISSING', where, { what: 'a team' })
  if (match.home === match.away) throw new Refused('BAD_VALUE', where, { what: 'team2', value: match.away })
  const longer = match.extraTime !== null || match.kicks !== null
  const { aggregate, oddities: legs } = longer ? aggregateOf(match, before, where) : { aggregate: null, oddities: [] }
  refuseShrinking(match, where)
  const { plays, oddities } = playsOf(match, where)
  const format = match.extraTime === null && match.kicks ? FOOTBALL_FORMATS['no-extra-time'] : FOOTBALL_FORMATS.laws
  const setup: FootballSetup = {
    knockout: longer,
    aggregate,
    bench: { home: [], away: [] },
    sides: { home: { team: TEAMS.home, players: [] }, away: { team: TEAMS.away, players: [] } },
  }
  const names = { ...namesOf(plays), [TEAMS.home]: match.home, [TEAMS.away]: match.away }
  const written = within(where, () => bookOf('football', format, setup, names, plays, [...legs, ...oddities]))
  const result = footballResult(written.state.score)
  const anomalies = written.anomalies.map((one) =>
    one.where.startsWith(where) ? one : { ...one, where: `${where}, ${one.where}` },
  )
  return {
    ...written,
    anomalies,
    about: { title: match.round || null, date: match.date, venue: null },
    teams: { home: match.home, away: match.away },
    round: match.round,
    stage,
    result,
    winner: result.kicks ? ahead(result.kicks) : ahead(result.goals),
  }
}

/** Extra time follows a level score, in a tie of two legs with the goals of the first: the reverse match of the same round. */
function aggregateOf(
  match: Played,
  before: readonly Played[],
  where: string,
): { aggregate: BySide<number> | null; oddities: readonly Oddity[] } {
  const [home, away] =
    match.extraTime !== null && match.kicks === null ? match.fullTime : (match.extraTime ?? match.fullTime)
  if (home === away) return { aggregate: null, oddities: [] }
  const first = before.find(
    (leg) =>
      leg.round.split(',')[0] === match.round.split(',')[0] && leg.home === match.away && leg.away === match.home,
  )
  if (first && first.fullTime[1] + home === first.fullTime[0] + away)
    return { aggregate: { home: first.fullTime[1], away: first.fullTime[0] }, oddities: [] }
  const level = { home: Math.max(0, away - home), away: Math.max(0, home - away) }
  return { aggregate: level, oddities: [{ code: 'NOT_LEVEL', where }] }
}

/** Scores only grow from half-time to the end. */
function refuseShrinking(match: Played, where: string): void {
  const scores = [match.halfTime, match.fullTime, match.extraTime].filter((score) => score !== null)
  const less = scores.some((score, at) => score.some((goals, side) => goals < (scores[at - 1]?.[side] ?? 0)))
  if (less) throw new Refused('BAD_VALUE', where, { what: 'the score', value: JSON.stringify(scores) })
}

/** A refusal of one match of the file says which. */
function within<T>(where: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const { code, words, where: inner } = error.refusal
    throw new Refused(code, `${where}, ${inner}`, { words })
  }
}

/** A scorer's name is all that names him: it is his id in the file. */
function namesOf(plays: readonly FootballPlay[]): Record<string, string> {
  const names = plays.flatMap((play) => (play.type === 'Goal' && play.scorer !== null ? [play.scorer] : []))
  return Object.fromEntries(names.map((name) => [name, name]))
}

/** Tables in the order of their groups' names; teams without a counted match stand in them too. */
function tablesOf(
  listed: readonly FileMatch[],
  matches: readonly FootballMatchImport[],
  stageOf: (match: FileMatch) => Stage,
) {
  const teams = new Map<string | null, Set<string>>()
  for (const match of listed) {
    const stage = stageOf(match)
    if (stage.in === 'knockout' || match.home === '' || match.away === '') continue
    const known = teams.get(stage.group) ?? new Set()
    teams.set(stage.group, known.add(match.home).add(match.away))
  }
  const groupsByName = [...teams.keys()].toSorted((a, b) => (a ?? '').localeCompare(b ?? '', 'en', { numeric: true }))
  return groupsByName.map((group) => {
    const results = matches.flatMap(({ stage, teams: sides, result }) =>
      stage.in === 'table' && stage.group === group && result.fullTime ? [{ ...sides, score: result.fullTime }] : [],
    )
    return { group, rows: footballTable(FOOTBALL_FORMATS.laws.table, [...(teams.get(group) ?? [])], results) }
  })
}
