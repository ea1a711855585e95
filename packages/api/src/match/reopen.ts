import { newId, setMatchFollowed } from '@gavel/db'
import type { ScoredSport } from '@gavel/scoring'
import { matchProcedure } from '../trpc.ts'
import { settledBy } from './command.ts'
import { reviveMatch } from './start.ts'

/** Takes a confirmed result back, so that the book can be corrected: of a match that is archived already too. Repeating it is harmless. */
export const reopen = matchProcedure('match.score').mutation(async ({ ctx: { services, actor, match } }) => {
  if (match.log === 'archived') await reviveMatch(services, match)
  const by = actor.userId ?? 'system'
  const commandId = `reopen-${newId()}`
  const ask = () => services.log.matches.execute(match.id, { type: 'Reopen', by }, { commandId })
  await settledBy(match.sport as ScoredSport, ask, ['NOT_ENDED'])
  // The archiver may have taken the end for the last word in the same moment.
  await setMatchFollowed(services.mongo, match.id)
  return { matchId: match.id }
})
