import {
  changeMatch,
  deductionsOf,
  type Event,
  type FromGroup,
  type FromMatch,
  type Match,
  type MatchSide,
  type Mongo,
  matchesOf,
} from '@gavel/db'
import { type BySide, type Deduction, otherSide, type RulesOf, type ScoredSport } from '@gavel/scoring'
import { countedIn, type ReadStands, readStands } from './counted.ts'
import { blankFor, isKnockout, openSide } from './new-match.ts'
import { seasonTable } from './season-table.ts'

/**
 * Enters whoever came out of a match, or of a group, where they play next, and takes them out again where that is open anew (FIX-13). Repeating it
 * is harmless; matches that were begun stay as they are.
 */
export const advanceMatches = async (mongo: Mongo, { id }: Pick<Event, 'id'>): Promise<void> => {
  const [matches, taken] = await Promise.all([matchesOf(mongo, id), deductionsOf(mongo, id)])
  for (const match of matches) {
    const sides = enteredIn(match, { matches, taken, standsOf: (one) => readStands(one.stands) })
    const stays = sides.home.team === match.sides.home.team && sides.away.team === match.sides.away.team
    if (stays || match.log !== 'none') continue
    await changeMatch(
      mongo,
      match.id,
      { sides, setup: blankFor(match.sport as ScoredSport, sides, isKnockout(match)) },
      { before: 'log' },
    )
  }
}

/** The matches of an event, and how each of them stands at the moment that is asked about. `taken`: points, by the organiser. */
export type Season = {
  readonly matches: readonly Match[]
  readonly taken: readonly Deduction[]
  standsOf(match: Match): ReadStands | null
}

/** The sides of a match, with whoever has come out of the others. */
export const enteredIn = ({ sides }: Match, season: Season): BySide<MatchSide> => ({
  home: entered(sides.home, season),
  away: entered(sides.away, season),
})

const entered = (side: MatchSide, season: Season): MatchSide => {
  const { from } = side
  if (!from) return side
  const team = 'matchId' in from ? outOfMatch(season, from) : outOfGroup(season, from)
  if (!team) return side.team === null ? side : openSide(from)
  return { ...team, from }
}

/** Who came out of a match with a winner; null while nobody has. */
const outOfMatch = ({ matches, standsOf }: Season, { matchId, takes }: FromMatch): MatchSide | null => {
  const match = matches.find(({ id }) => id === matchId)
  const winner = match && countedIn(match, standsOf(match))?.winner
  return match && winner ? match.sides[takes === 'winner' ? winner : otherSide(winner)] : null
}

/** Who is at a place of a group's table; null while a match of it has no confirmed result. */
const outOfGroup = ({ matches, taken, standsOf }: Season, { group, place }: FromGroup): MatchSide | null => {
  const own = matches.filter(({ round, status }) => round?.group === group && status !== 'cancelled')
  const counted = own.map((match) => countedIn(match, standsOf(match)))
  const [first] = own
  if (!first || counted.includes(null)) return null
  const sides = own.flatMap(({ sides: { home, away } }) => [home, away])
  const teams = [...new Set(sides.flatMap(({ team }) => team ?? []))]
  const sport = first.sport as ScoredSport
  const results = counted.filter((one) => one !== null)
  const { rows } = seasonTable(sport, first.rules as RulesOf<typeof sport>, teams, results, taken)
  return sides.find(({ team }) => team === rows[place - 1]?.team) ?? null
}
