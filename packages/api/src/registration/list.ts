import { listRegistrations, peopleOf } from '@gavel/db'
import { type MyRegistration, shown } from '../event/register.ts'
import { eventProcedure } from '../trpc.ts'
import { MAX_ENTRIES } from './standing.ts'

/** An entry as its organiser sees it. `approved`: it was let in, or will be once there is a place. */
export type RegistrationEntry = MyRegistration & { person: string; email: string; approved: boolean }

/** Every entry of an event with its person, oldest first. */
export const list = eventProcedure('registration.read').query(
  async ({ ctx: { services, event } }): Promise<RegistrationEntry[]> => {
    const registrations = await listRegistrations(services.mongo, { eventId: event.id }, MAX_ENTRIES)
    const people = await peopleOf(
      services.postgres,
      registrations.map(({ userId }) => userId),
    )
    return registrations.map((registration) => {
      const account = people.get(registration.userId)
      return {
        ...shown(registration),
        person: account?.name ?? 'Unknown',
        email: account?.email ?? '',
        approved: registration.approvedBy !== null,
      }
    })
  },
)
