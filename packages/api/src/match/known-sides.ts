import { deductionsOf, type Match, type MatchSide, matchesOf } from '@gavel/db'
import type { ScoredSport } from '@gavel/scoring'
import { PRESENT } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { enteredIn, type Season } from './advance.ts'
import { standsAt } from './card.ts'
import { blankFor, isKnockout } from './new-match.ts'

type Stores = Pick<Services, 'mongo' | 'log'>

/**
 * The matches of an event as they were known at a moment of the store's clock: who came out of a match or a group since then is not entered
 * yet (LATE-11).
 * @param all every match of the event, from which the others take their sides
 */
export const knownSides = async (
  services: Stores,
  matches: readonly Match[],
  all: readonly Match[],
  untilMs: number,
): Promise<readonly Match[]> => {
  const later = untilMs === PRESENT ? [] : matches.filter(isEntered)
  const [first] = later
  if (!first) return matches
  const sources = all.filter((match) => later.some(({ sides }) => feeds(match, sides.home) || feeds(match, sides.away)))
  const stands = new Map(
    await Promise.all(sources.map(async (match) => [match.id, await standsAt(services, match, untilMs)] as const)),
  )
  const taken = await deductionsOf(services.mongo, first.eventId)
  const season: Season = { matches: all, taken, standsOf: ({ id }) => stands.get(id) ?? null }
  return matches.map((match) => (isEntered(match) ? asKnown(match, season) : match))
}

/** One match as it was known at a moment. */
export const knownMatch = async (services: Stores, match: Match, untilMs: number): Promise<Match> => {
  if (untilMs === PRESENT || !isEntered(match)) return match
  const [known = match] = await knownSides(services, [match], await matchesOf(services.mongo, match.eventId), untilMs)
  return known
}

/** Somebody was entered who came out of elsewhere. Who plays in a match that was begun is no secret any more (LATE-12). */
const isEntered = ({ log, sides: { home, away } }: Match): boolean =>
  log === 'none' && [home, away].some(({ from, team }) => from !== null && team !== null)

const feeds = ({ id, round }: Match, { from }: MatchSide): boolean =>
  from !== null && ('matchId' in from ? from.matchId === id : from.group === round?.group)

const asKnown = (match: Match, season: Season): Match => {
  const sides = enteredIn(match, season)
  if (sides.home.team === match.sides.home.team && sides.away.team === match.sides.away.team) return match
  // Whoever was chosen since would tell it too.
  const setup = blankFor(match.sport as ScoredSport, sides, isKnockout(match))
  return { ...match, sides, setup, people: match.people.filter(({ side }) => side === null) }
}
