import { type Account, type Event, listRegistrations, peopleOf, type Registration } from '@gavel/db'
import { type Answers, ageOn, byNumber, isSettled, type Money } from '@gavel/registration'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'
import { entryOf } from './entry.ts'
import { entryRulesOf } from './entry-rules.ts'
import { moneyOfSeat } from './seat-money.ts'
import { MAX_ENTRIES, stands } from './standing.ts'

/** An entry as its organiser sees it. `approved`: it was let in, or will be once there is a place. */
export type RegistrationEntry = Pick<
  Registration,
  'id' | 'kind' | 'status' | 'reason' | 'details' | 'createdAtMs' | 'updatedAtMs' | 'dueAtMs'
> & {
  person: string
  email: string
  approved: boolean
  born: string | null
  /** On the event's day; null where no date of birth is known. */
  age: number | null
  category: string | null
  answers: Answers
  /** The number in line; null where it does not wait. */
  place: number | null
  fee: Money | null
  /** Seats of the group or shares of the team, and how many of them owe nothing; a member of a group counts their own. */
  seats: number
  paid: number
  /** Unpaid seats that can be marked as paid, with what each costs: of the entry `entryId`. */
  unpaid: { seat: string; money: Money | null }[]
  entryId: string
  /** The captain's name, where this is a member of a group. */
  group: string | null
}

/** Every entry of an event with its person, oldest first. */
export const list = eventProcedure('registration.read').query(({ ctx: { services, event } }) =>
  entriesOf(services, event),
)

/** Every entry of an event with its person, oldest first. */
export const entriesOf = async (
  services: Pick<Services, 'mongo' | 'postgres'>,
  event: Event,
): Promise<RegistrationEntry[]> => {
  const registrations = await listRegistrations(services.mongo, { eventId: event.id }, MAX_ENTRIES)
  const people = await peopleOf(
    services.postgres,
    registrations.map(({ userId }) => userId),
  )
  const { ageDay } = entryRulesOf(event)
  const captains = new Map(registrations.map((one) => [one.id, one]))
  const places = placesIn(registrations)
  return registrations.map((one) => rowOf(one, { people, captains, places, ageDay }))
}

type Around = {
  people: ReadonlyMap<string, Account>
  captains: ReadonlyMap<string, Registration>
  places: ReadonlyMap<string, number>
  ageDay: string
}

const rowOf = (one: Registration, { people, captains, places, ageDay }: Around): RegistrationEntry => {
  const captain = one.memberOf === null ? one : (captains.get(one.memberOf) ?? null)
  const entry = captain && entryOf(captain)
  const own = entry?.seats.find(({ entrant }) => entrant?.person === one.userId)
  const seats = !entry ? [] : one.memberOf === null ? entry.seats : own ? [own] : []
  const { born = null, category = null, answers = {} } = own?.entrant ?? {}
  const unpaid = stands(one.status) ? seats.filter((seat) => !isSettled(seat, entry?.fee ?? null)) : []
  const { id, kind, status, reason, details, createdAtMs, updatedAtMs, dueAtMs, approvedBy } = one
  return {
    ...{ id, kind, status, reason, details, createdAtMs, updatedAtMs, dueAtMs, born, category, answers },
    person: people.get(one.userId)?.name ?? 'Unknown',
    email: people.get(one.userId)?.email ?? '',
    approved: approvedBy !== null,
    age: born === null ? null : ageOn(born, ageDay),
    place: places.get(id) ?? null,
    fee: entry?.fee ?? null,
    seats: seats.length,
    paid: seats.length - unpaid.length,
    unpaid: unpaid.map((seat) => ({ seat: seat.id, money: entry && moneyOfSeat(entry, seat) })),
    entryId: captain?.id ?? id,
    group: one.memberOf === null ? null : ((captain && people.get(captain.userId)?.name) ?? 'Unknown'),
  }
}

/** The numbers of those who wait, each kind for itself. */
const placesIn = (registrations: readonly Registration[]): Map<string, number> => {
  const lines = (['player', 'owner'] as const).map((kind) =>
    registrations
      .filter((one) => one.kind === kind && one.status === 'waitlisted' && one.memberOf === null)
      .toSorted(byNumber),
  )
  return new Map(lines.flatMap((line) => line.map(({ id }, i): [string, number] => [id, i + 1])))
}
