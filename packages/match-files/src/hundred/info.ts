// The `_info.csv` beside a match's balls: `info,<key>,<value>[,<value>]` lines.
import { parse } from 'csv-parse/sync'
import { Refused, shown } from '../refused.ts'

const MAX_LINES = 2_000

/** What the info file says, by key, each line's values in order. */
export type InfoLines = ReadonlyMap<string, readonly (readonly string[])[]>

/** Whether a text is such a file. */
export const isInfo = (text: string): boolean => /^version,[\d.]+\s*\ninfo,/.test(text)

export function infoOf(text: string): InfoLines {
  const lines = new Map<string, string[][]>()
  for (const [kind, key, ...values] of records(text)) {
    if (kind !== 'info' || key === undefined) continue
    const known = lines.get(key)
    if (known) known.push(values)
    else lines.set(key, [values])
  }
  return lines
}

function records(text: string): string[][] {
  try {
    return parse(text, {
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
      to: MAX_LINES,
    })
  } catch (error) {
    throw new Refused('BAD_CSV', 'the info file', {
      why: shown(error instanceof Error ? error.message : 'not readable'),
    })
  }
}

const one = (lines: InfoLines, key: string): string | undefined => lines.get(key)?.[0]?.[0]
const all = (lines: InfoLines, key: string): string[] =>
  (lines.get(key) ?? []).flatMap(([value]) => (value ? [value] : []))
const count = (lines: InfoLines, key: string): number | undefined => {
  const value = one(lines, key)
  return value === undefined ? undefined : Number(value)
}

/** What it says in the words of the JSON format, so that both are read by one reader. */
export function infoJson(lines: InfoLines): Record<string, unknown> {
  const [runs, wickets, innings] = [
    count(lines, 'winner_runs'),
    count(lines, 'winner_wickets'),
    count(lines, 'winner_innings'),
  ]
  const by = {
    ...(runs === undefined ? {} : { runs }),
    ...(wickets === undefined ? {} : { wickets }),
    ...(innings === undefined ? {} : { innings }),
  }
  const result = one(lines, 'outcome')
  return {
    teams: all(lines, 'team'),
    balls_per_over: count(lines, 'balls_per_over') ?? 6,
    ...given('overs', count(lines, 'overs')),
    match_type: one(lines, 'match_type') ?? 'T20',
    dates: all(lines, 'date').map((date) => date.replaceAll('/', '-')),
    ...given('gender', one(lines, 'gender')),
    ...given('season', one(lines, 'season')),
    ...given('venue', one(lines, 'venue')),
    ...given('city', one(lines, 'city')),
    event: {
      ...given('name', one(lines, 'event')),
      ...given('match_number', count(lines, 'match_number')),
      ...given('stage', one(lines, 'stage')),
    },
    player_of_match: all(lines, 'player_of_match'),
    officials: {
      umpires: all(lines, 'umpire'),
      reserve_umpires: all(lines, 'reserve_umpire'),
      tv_umpires: all(lines, 'tv_umpire'),
      match_referees: all(lines, 'match_referee'),
    },
    toss: {
      ...given('winner', one(lines, 'toss_winner')),
      ...given('decision', one(lines, 'toss_decision')),
    },
    ...(lines.has('player') ? { players: lists(lines) } : {}),
    registry: {
      people: Object.fromEntries(
        (lines.get('registry') ?? []).flatMap(([, name, id]) => (name && id ? [[name, id]] : [])),
      ),
    },
    outcome: {
      ...given('winner', one(lines, 'winner')),
      ...(Object.keys(by).length > 0 ? { by } : {}),
      ...given('method', one(lines, 'method')),
      ...given('result', result),
      ...given('eliminator', one(lines, 'eliminator')),
      ...given('bowl_out', one(lines, 'bowl_out')),
    },
  }
}

const given = (key: string, value: string | number | undefined): Record<string, string | number> =>
  value === undefined || value === '' ? {} : { [key]: value }

function lists(lines: InfoLines): Record<string, string[]> {
  const sides = new Map<string, string[]>()
  for (const [team, name] of lines.get('player') ?? [])
    if (team && name) sides.set(team, [...(sides.get(team) ?? []), name])
  return Object.fromEntries(sides)
}
