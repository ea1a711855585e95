import type { Change } from '@gavel/registration'
import { Schema } from 'mongoose'
import { newId } from '../id.ts'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'
import type { RegistrationKind } from './events.ts'
import { type Claim, claimMessages, clearMessage, type OutboxMessage, outboxField } from './outbox.ts'

/** How an entry stands: the stage of its log, under the name by which it is asked for. */
export const REGISTRATION_STATUSES = [
  'pending',
  'waitlisted',
  /** A place is free for it, until a time. */
  'offered',
  /** Holds its place until the organiser lets it in. */
  'awaiting',
  /** Holds its places until a time, and has to be paid. */
  'owing',
  'confirmed',
  'rejected',
  'withdrawn',
  /** Its offer or its time to pay ran out. */
  'lapsed',
] as const
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number]

export type PlayerDetails = {
  kind: 'player'
  name: string
  country: string
  role: string
  /** In the currency's smallest unit; null takes the rule set's lowest. */
  base: number | null
  age: number | null
  caps: number | null
  photoUrl: string | null
}
/** `colour` is `#rrggbb`; `short` is the team's two to four letters. */
export type OwnerDetails = { kind: 'owner'; team: string; short: string; colour: string }

/**
 * One person's entry into an event. `changes` are what is true of it; `status`, `approvedBy`, `enteredAtMs` and `dueAtMs` are read from them,
 * so that they can be asked for. A member of a group has an entry of their own that follows the group's.
 */
export type Registration = {
  id: string
  eventId: string
  userId: string
  kind: RegistrationKind
  /** By `@gavel/registration`, oldest first. Empty: a member's, or one of before there were any. */
  changes: readonly Change[]
  status: RegistrationStatus
  /** For people: why it was rejected, withdrawn or waits. */
  reason: string | null
  /** The organiser who let it in where the event asks for that; null before. A new entry is asked again. */
  approvedBy: string | null
  /** With the id, its number in line. */
  enteredAtMs: number
  /** When its clock runs out; null where none runs. */
  dueAtMs: number | null
  /** The registration of the captain whose group this one is in; null for all others. */
  memberOf: string | null
  /** What lets others into this captain's group; null where it is none. */
  joinKey: string | null
  /** 1, then one more with each change. */
  version: number
  details: PlayerDetails | OwnerDetails
  outbox: readonly OutboxMessage[]
  createdAtMs: number
  updatedAtMs: number
}

type RegistrationRow = Omit<Registration, 'id'> & { _id: string }

export const registrationsCollection: Collection<RegistrationRow> = defineCollection<RegistrationRow>(
  'registrations',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    userId: { type: String, required: true },
    kind: { type: String, required: true },
    changes: { type: [Schema.Types.Mixed], required: true },
    status: { type: String, required: true },
    reason: String,
    approvedBy: String,
    enteredAtMs: { type: Number, required: true },
    dueAtMs: Number,
    memberOf: String,
    joinKey: String,
    version: { type: Number, required: true },
    details: { type: Schema.Types.Mixed, required: true },
    outbox: outboxField,
    createdAtMs: { type: Number, required: true },
    updatedAtMs: { type: Number, required: true },
  },
  [
    { fields: { eventId: 1, userId: 1, kind: 1 }, unique: true },
    { fields: { userId: 1 } },
    { fields: { 'outbox.leasedUntilMs': 1 } },
    { fields: { eventId: 1, kind: 1, status: 1, enteredAtMs: 1 } },
    { fields: { dueAtMs: 1 } },
    { fields: { memberOf: 1 } },
  ],
  // Who waited before numbers were kept goes before who came since.
  { approvedBy: null, changes: [], enteredAtMs: 0, dueAtMs: null, memberOf: null, joinKey: null },
)

const plain = ({ _id, ...rest }: RegistrationRow): Registration => ({ id: _id, ...rest })

/** What a new registration needs. `id` is the caller's, so that it can repeat the call. */
export type NewRegistration = Pick<Registration, 'id' | 'eventId' | 'userId' | 'details'> &
  Partial<Pick<Registration, 'changes' | 'memberOf' | 'joinKey'>>

/**
 * Stores a registration as `pending`, version 1, with the message that announces it, leased to the caller until `leasedUntilMs`,
 * all in one document. A person has one registration of each kind in an event: where it exists already, that one is answered,
 * with no message.
 */
export const insertRegistration = async (
  mongo: Mongo,
  registration: NewRegistration,
  announce: { key: string; leasedUntilMs: number } | null,
  nowMs: number,
): Promise<{ registration: Registration; message: OutboxMessage | null }> => {
  const { id, ...fields } = registration
  const message: OutboxMessage | null = announce && { id: newId(), version: 1, ...announce }
  const row: RegistrationRow = {
    _id: id,
    changes: [],
    memberOf: null,
    joinKey: null,
    ...fields,
    kind: registration.details.kind,
    status: 'pending',
    reason: null,
    approvedBy: null,
    enteredAtMs: nowMs,
    dueAtMs: null,
    version: 1,
    outbox: message ? [message] : [],
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  }
  try {
    await registrationsCollection.on(mongo).insertMany([row])
    return { registration: plain(row), message }
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const { eventId, userId, kind } = row
    const existing = await registrationsCollection.on(mongo).findOne({ eventId, userId, kind }).lean<RegistrationRow>()
    if (!existing) throw error
    return { registration: plain(existing), message: null }
  }
}

export const registrationById = async (mongo: Mongo, id: string): Promise<Registration | null> => {
  const row = await registrationsCollection.on(mongo).findOne({ _id: id }).lean<RegistrationRow>()
  return row && plain(row)
}

/** Those of the registrations that there are, in no order. */
export const registrationsByIds = async (mongo: Mongo, ids: readonly string[]): Promise<Registration[]> => {
  const rows = await registrationsCollection
    .on(mongo)
    .find({ _id: { $in: [...ids] } })
    .lean<RegistrationRow[]>()
  return rows.map(plain)
}

/** A person's entry of a kind in an event; there is one at most. */
export const registrationOf = async (
  mongo: Mongo,
  of: Pick<Registration, 'eventId' | 'userId' | 'kind'>,
): Promise<Registration | null> => {
  const row = await registrationsCollection.on(mongo).findOne(of).lean<RegistrationRow>()
  return row && plain(row)
}

/** Registrations that match every field given, oldest first, at most `limit` (1,000 where omitted). */
export const listRegistrations = async (
  mongo: Mongo,
  filter: {
    eventId?: string
    userId?: string
    kind?: RegistrationKind
    memberOf?: string
    statuses?: readonly RegistrationStatus[]
  },
  limit = 1_000,
): Promise<Registration[]> => {
  const { statuses, ...fields } = filter
  const rows = await registrationsCollection
    .on(mongo)
    .find({ ...fields, ...(statuses && { status: { $in: [...statuses] } }) })
    .sort({ createdAtMs: 1, _id: 1 })
    .limit(limit)
    .lean<RegistrationRow[]>()
  return rows.map(plain)
}

/** How many of a kind wait for a place. */
export const countWaiting = (mongo: Mongo, eventId: string, kind: RegistrationKind): Promise<number> =>
  registrationsCollection.on(mongo).countDocuments({ eventId, kind, status: 'waitlisted', memberOf: null })

/** The first of a kind in line; null where nobody waits (LINE-1). */
export const firstInLine = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
): Promise<Registration | null> => {
  const row = await registrationsCollection
    .on(mongo)
    .findOne({ eventId, kind, status: 'waitlisted', memberOf: null })
    .sort({ enteredAtMs: 1, _id: 1 })
    .lean<RegistrationRow>()
  return row && plain(row)
}

/** How many of its kind wait with an earlier number than this one (LINE-1). */
export const countAhead = (
  mongo: Mongo,
  { id, eventId, kind, enteredAtMs }: Pick<Registration, 'id' | 'eventId' | 'kind' | 'enteredAtMs'>,
): Promise<number> =>
  registrationsCollection.on(mongo).countDocuments({
    ...{ eventId, kind, status: 'waitlisted', memberOf: null },
    $or: [{ enteredAtMs: { $lt: enteredAtMs } }, { enteredAtMs, _id: { $lt: id } }],
  })

/** Entries whose clock has run out, the longest ago first. */
export const registrationsDue = async (mongo: Mongo, nowMs: number, limit: number): Promise<Registration[]> => {
  const rows = await registrationsCollection
    .on(mongo)
    .find({ dueAtMs: { $ne: null, $lte: nowMs } })
    .sort({ dueAtMs: 1 })
    .limit(limit)
    .lean<RegistrationRow[]>()
  return rows.map(plain)
}

/** What a change may set; `more` are added to the log. */
export type RegistrationChange = Partial<
  Pick<
    Registration,
    'status' | 'reason' | 'approvedBy' | 'details' | 'enteredAtMs' | 'dueAtMs' | 'memberOf' | 'joinKey'
  >
> & { more?: readonly Change[] }

/**
 * Changes a registration that still is at `version`, and makes it one more; `announce` adds a message of the new version in the
 * same write. Null where someone changed it in between, or it does not exist: read again and decide again.
 */
export const changeRegistration = async (
  mongo: Mongo,
  { id, version }: Pick<Registration, 'id' | 'version'>,
  { more = [], ...change }: RegistrationChange,
  announce: { key: string; leasedUntilMs: number } | null,
  nowMs: number,
): Promise<{ registration: Registration; message: OutboxMessage | null } | null> => {
  const message = announce && { id: newId(), version: version + 1, ...announce }
  const row = await registrationsCollection
    .on(mongo)
    .findOneAndUpdate(
      { _id: id, version },
      {
        $set: { ...change, updatedAtMs: nowMs },
        $inc: { version: 1 },
        ...((message || more.length > 0) && {
          $push: { ...(message && { outbox: message }), ...(more.length > 0 && { changes: { $each: more } }) },
        }),
      },
      { returnDocument: 'after' },
    )
    .lean<RegistrationRow>()
  return row && { registration: plain(row), message }
}

/** A message that this process alone may publish until its lease ends. */
export type ClaimedMessage = { registrationId: string; message: OutboxMessage }

/** Leases messages of registrations to the caller (OUTBOX-2). */
export const claimOutbox = async (mongo: Mongo, claim: Claim): Promise<ClaimedMessage[]> => {
  const claimed = await claimMessages(registrationsCollection.on(mongo), claim)
  return claimed.map(({ ownerId, message }) => ({ registrationId: ownerId, message }))
}

/** Takes a published message out of a registration, and no other. */
export const clearOutbox = (mongo: Mongo, registrationId: string, messageId: string): Promise<void> =>
  clearMessage(registrationsCollection.on(mongo), registrationId, messageId)
