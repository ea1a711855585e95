import { type Event, type Match, matchArchive, matchById, setMatchFollowed } from '@gavel/db'
import { NothingArchivedError } from '@gavel/livelog'
import type { RulesOf, ScoredSport, SetupOf } from '@gavel/scoring'
import { AppError } from '../errors.ts'
import { momentAgo } from '../log/moment.ts'
import type { Services } from '../services.ts'
import { matchProcedure } from '../trpc.ts'
import { settledBy } from './command.ts'
import { knownMatch } from './known-sides.ts'

/** Begins a match: makes its log of what was arranged. Repeating it is harmless (MATCHAPI-2). */
export const start = matchProcedure('match.score').mutation(async ({ ctx: { services, actor, event, match } }) => {
  if (match.sides.home.team === null || match.sides.away.team === null) throw new AppError('MATCH.OPEN_SIDES')
  if (match.origin === 'import') return { matchId: match.id }
  if (match.status === 'cancelled')
    throw new AppError('MATCH.BAD_INPUT', { reason: 'This match is cancelled. Take that back first.' })
  if (match.log === 'none') await publiclyKnown(services, match, event)
  if (match.log === 'none') await beginMatch(services, match.id, actor.userId ?? 'system')
  return { matchId: match.id }
})

/** Beginning tells everybody who plays, so the public is to know it before (LATE-12). @throws AppError MATCH.TOO_EARLY */
const publiclyKnown = async (
  services: Pick<Services, 'mongo' | 'log'>,
  match: Match,
  { delayMs }: Pick<Event, 'delayMs'>,
): Promise<void> => {
  const known = await knownMatch(services, match, await momentAgo(services, delayMs))
  if (known !== match) throw new AppError('MATCH.TOO_EARLY', { seconds: delayMs / 1_000 })
}

/**
 * Has a match followed, then makes its log of what is arranged, which nobody can change from then on. After a crash between the two, or at
 * once from elsewhere, the same is made.
 */
export const beginMatch = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  matchId: string,
  by: string,
): Promise<void> => {
  await setMatchFollowed(mongo, matchId)
  const match = await matchById(mongo, matchId)
  if (!match) throw new AppError('MATCH.NOT_FOUND')
  const sport = match.sport as ScoredSport
  await settledBy(sport, () => log.matches.create(matchId, firstOfMatch(match), by))
}

/** What a match's log begins with. */
export const firstOfMatch = (match: Match) => ({
  sport: match.sport as ScoredSport,
  rules: match.rules as RulesOf<ScoredSport>,
  setup: match.setup as SetupOf<ScoredSport>,
  origin: match.origin,
})

/** Builds an archived match's log anew, so that it can be written to. @throws AppError MATCH.UNAVAILABLE where there is no log to be had */
export const reviveMatch = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  match: Pick<Match, 'id'>,
): Promise<void> => {
  await setMatchFollowed(mongo, match.id)
  await log.matches.restore(matchArchive(mongo), match.id).catch((error: unknown) => {
    throw error instanceof NothingArchivedError ? new AppError('MATCH.UNAVAILABLE') : error
  })
}
