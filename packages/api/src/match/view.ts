import { type MatchState, matchStateFor } from '@gavel/scoring'
import { PRESENT } from '../pool/state-of.ts'
import { matchProcedure } from '../trpc.ts'
import { matchSeenUntil, matchStateAt } from './state.ts'

/** A first picture of a match's room, before its socket has joined. `nowMs`: when it stood so. */
export type MatchPicture = { state: MatchState; nowMs: number }

/** The public state of a match, as late as the asker sees it; null before it is begun, and where it cannot be read now. */
export const view = matchProcedure('match.watch').query(async ({ ctx }): Promise<MatchPicture | null> => {
  const untilMs = await matchSeenUntil(ctx)
  const state = await matchStateAt(ctx.services, ctx.match, untilMs).catch((error: unknown) => {
    ctx.services.logger.warn({ err: error, matchId: ctx.match.id }, 'A match could not be read for its page')
    return null
  })
  return state && { state: matchStateFor('public', state), nowMs: untilMs === PRESENT ? Date.now() : untilMs }
})
