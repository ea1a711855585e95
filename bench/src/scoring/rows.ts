import { type Correction, consequencesOf, decideMatch, evolveMatch, foldMatch, type MatchState } from '@gavel/scoring'
import type { Contestant, Row } from '../row.ts'
import type { Recorded } from './recorded.ts'

/** What the rows of scoring are measured on. */
export type Matches = { readonly short: Recorded; readonly long: Recorded; readonly season: readonly Recorded[] }

/** A fold of a short match and of a five-day one, a correction at the start of a long one, and a season of files. */
export function scoringRows({ short, long, season }: Matches): readonly Row[] {
  return [
    foldRow('A twenty-over match', short, 10),
    foldRow('A five-day match', long, 500),
    correctionRow(long),
    seasonRow(season),
  ]
}

const inputOf = ({ name, balls }: Recorded): string => `${name}: ${balls.toLocaleString('en')} balls`

const parse = (matches: readonly Recorded[]): Contestant => ({
  name: 'JSON.parse of it',
  run: () => matches.map(({ text }) => JSON.parse(text)),
})

/** A file from its bytes, where it is one, as `gavel score` and the desk of matches read it. */
const reading = (matches: readonly Recorded[]): Contestant[] =>
  matches.every(({ read }) => read)
    ? [{ name: 'read from the file', run: () => matches.map(({ read }) => read?.()) }]
    : []

const folding = (matches: readonly Recorded[]): Contestant[] => [
  { name: 'fold of its log', run: () => matches.map(stateOf) },
  { name: 'each play decided and folded', run: () => matches.map(decided) },
]

function stateOf({ entries }: Recorded): MatchState {
  const state = foldMatch(entries)
  if (!state) throw new Error('a match of no entries')
  return state
}

const foldRow = (name: string, match: Recorded, targetMs: number): Row => ({
  area: 'scoring',
  name,
  input: inputOf(match),
  floor: parse([match]),
  contestants: [...folding([match]), ...reading([match])],
  items: { count: match.balls, of: 'balls' },
  targetMs,
})

const seasonRow = (season: readonly Recorded[]): Row => {
  const count = season.reduce((sum, { balls }) => sum + balls, 0)
  return {
    area: 'scoring',
    name: 'A folder of matches',
    input: `${season.length} matches, ${count.toLocaleString('en')} balls: ${season[0]?.name ?? 'none'} and so on`,
    floor: parse(season),
    contestants: [...folding(season), ...reading(season)],
    items: { count, of: 'balls' },
  }
}

/** The third ball of the match, after which all others are folded anew: asked for, then accepted. */
function correctionRow(match: Recorded): Row {
  const state = stateOf(match)
  const asks = correctionOf(state)
  const { accepting } = consequencesOf(state, asks)
  return {
    area: 'scoring',
    name: 'Ball 3 of a five-day match corrected',
    input: inputOf(match),
    floor: parse([match]),
    contestants: [
      { name: 'asked: what it changes', run: () => decideMatch(state, asks, 0) },
      { name: 'accepted: decided and folded', run: () => appended(state, { ...asks, accepting }) },
    ],
    targetMs: 100,
  }
}

function correctionOf(state: MatchState): Correction {
  const third = state.plays.filter(({ play }) => play.type === 'Delivery')[2]
  if (third?.play.type !== 'Delivery') throw new Error('a match of three balls at least')
  const play = { ...third.play, runs: { ...third.play.runs, bat: third.play.runs.bat === 1 ? 3 : 1 } }
  return { type: 'Amend', by: 'import', device: 'import', of: third.seq, play, accepting: null }
}

/** Each play of a match put to the rules again, as it is when it is scored. */
function decided({ entries }: Recorded): MatchState {
  const [first, ...rest] = entries
  if (!first) throw new Error('a match of no entries')
  const owned = new WeakSet<object>()
  return rest.reduce(
    (state, entry) => {
      if (entry.type !== 'Played') throw new Error('a log of plays')
      const after = state.plays.at(-1)?.seq ?? null
      return appended(state, { type: 'Play', by: 'import', device: 'import', after, play: entry.play }, owned)
    },
    evolveMatch(null, first, owned),
  )
}

function appended(state: MatchState, command: Parameters<typeof decideMatch>[1], owned?: WeakSet<object>): MatchState {
  const decision = decideMatch(state, command, 0)
  if ('refusal' in decision) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
  return decision.entries.reduce(
    (was, draft) => evolveMatch(was, { ...draft, seq: was.seq + 1, atMs: 0, by: 'import', cmd: '', sum: '' }, owned),
    state,
  )
}
