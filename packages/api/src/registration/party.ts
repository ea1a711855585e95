import { listRegistrations, type Registration } from '@gavel/db'
import { type Registration as Entry, MAX_SEATS } from '@gavel/registration'
import type { Stores } from '../services.ts'

/** Everybody who sits in an entry, each with the registration that has their details: the captain first. */
export const partyOf = async (
  { mongo }: Pick<Stores, 'mongo'>,
  registration: Registration,
  entry: Entry,
): Promise<Registration[]> => {
  if (entry.seats.length === 1) return [registration]
  const members = await membersOf({ mongo }, registration)
  const seated = new Set(entry.seats.flatMap(({ entrant }) => entrant?.person ?? []))
  return [registration, ...members.filter(({ userId }) => userId !== registration.userId && seated.has(userId))]
}

/** The own registrations of those who are, or were, in a captain's group. */
export const membersOf = (
  { mongo }: Pick<Stores, 'mongo'>,
  { id }: Pick<Registration, 'id'>,
): Promise<Registration[]> => listRegistrations(mongo, { memberOf: id }, 4 * MAX_SEATS)
