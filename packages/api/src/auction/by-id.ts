import type { RuleSet } from '@gavel/auction'
import { can } from '@gavel/auth'
import { type EventRole, teamsOwnedBy } from '@gavel/db'
import { cardOf, type EventCard } from '../event/card.ts'
import { maySharePaddle } from '../invitation/share.ts'
import { auctionProcedure } from '../trpc.ts'
import { delayOf } from './sight.ts'

/** What a room's page needs before its socket joins. `you.teamId` is the team whose paddle the caller holds. */
export type AuctionPage = {
  auctionId: string
  event: EventCard
  rules: RuleSet
  you: {
    userId: string | null
    roles: readonly EventRole[]
    teamId: string | null
    mayManage: boolean
    mayConduct: boolean
    mayBid: boolean
    /** Whether they may let a second person bid for their team. */
    mayShare: boolean
    /** How late they are shown the auction, in milliseconds. */
    delayMs: number
  }
}

export const byId = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<AuctionPage> => {
  const { services, actor, auction, event, subject } = ctx
  const [card, delayMs, owned] = await Promise.all([
    cardOf(ctx, event),
    delayOf(ctx),
    actor.userId === null ? [] : teamsOwnedBy(services.mongo, actor.userId),
  ])
  const team = owned.find(({ auctionId }) => auctionId === auction.id) ?? null
  return {
    auctionId: auction.id,
    event: card,
    rules: auction.rules,
    you: {
      userId: actor.userId,
      roles: subject.roles,
      teamId: team?.teamId ?? null,
      mayManage: can(actor, 'auction.manage', subject),
      mayConduct: can(actor, 'auction.conduct', subject),
      mayBid: can(actor, 'auction.bid', subject),
      mayShare: team !== null && (await maySharePaddle(services.mongo, event.id, actor.userId, team)),
      delayMs,
    },
  }
})
