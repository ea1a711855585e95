import { listRegistrations, namesOf, type Registration } from '@gavel/db'
import { eventProcedure } from '../trpc.ts'
import { cardOf } from './card.ts'
import { shown } from './register.ts'

/** An organiser's view: places and every registration with its person, oldest first. */
export const overview = eventProcedure('event.edit').query(async ({ ctx: { services, event } }) => {
  const [card, registrations] = await Promise.all([
    cardOf(services.mongo, event),
    listRegistrations(services.mongo, { eventId: event.id }),
  ])
  const people = [...event.organiserIds, ...event.auctioneerIds, ...event.scorerIds]
  const names = await namesOf(services.postgres, [...people, ...registrations.map(({ userId }) => userId)])
  const named = (ids: readonly string[]) => ids.map((userId) => ({ userId, name: names.get(userId) ?? 'Unknown' }))
  return {
    ...card,
    organisers: named(event.organiserIds),
    auctioneers: named(event.auctioneerIds),
    scorers: named(event.scorerIds),
    registrations: registrations.map((registration) => ({
      ...shown(registration),
      person: names.get(registration.userId) ?? 'Unknown',
    })),
    counts: countByStatus(registrations),
  }
})

const countByStatus = (registrations: readonly Registration[]): Record<Registration['status'], number> => {
  const counts = { pending: 0, confirmed: 0, waitlisted: 0, rejected: 0, withdrawn: 0 }
  for (const { status } of registrations) counts[status] += 1
  return counts
}
