import type { RuleSet } from '@gavel/auction'
import { can } from '@gavel/auth'
import { auctionById, type EventRole } from '@gavel/db'
import { eventReadProcedure } from '../trpc.ts'
import { cardOf, type EventCard } from './card.ts'

/** An event's page: the event, the rules its auction is played by, and what the caller is in it. */
export type EventPage = EventCard & {
  rules: RuleSet | null
  you: { roles: readonly EventRole[]; mayManage: boolean; mayConduct: boolean }
}

export const bySlug = eventReadProcedure.query(
  async ({ ctx: { services, actor, event, subject } }): Promise<EventPage> => {
    const [card, auction] = await Promise.all([
      cardOf(services.mongo, event),
      event.auctionId ? auctionById(services.mongo, event.auctionId) : null,
    ])
    return {
      ...card,
      rules: auction?.rules ?? null,
      you: {
        roles: subject.roles,
        mayManage: can(actor, 'auction.manage', subject),
        mayConduct: can(actor, 'auction.conduct', subject),
      },
    }
  },
)
