import type { RuleSet } from '@gavel/auction'
import { Schema } from 'mongoose'
import { JOIN_CODE_LENGTH, newCode } from '../code.ts'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'
import { DEFAULT_ENTRY, type EventEntry } from './event-entry.ts'

export type EventStatus = 'draft' | 'published' | 'live' | 'finished' | 'cancelled'
export type RegistrationKind = 'player' | 'owner'

/**
 * Places: one of `teams` for every team of the event, whoever brought it, and one of `players` for every player who registered. Players
 * of a list hold none: the pool has its own limit.
 */
export type Places = { players: number; teams: number }

/** What strangers and guests see of an event. */
export type Shows = {
  /** On the home page and in lists; otherwise it is found by its address alone. */
  listed: boolean
  /** The players, before the auction has started. */
  pool: boolean
  /** The auction room, its log and its results; otherwise people with a role alone. */
  room: boolean
}

/** The longest integrity delay. */
export const MAX_DELAY_MS = 60_000

/** A tournament or league season that people register for. */
export type Event = {
  id: string
  /** Lower case letters, digits and hyphens; unique; the event's address. */
  slug: string
  /** Six characters by which fans find the event; unique. */
  joinCode: string
  name: string
  /** Markdown. */
  description: string
  startsAtMs: number
  /** Null where only the start is known. */
  endsAtMs: number | null
  /** IANA name, such as `Asia/Kolkata`. */
  timeZone: string
  venue: string
  /** The rule set that `rules` began as. */
  ruleSetId: string
  /** What its auction is played by, kept here so that an auction that a crash prevented is made by exactly these. */
  rules: RuleSet
  /** When an organiser last said that these rules are right; null before. */
  rulesSeenAtMs: number | null
  /** ISO 4217. */
  currency: string
  status: EventStatus
  /** For people: why it was cancelled; null where it was not. */
  cancelledReason: string | null
  shows: Shows
  /** How late the public sees the auction: whole seconds, as milliseconds, at most {@link MAX_DELAY_MS}; 0 for at once (LATE-1). */
  delayMs: number
  /** Whether the organiser lets each player, and each owner, in. */
  approval: { players: boolean; owners: boolean }
  /** Windows, questions, fees, the waiting list and refunds. */
  entry: EventEntry
  /** Markdown: what a player who was sold does next. */
  nextSteps: string
  capacity: Places
  taken: Places
  /** Who holds a place: ids of registrations, and of teams that were added by hand. A registered team has its registration's id. */
  holders: readonly string[]
  organiserIds: readonly string[]
  auctioneerIds: readonly string[]
  scorerIds: readonly string[]
  auctionId: string | null
  /** Made for a rehearsal: bots may take part, and public lists leave it out. */
  rehearsal: boolean
  /** The event that this sandbox rehearses; null for all others. */
  sandboxOf: string | null
  /** When it was last rehearsed in a sandbox; null where it never was. */
  rehearsedAtMs: number | null
  /** The event that this one was cloned from; null for all others. */
  clonedFrom: string | null
  createdAtMs: number
}

/** What may be left out of a new event, and what it is then. */
const DEFAULTS = {
  endsAtMs: null,
  rulesSeenAtMs: null,
  shows: { listed: true, pool: true, room: true },
  delayMs: 0,
  approval: { players: false, owners: false },
  entry: DEFAULT_ENTRY,
  nextSteps: '',
  sandboxOf: null,
  clonedFrom: null,
} as const satisfies Partial<Event>

/** What a new event needs; nobody holds a place in it yet, and it has no auction. */
export type NewEvent = Omit<
  Event,
  'taken' | 'holders' | 'auctionId' | 'joinCode' | 'cancelledReason' | 'rehearsedAtMs' | keyof typeof DEFAULTS
> &
  Partial<Pick<Event, keyof typeof DEFAULTS>>

/** What an organiser may change of an event. `capacity` never falls below what is taken. */
export type EventChange = Partial<
  Pick<
    Event,
    | 'name'
    | 'description'
    | 'startsAtMs'
    | 'endsAtMs'
    | 'timeZone'
    | 'venue'
    | 'shows'
    | 'delayMs'
    | 'approval'
    | 'entry'
    | 'nextSteps'
    | 'capacity'
    | 'ruleSetId'
    | 'rules'
    | 'currency'
    | 'rulesSeenAtMs'
    | 'rehearsedAtMs'
  >
>

/** Where each kind of staff stands in an event. */
const STAFF = { organiser: 'organiserIds', auctioneer: 'auctioneerIds', scorer: 'scorerIds' } as const
export type StaffRole = keyof typeof STAFF

const newJoinCode = (): string => newCode(JOIN_CODE_LENGTH)

type EventRow = Omit<Event, 'id'> & { _id: string }

const yes = { type: Boolean, required: true }
const places = { players: { type: Number, required: true }, teams: { type: Number, required: true } }

export const eventsCollection: Collection<EventRow> = defineCollection<EventRow>(
  'events',
  {
    _id: { type: String, required: true },
    slug: { type: String, required: true },
    joinCode: { type: String, required: true },
    name: { type: String, required: true },
    description: String,
    startsAtMs: { type: Number, required: true },
    endsAtMs: Number,
    timeZone: { type: String, required: true },
    venue: String,
    ruleSetId: { type: String, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    rulesSeenAtMs: Number,
    currency: { type: String, required: true },
    status: { type: String, required: true },
    cancelledReason: String,
    shows: { listed: yes, pool: yes, room: yes },
    delayMs: { type: Number, required: true },
    approval: { players: yes, owners: yes },
    entry: { type: Schema.Types.Mixed, required: true },
    nextSteps: String,
    capacity: places,
    taken: places,
    holders: [String],
    organiserIds: [String],
    auctioneerIds: [String],
    scorerIds: [String],
    auctionId: String,
    rehearsal: yes,
    sandboxOf: String,
    rehearsedAtMs: Number,
    clonedFrom: String,
    createdAtMs: { type: Number, required: true },
  },
  [
    { fields: { slug: 1 }, unique: true },
    { fields: { joinCode: 1 }, unique: true },
    { fields: { auctionId: 1 } },
    { fields: { status: 1, startsAtMs: 1 } },
  ],
  { ...DEFAULTS, joinCode: newJoinCode, cancelledReason: null, rehearsedAtMs: null },
)

const plain = ({ _id, ...rest }: EventRow): Event => ({ id: _id, ...rest })

/** Join codes are drawn from 7e8: another draw after a double never fails twice in practice. */
const CODE_TRIES = 5

/** Stores a new event with a join code of its own; null where another one has that slug. */
export const insertEvent = async (mongo: Mongo, event: NewEvent): Promise<Event | null> => {
  const { id, ...fields } = event
  for (let attempt = 1; ; attempt += 1) {
    const row: EventRow = {
      _id: id,
      ...DEFAULTS,
      ...fields,
      joinCode: newJoinCode(),
      cancelledReason: null,
      rehearsedAtMs: null,
      taken: { players: 0, teams: 0 },
      holders: [],
      auctionId: null,
    }
    try {
      await eventsCollection.on(mongo).insertMany([row])
      return plain(row)
    } catch (error) {
      if (!isDuplicateKey(error)) throw error
      if (await eventBySlug(mongo, event.slug)) return null
      if (attempt === CODE_TRIES) throw error
    }
  }
}

const findOne = async (mongo: Mongo, filter: Partial<EventRow>): Promise<Event | null> => {
  const row = await eventsCollection.on(mongo).findOne(filter).lean<EventRow>()
  return row && plain(row)
}

export const eventById = (mongo: Mongo, id: string): Promise<Event | null> => findOne(mongo, { _id: id })
export const eventBySlug = (mongo: Mongo, slug: string): Promise<Event | null> => findOne(mongo, { slug })
export const eventByJoinCode = (mongo: Mongo, joinCode: string): Promise<Event | null> => findOne(mongo, { joinCode })

/**
 * Events, the latest start first.
 * @param filter.statuses any of these; all where omitted.
 * @param filter.staffId organised, auctioneered or scored by that user.
 * @param filter.rehearsal rehearsals alone, or all others alone; both where omitted.
 * @param filter.listed those that everybody finds, or all others alone; both where omitted.
 * @param filter.sandbox sandboxes alone, or all others alone; both where omitted.
 * @param filter.limit at most that many, 100 where omitted.
 */
export const listEvents = async (
  mongo: Mongo,
  filter: {
    statuses?: readonly EventStatus[]
    staffId?: string
    rehearsal?: boolean
    listed?: boolean
    sandbox?: boolean
    limit?: number
  } = {},
): Promise<Event[]> => {
  const rows = await eventsCollection
    .on(mongo)
    .find({
      ...(filter.statuses && { status: { $in: [...filter.statuses] } }),
      ...(filter.staffId && { $or: Object.values(STAFF).map((field) => ({ [field]: filter.staffId })) }),
      ...(filter.rehearsal !== undefined && { rehearsal: filter.rehearsal }),
      ...(filter.listed !== undefined && { 'shows.listed': filter.listed }),
      ...(filter.sandbox !== undefined && { sandboxOf: filter.sandbox ? { $ne: null } : null }),
    })
    .sort({ startsAtMs: -1, _id: 1 })
    .limit(filter.limit ?? 100)
    .lean<EventRow[]>()
  return rows.map(plain)
}

/** Changes an event; null where it does not exist or the new capacity lies below what is taken. */
export const changeEvent = async (mongo: Mongo, id: string, change: EventChange): Promise<Event | null> => {
  const fits = change.capacity && {
    'taken.players': { $lte: change.capacity.players },
    'taken.teams': { $lte: change.capacity.teams },
  }
  const row = await eventsCollection
    .on(mongo)
    .findOneAndUpdate({ _id: id, ...fits }, { $set: change }, { returnDocument: 'after' })
    .lean<EventRow>()
  return row && plain(row)
}

/** Appoints somebody; repeating it is harmless. False where there is no such event. */
export const addStaff = async (mongo: Mongo, id: string, role: StaffRole, userId: string): Promise<boolean> => {
  const result = await eventsCollection.on(mongo).updateOne({ _id: id }, { $addToSet: { [STAFF[role]]: userId } })
  return result.matchedCount === 1
}

/**
 * Takes an appointment back. An event keeps an organiser, whoever takes whom at once: `last` says that this one is the only one. `none`
 * where the person does not hold that role.
 */
export const removeStaff = async (
  mongo: Mongo,
  id: string,
  role: StaffRole,
  userId: string,
): Promise<'removed' | 'last' | 'none'> => {
  const field = STAFF[role]
  const model = eventsCollection.on(mongo)
  const others = role === 'organiser' ? { [field]: { $elemMatch: { $ne: userId } } } : {}
  const result = await model.updateOne({ $and: [{ _id: id, [field]: userId }, others] }, { $pull: { [field]: userId } })
  if (result.modifiedCount === 1) return 'removed'
  return (await model.exists({ _id: id, [field]: userId })) ? 'last' : 'none'
}

/** Moves an event from one of the statuses `from` to `to`; false where it stands at none of them. */
export const moveEvent = async (
  mongo: Mongo,
  id: string,
  from: readonly EventStatus[],
  to: EventStatus,
  change: Partial<Pick<Event, 'cancelledReason'>> = {},
): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne({ _id: id, status: { $in: [...from] } }, { $set: { ...change, status: to } })
  return result.matchedCount === 1
}

/** Gives an event its auction, once. True where the event has this auction afterwards. */
export const attachAuction = async (mongo: Mongo, eventId: string, auctionId: string): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne({ _id: eventId, auctionId: { $in: [null, auctionId] } }, { $set: { auctionId } })
  return result.matchedCount === 1
}
