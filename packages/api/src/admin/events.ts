import { can, NOTHING } from '@gavel/auth'
import { listEvents } from '@gavel/db'
import { cardsOf, type EventCard } from '../event/card.ts'
import { signedInProcedure } from '../trpc.ts'

/** The events that the caller looks after, drafts included: all for an administrator, one's own for everybody else. */
export const events = signedInProcedure.query(
  async ({ ctx: { services, actor, userId } }): Promise<{ mayCreate: boolean; events: EventCard[] }> => {
    const mayCreate = can(actor, 'event.create', NOTHING)
    const listed = await listEvents(services.mongo, mayCreate ? {} : { staffId: userId })
    return { mayCreate, events: await cardsOf(services.mongo, listed) }
  },
)
