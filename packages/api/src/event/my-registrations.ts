import { listRegistrations } from '@gavel/db'
import { type MyRegistration, shownTo } from '../registration/view.ts'
import { eventReadProcedure } from '../trpc.ts'

/** The caller's own entries in an event: none, one as a player, one as an owner. Guests have none. */
export const myRegistrations = eventReadProcedure.query(
  async ({ ctx: { services, actor, event } }): Promise<MyRegistration[]> => {
    if (actor.userId === null) return []
    const mine = await listRegistrations(services.mongo, { eventId: event.id, userId: actor.userId })
    return Promise.all(mine.map((registration) => shownTo(services, event, registration, actor.userId)))
  },
)
