import {
  changeRegistration,
  countAhead,
  type Event,
  insertRegistration,
  newCode,
  newId,
  type OwnerDetails,
  type PlayerDetails,
  type Registration,
  registrationOf,
  takePlaces,
} from '@gavel/db'
import { type Applicant, after, decide, type Registration as Entry, placeIds } from '@gavel/registration'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { announce, announcement } from './announce.ts'
import { entryOf, logOf, projectionOf } from './entry.ts'
import { entryRulesOf } from './entry-rules.ts'
import { refused } from './refused.ts'
import { stands } from './standing.ts'

const KEY_LENGTH = 10
/** Somebody who sends the same form from several places at once is answered with the one that came first. */
const TRIES = 5

type Needs = Pick<Services, 'mongo' | 'publisher' | 'logger'>
type Of = Pick<Event, 'id' | 'status' | 'entry' | 'timeZone' | 'startsAtMs' | 'approval' | 'currency' | 'capacity'>

/** What somebody who enters says beside the details of the player or team. */
export type Said = Omit<Applicant, 'person'> & { seats: number }
const SAID_NOTHING: Said = { born: null, category: null, answers: {}, seats: 1 }

/**
 * Enters a person into an event: stores the registration with its message, takes the places, publishes. Each step may be the last
 * before a crash; the worker and the sweepers go on from there. Sending the same form twice gives one registration (JOURNEY-1), and an
 * entry that was rejected or withdrawn, or has lapsed, may be sent again with other details.
 * @throws AppError EVENT.NOT_OPEN, REGISTRATION.REFUSED, REGISTRATION.ELSEWHERE
 */
export const submitRegistration = async (
  services: Needs,
  event: Of,
  userId: string,
  details: PlayerDetails | OwnerDetails,
  said: Said = SAID_NOTHING,
): Promise<Registration> => {
  if (event.status !== 'published') throw new AppError('EVENT.NOT_OPEN')
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const before = await registrationOf(services.mongo, { eventId: event.id, userId, kind: details.kind })
    if (before && stands(before.status)) {
      if (before.memberOf !== null) throw new AppError('REGISTRATION.ELSEWHERE')
      return before
    }
    const stored = await enter(services, event, userId, before, details, said)
    if (!stored) continue
    const { registration, message } = stored
    // The place first: who came first has it, however the queue orders the messages. The worker asks again where this fails.
    const places = placeIds(entryOf(registration))
    if ((await countAhead(services.mongo, registration)) === 0)
      await takePlaces(services.mongo, event.id, registration.kind, places)
    await announce(services, registration.id, message)
    return registration
  }
  throw new AppError('AUCTION.UNAVAILABLE')
}

/** Stores the entry, a new one or the one of before begun anew; null where somebody else was quicker. */
const enter = async (
  { mongo }: Needs,
  event: Of,
  userId: string,
  before: Registration | null,
  details: PlayerDetails | OwnerDetails,
  { seats, ...applicant }: Said,
) => {
  const nowMs = Date.now()
  const id = before?.id ?? newId()
  // A member's entry has no log of its own before it is entered for itself.
  const hasLog = before !== null && (before.changes.length > 0 || before.memberOf === null)
  const entered: Entry | null = hasLog ? entryOf(before) : null
  const command = {
    type: 'Enter',
    ...{ id, kind: details.kind, team: null, seats },
    captain: { ...applicant, person: userId },
  } as const
  const context = { nowMs, rules: entryRulesOf(event), placesHeld: false, ahead: 0 }
  const decision = decide(entered, command, context)
  if ('refusal' in decision) throw refused(decision.refusal, event.timeZone)
  const entry = after(entered, decision)
  if (!entry) throw new Error(`registration ${id} was entered and is not there`)
  const joinKey = seats > 1 ? (before?.joinKey ?? newCode(KEY_LENGTH)) : null
  if (before) {
    const log = hasLog && before.changes.length === 0 ? logOf(before) : []
    const change = { ...projectionOf(entry, event, null), details, joinKey, memberOf: null }
    const more = [...log, ...decision.changes]
    const changed = await changeRegistration(mongo, before, { ...change, more }, announcement(nowMs), nowMs)
    return changed?.message ? { registration: changed.registration, message: changed.message } : null
  }
  const row = { id, eventId: event.id, userId, details, changes: decision.changes, joinKey }
  const { registration, message } = await insertRegistration(mongo, row, announcement(nowMs), nowMs)
  return message && { registration, message }
}
