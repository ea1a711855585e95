import type { RuleSet } from '@gavel/auction'
import { type Actor, can, type Subject } from '@gavel/auth'
import { auctionById, type Event, type EventRole } from '@gavel/db'
import { eventReadProcedure } from '../trpc.ts'
import { cardOf, type EventCard } from './card.ts'

/** What the caller is in an event, and may do with it. */
export type You = { roles: readonly EventRole[]; mayManage: boolean; mayConduct: boolean; mayWatch: boolean }

export const youIn = (actor: Actor, subject: Subject): You => ({
  roles: subject.roles,
  mayManage: can(actor, 'auction.manage', subject),
  mayConduct: can(actor, 'auction.conduct', subject),
  mayWatch: can(actor, 'auction.watch', subject),
})

/** An event's page: the event, the rules its auction is played by, and what the caller is in it. */
export type EventPage = EventCard & Pick<Event, 'joinCode' | 'nextSteps'> & { rules: RuleSet | null; you: You }

export const bySlug = eventReadProcedure.query(async ({ ctx }): Promise<EventPage> => {
  const { services, actor, event, subject } = ctx
  const [card, auction] = await Promise.all([
    cardOf(ctx, event),
    event.auctionId ? auctionById(services.mongo, event.auctionId) : null,
  ])
  return {
    ...card,
    joinCode: event.joinCode,
    nextSteps: event.nextSteps,
    rules: auction?.rules ?? null,
    you: youIn(actor, subject),
  }
})
