import { can, NOTHING, subjectOf } from '@gavel/auth'
import { listEvents } from '@gavel/db'
import { cardsOf, type EventCard } from '../event/card.ts'
import { signedInProcedure } from '../trpc.ts'

/** An event of the desk; `mayManage` is false where the caller only conducts its auction or scores. */
export type ManagedEvent = EventCard & { mayManage: boolean }

/** The events that the caller looks after, drafts included: all for an administrator, one's own for everybody else. */
export const events = signedInProcedure.query(
  async ({ ctx }): Promise<{ mayCreate: boolean; events: ManagedEvent[] }> => {
    const { services, actor, userId } = ctx
    // Sandboxes are reached from the event that they rehearse.
    const mine = can(actor, 'event.edit', NOTHING) ? {} : { staffId: userId }
    const listed = await listEvents(services.mongo, { ...mine, sandbox: false })
    const cards = await cardsOf(ctx, listed)
    const managed = new Set(
      listed.flatMap((event) => {
        const roles = event.organiserIds.includes(userId) ? (['organiser'] as const) : []
        return can(actor, 'auction.manage', subjectOf(event, roles)) ? [event.slug] : []
      }),
    )
    return {
      mayCreate: can(actor, 'event.create', NOTHING),
      events: cards.map((card) => ({ ...card, mayManage: managed.has(card.slug) })),
    }
  },
)
