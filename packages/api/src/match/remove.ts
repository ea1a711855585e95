import { deleteMatches, matchById } from '@gavel/db'
import { AppError } from '../errors.ts'
import { matchProcedure } from '../trpc.ts'

/** Takes a match out that was not begun. */
export const remove = matchProcedure('match.manage').mutation(async ({ ctx: { services, match } }) => {
  await deleteMatches(services.mongo, [match.id])
  if (await matchById(services.mongo, match.id)) throw new AppError('MATCH.BEGUN')
  return { matchId: match.id }
})
