import type { BySide, MatchState, PlayerId, PlayOf, RulesOf, ScoredSport, SetupOf, Side } from '@gavel/scoring'
import { Book, type NamedAnomaly } from './book.ts'
import { fill, type RefusalDetail } from './refused.ts'

/** One match of a file as the log that an importer wrote, with what the file says beside it. */
export type Imported<Id extends ScoredSport> = {
  readonly sport: Id
  readonly state: MatchState<Id>
  /** Names by id: of both teams ({@link TEAMS}) and of the players. */
  readonly names: Readonly<Record<PlayerId, string>>
  readonly about: { readonly title: string | null; readonly date: string | null; readonly venue: string | null }
  readonly anomalies: readonly NamedAnomaly[]
  /** Who won, null for nobody: by the plays, or where those leave it open by the file. */
  readonly winner: Side | null
}

/** Ids of the two teams of a file. */
export const TEAMS: BySide<string> = { home: 'team-home', away: 'team-away' }

/** What stands in files and not in the rules, in words. */
const ODDITIES = {
  GAME_OPEN: 'Nobody has won this game: the record stops here, or somebody retired.',
  GOALS_DIFFER: 'The goals that are named do not make up the score.',
  HALF_TIME_DIFFERS: 'The goals do not make up the score at half-time.',
  HEADER_DIFFERS: 'The head of the file gives another score.',
  NOT_LEVEL: 'Extra time or kicks followed a score that was not level, and there is no first leg here.',
  NO_POINT: 'Nobody won a point here.',
  NO_RALLIES: 'The file has the score of this set and none of its rallies.',
  OWN_FORMAT: 'The sets did not end as in any format that is known here: they count as the file ends them.',
  RALLY_MISSING: 'A rally is missing here: the score grew by more than one.',
  SCORE_DIFFERS: 'The running score of the file does not follow from the winners of the rallies.',
  SCORE_TAKEN_BACK: 'The score goes back here: the points before were taken back.',
  SET_MISSING: 'This set is missing.',
  TOTAL_DIFFERS: 'The total in the file is {told}; its events sum to {sum}.',
  UNKNOWN_EVENT: 'An event of a kind that is not known here: its points count.',
  WINNER_DIFFERS: 'The rally’s winner in the file is not the side whose score grew.',
} as const

/** Something odd in a file. */
export type Oddity = { readonly code: keyof typeof ODDITIES; readonly where: string; readonly detail?: RefusalDetail }

/** Puts the plays of a file through the rules, one by one; throws {@link Refused} at the first that no real match holds. */
export function bookOf<Id extends ScoredSport>(
  sport: Id,
  rules: RulesOf<Id>,
  setup: SetupOf<Id>,
  names: Readonly<Record<PlayerId, string>>,
  plays: readonly PlayOf<Id>[],
  oddities: readonly Oddity[],
): Pick<Imported<Id>, 'sport' | 'state' | 'names' | 'anomalies'> {
  const book = new Book(sport, rules, setup, (player) =>
    Object.hasOwn(names, player) ? (names[player] ?? player) : player,
  )
  for (const { code, where, detail } of oddities) book.note(code, where, fill(ODDITIES[code], detail))
  for (const play of plays) book.write(play)
  return { sport, state: book.state, names, anomalies: book.anomalies() }
}
