import { listRegistrations } from '@gavel/db'
import { eventReadProcedure } from '../trpc.ts'
import { type MyRegistration, shown } from './register.ts'

/** The caller's own entries in an event: none, one as a player, one as an owner. Guests have none. */
export const myRegistrations = eventReadProcedure.query(
  async ({ ctx: { services, actor, event } }): Promise<MyRegistration[]> => {
    if (actor.userId === null) return []
    const mine = await listRegistrations(services.mongo, { eventId: event.id, userId: actor.userId })
    return mine.map(shown)
  },
)
