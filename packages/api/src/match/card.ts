import { type Match, type MatchSide, type MatchStands, teamsOf } from '@gavel/db'
import { type BySide, type MatchLine, matchLine, type ScoredSport } from '@gavel/scoring'
import { PRESENT } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { type ReadStands, readStands, standing } from './counted.ts'
import { matchStateAt } from './state.ts'

export type MatchTeam = MatchSide & { logoUrl: string | null }

/** A match in a list. `line`: how it stands; null before it is begun. */
export type MatchCard = Pick<Match, 'number' | 'round' | 'startsAtMs' | 'timeZone' | 'venue' | 'status' | 'origin'> & {
  matchId: string
  sport: ScoredSport
  sides: BySide<MatchTeam>
  line: MatchLine | null
}

/** The teams of an event as people see them now, by id: a name that was corrected is right in every match. */
export const looksOf = async (
  { mongo }: Pick<Services, 'mongo'>,
  auctionId: string | null,
): Promise<ReadonlyMap<string, Pick<MatchTeam, 'name' | 'short' | 'colour' | 'logoUrl'>>> => {
  const teams = auctionId === null ? [] : await teamsOf(mongo, auctionId)
  return new Map(teams.map(({ teamId, name, short, colour, logoUrl }) => [teamId, { name, short, colour, logoUrl }]))
}

type Looks = Awaited<ReturnType<typeof looksOf>>

const teamOf = (side: MatchSide, looks: Looks): MatchTeam => ({
  ...side,
  logoUrl: null,
  ...(side.team !== null && looks.get(side.team)),
})

export const sidesOf = ({ sides }: Pick<Match, 'sides'>, looks: Looks): BySide<MatchTeam> => ({
  home: teamOf(sides.home, looks),
  away: teamOf(sides.away, looks),
})

/** A match with how it stands at a moment that the asker may know. */
export const cardAt = async (
  services: Pick<Services, 'mongo' | 'log'>,
  match: Match,
  looks: Looks,
  untilMs: number,
): Promise<MatchCard> => cardOf(match, looks, await standsAt(services, match, untilMs))

/** A match that stands so. */
export const cardOf = (match: Match, looks: Looks, stands: ReadStands | null): MatchCard => {
  const { id, number, round, startsAtMs, timeZone, venue, status, origin } = match
  const sides = sidesOf(match, looks)
  const card = { matchId: id, number, round, startsAtMs, timeZone, venue, status, origin, sides }
  const sport = match.sport as ScoredSport
  const names = { home: sides.home.name, away: sides.away.name }
  const line = stands && matchLine({ sport, ...stands }, names)
  // What the stored status says is of now.
  return { ...card, sport, line, status: status === 'cancelled' ? status : (stands?.phase.is ?? 'scheduled') }
}

/** How a match stands at a moment that the asker may know; null before it is begun. */
export const standsAt = async (
  services: Pick<Services, 'mongo' | 'log'>,
  match: Match,
  untilMs: number,
): Promise<ReadStands | null> => {
  const { stands, log } = match
  // A list may be a moment behind.
  if (stands && (untilMs === PRESENT || (log === 'archived' && endedBy(stands, untilMs)))) return readStands(stands)
  const state = await matchStateAt(services, match, untilMs)
  return state && standing(state)
}

/** What is archived whole grows no more: once its end may be known, its past is its present (LATE-10). */
const endedBy = ({ phase }: MatchStands, untilMs: number): boolean => phase.is === 'ended' && phase.atMs <= untilMs
