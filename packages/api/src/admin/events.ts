import { can, NOTHING } from '@gavel/auth'
import { listEvents } from '@gavel/db'
import { cardsOf, type EventCard } from '../event/card.ts'
import { signedInProcedure } from '../trpc.ts'

/** An event of the desk; `mayManage` is false where the caller only conducts its auction or scores. */
export type ManagedEvent = EventCard & { mayManage: boolean }

/** The events that the caller looks after, drafts included: all for an administrator, one's own for everybody else. */
export const events = signedInProcedure.query(
  async ({ ctx: { services, actor, userId } }): Promise<{ mayCreate: boolean; events: ManagedEvent[] }> => {
    const mayCreate = can(actor, 'event.create', NOTHING)
    const listed = await listEvents(services.mongo, mayCreate ? {} : { staffId: userId })
    const cards = await cardsOf(services.mongo, listed)
    const managed = new Set(
      listed.flatMap(({ slug, rehearsal, organiserIds }) => {
        const roles = organiserIds.includes(userId) ? (['organiser'] as const) : []
        return can(actor, 'auction.manage', { roles, rehearsal, own: false }) ? [slug] : []
      }),
    )
    return { mayCreate, events: cards.map((card) => ({ ...card, mayManage: managed.has(card.slug) })) }
  },
)
