import { entryOf, MAX_ENTRIES, notify, type Stores } from '@gavel/api'
import { type Event, eventById, listEvents, listRegistrations, type Registration, registrationsDue } from '@gavel/db'
import { type Registration as Entry, expiresAtMs, timeWords } from '@gavel/registration'

const HOUR_MS = 60 * 60_000
/** The earliest that somebody is reminded of a clock, and how much of the time given is left then. */
const EARLIEST_MS = 3 * HOUR_MS
const LAST_PART = 0.25
/** Before an event begins. */
const EVE_MS = 24 * HOUR_MS
const BATCH = 500

/**
 * Reminds people, once each: whose place is held for a little while longer, and who takes part in an event that begins within a day
 * (REMIND-1, REMIND-2). @returns how many entries and events there was something to say of
 */
export const remindPeople = async (stores: Stores, nowMs: number): Promise<number> => {
  let said = 0
  for (const registration of await registrationsDue(stores.mongo, nowMs + EARLIEST_MS, BATCH)) {
    const event = await eventById(stores.mongo, registration.eventId)
    if (event && (await remindDue(stores, event, registration, nowMs))) said += 1
  }
  for (const event of await listEvents(stores.mongo, { statuses: ['published'], sandbox: false, rehearsal: false })) {
    if (event.startsAtMs <= nowMs || event.startsAtMs > nowMs + EVE_MS) continue
    await remindOfEvent(stores, event)
    said += 1
  }
  return said
}

const remindDue = async (stores: Stores, event: Event, registration: Registration, nowMs: number): Promise<boolean> => {
  const entry = entryOf(registration)
  const untilMs = expiresAtMs(entry)
  if (untilMs === null || untilMs <= nowMs) return false
  const given = (entry.stage.is === 'offered' ? event.entry.offerMs : event.entry.payMs) ?? 0
  if (untilMs - nowMs > Math.min(EARLIEST_MS, given * LAST_PART)) return false
  const until = timeWords(untilMs, event.timeZone)
  await notify(stores, {
    userIds: unsettled(entry),
    kind: 'registration',
    key: `remind:${entry.id}:${entry.entry}:${untilMs}`,
    title: `Your place in ${event.name} is held a little longer`,
    words:
      entry.stage.is === 'offered'
        ? `Take it before ${until}, or it goes to the next in line.`
        : `Pay before ${until}, or it goes to somebody else.`,
    href: `/events/${event.slug}`,
  })
  return true
}

/** Who still has something to do: the captain, and members who have not paid. */
const unsettled = ({ seats }: Entry): string[] =>
  seats.flatMap(({ entrant, payment }, i) => (entrant && (i === 0 || payment === null) ? [entrant.person] : []))

const remindOfEvent = async (stores: Stores, event: Event): Promise<void> => {
  const taking = await listRegistrations(stores.mongo, { eventId: event.id, statuses: ['confirmed'] }, MAX_ENTRIES)
  await notify(stores, {
    userIds: taking.map(({ userId }) => userId),
    kind: 'event',
    key: `eve:${event.id}:${event.startsAtMs}`,
    title: `${event.name} begins soon`,
    words: `It begins on ${timeWords(event.startsAtMs, event.timeZone)}${event.venue ? ` at ${event.venue}` : ''}.`,
    href: `/events/${event.slug}`,
  })
}
