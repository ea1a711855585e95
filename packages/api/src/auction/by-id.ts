import type { RuleSet } from '@gavel/auction'
import { can } from '@gavel/auth'
import { type EventRole, teamsOwnedBy } from '@gavel/db'
import { cardOf, type EventCard } from '../event/card.ts'
import { auctionProcedure } from '../trpc.ts'

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
  }
}

export const byId = auctionProcedure('auction.watch').query(
  async ({ ctx: { services, actor, auction, event, subject } }): Promise<AuctionPage> => {
    const [card, owned] = await Promise.all([
      cardOf(services.mongo, event),
      actor.userId === null ? [] : teamsOwnedBy(services.mongo, actor.userId),
    ])
    return {
      auctionId: auction.id,
      event: card,
      rules: auction.rules,
      you: {
        userId: actor.userId,
        roles: subject.roles,
        teamId: owned.find(({ auctionId }) => auctionId === auction.id)?.teamId ?? null,
        mayManage: can(actor, 'auction.manage', subject),
        mayConduct: can(actor, 'auction.conduct', subject),
        mayBid: can(actor, 'auction.bid', subject),
      },
    }
  },
)
