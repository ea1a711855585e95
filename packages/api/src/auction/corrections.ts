import { namesOf } from '@gavel/db'
import { auctionProcedure } from '../trpc.ts'
import { stateToCorrect } from './correct.ts'

/** A correction that waits for a second person. `own`: the caller asked for it, so somebody else must approve it. */
export type OpenCorrection = {
  id: number
  playerId: string
  to: { teamId: string; amount: number } | null
  reason: string
  by: string
  own: boolean
}

/** The corrections that are open, oldest first. */
export const corrections = auctionProcedure('auction.correctSale').query(
  async ({ ctx: { services, actor, auction } }): Promise<OpenCorrection[]> => {
    const { corrections: open } = await stateToCorrect(services, auction)
    const names = await namesOf(services.postgres, [...new Set(open.map(({ by }) => by))])
    return open.map(({ id, player, to, reason, by }) => ({
      ...{ id, playerId: player, reason, own: by === actor.userId },
      to: to && { teamId: to.team, amount: to.amount },
      by: names.get(by) ?? 'The operator',
    }))
  },
)
