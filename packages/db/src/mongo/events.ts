import type { RuleSet } from '@gavel/auction'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

export type EventStatus = 'draft' | 'published' | 'live' | 'finished' | 'cancelled'
export type RegistrationKind = 'player' | 'owner'

/**
 * Places: one of `teams` for every team of the event, whoever brought it, and one of `players` for every player who registered. Players
 * of a list hold none: the pool has its own limit.
 */
export type Places = { players: number; teams: number }

/** A tournament or league season that people register for. */
export type Event = {
  id: string
  /** Lower case letters, digits and hyphens; unique; the event's address. */
  slug: string
  name: string
  description: string
  startsAtMs: number
  /** IANA name, such as `Asia/Kolkata`. */
  timeZone: string
  venue: string
  /** The rule set that `rules` began as. */
  ruleSetId: string
  /** What its auction is played by, kept here so that an auction that a crash prevented is made by exactly these. */
  rules: RuleSet
  /** ISO 4217. */
  currency: string
  status: EventStatus
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
  createdAtMs: number
}

/** What a new event needs; nobody holds a place in it yet, and it has no auction. */
export type NewEvent = Omit<Event, 'taken' | 'holders' | 'auctionId'>

/** What an organiser may change of an event. `capacity` never falls below what is taken. */
export type EventChange = Partial<
  Pick<
    Event,
    | 'name'
    | 'description'
    | 'startsAtMs'
    | 'timeZone'
    | 'venue'
    | 'capacity'
    | 'organiserIds'
    | 'auctioneerIds'
    | 'scorerIds'
  >
>

type EventRow = Omit<Event, 'id'> & { _id: string }

const places = { players: { type: Number, required: true }, teams: { type: Number, required: true } }

export const eventsCollection: Collection<EventRow> = defineCollection<EventRow>(
  'events',
  {
    _id: { type: String, required: true },
    slug: { type: String, required: true },
    name: { type: String, required: true },
    description: String,
    startsAtMs: { type: Number, required: true },
    timeZone: { type: String, required: true },
    venue: String,
    ruleSetId: { type: String, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    currency: { type: String, required: true },
    status: { type: String, required: true },
    capacity: places,
    taken: places,
    holders: [String],
    organiserIds: [String],
    auctioneerIds: [String],
    scorerIds: [String],
    auctionId: String,
    rehearsal: { type: Boolean, required: true },
    createdAtMs: { type: Number, required: true },
  },
  [{ fields: { slug: 1 }, unique: true }, { fields: { auctionId: 1 } }, { fields: { status: 1, startsAtMs: 1 } }],
)

const plain = ({ _id, ...rest }: EventRow): Event => ({ id: _id, ...rest })

const placeOf = (kind: RegistrationKind): keyof Places => (kind === 'player' ? 'players' : 'teams')

/** Stores a new event; null where another one has that slug. */
export const insertEvent = async (mongo: Mongo, event: NewEvent): Promise<Event | null> => {
  const { id, ...fields } = event
  const row: EventRow = { _id: id, ...fields, taken: { players: 0, teams: 0 }, holders: [], auctionId: null }
  try {
    await eventsCollection.on(mongo).insertMany([row])
    return plain(row)
  } catch (error) {
    if (isDuplicateKey(error)) return null
    throw error
  }
}

const findOne = async (mongo: Mongo, filter: Partial<EventRow>): Promise<Event | null> => {
  const row = await eventsCollection.on(mongo).findOne(filter).lean<EventRow>()
  return row && plain(row)
}

export const eventById = (mongo: Mongo, id: string): Promise<Event | null> => findOne(mongo, { _id: id })
export const eventBySlug = (mongo: Mongo, slug: string): Promise<Event | null> => findOne(mongo, { slug })

/**
 * Events, the latest start first.
 * @param filter.statuses any of these; all where omitted.
 * @param filter.staffId organised or auctioneered by that user.
 * @param filter.rehearsal rehearsals alone, or all others alone; both where omitted.
 * @param filter.limit at most that many, 100 where omitted.
 */
export const listEvents = async (
  mongo: Mongo,
  filter: { statuses?: readonly EventStatus[]; staffId?: string; rehearsal?: boolean; limit?: number } = {},
): Promise<Event[]> => {
  const rows = await eventsCollection
    .on(mongo)
    .find({
      ...(filter.statuses && { status: { $in: [...filter.statuses] } }),
      ...(filter.staffId && { $or: [{ organiserIds: filter.staffId }, { auctioneerIds: filter.staffId }] }),
      ...(filter.rehearsal !== undefined && { rehearsal: filter.rehearsal }),
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

/** Moves an event from one of the statuses `from` to `to`; false where it stands at none of them. */
export const moveEvent = async (
  mongo: Mongo,
  id: string,
  from: readonly EventStatus[],
  to: EventStatus,
): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne({ _id: id, status: { $in: [...from] } }, { $set: { status: to } })
  return result.matchedCount === 1
}

/** Gives an event its auction, once. True where the event has this auction afterwards. */
export const attachAuction = async (mongo: Mongo, eventId: string, auctionId: string): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne({ _id: eventId, auctionId: { $in: [null, auctionId] } }, { $set: { auctionId } })
  return result.matchedCount === 1
}

/**
 * Takes a place for a registration or a team with one conditional update, so that places are never oversold, whoever asks at once.
 * Repeating it is harmless.
 * @param holderId the registration's id, or the team's where nobody registered it.
 */
export const takePlace = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
  holderId: string,
): Promise<'taken' | 'held-already' | 'full' | 'no-event'> => {
  const place = placeOf(kind)
  const result = await eventsCollection.on(mongo).updateOne(
    {
      _id: eventId,
      holders: { $ne: holderId },
      $expr: { $lt: [`$taken.${place}`, `$capacity.${place}`] },
    },
    { $inc: { [`taken.${place}`]: 1 }, $push: { holders: holderId } },
  )
  if (result.modifiedCount === 1) return 'taken'
  const event = await eventById(mongo, eventId)
  if (!event) return 'no-event'
  return event.holders.includes(holderId) ? 'held-already' : 'full'
}

/** Gives the place of a registration or team back. False where it held none. */
export const releasePlace = async (
  mongo: Mongo,
  eventId: string,
  kind: RegistrationKind,
  holderId: string,
): Promise<boolean> => {
  const result = await eventsCollection
    .on(mongo)
    .updateOne(
      { _id: eventId, holders: holderId },
      { $inc: { [`taken.${placeOf(kind)}`]: -1 }, $pull: { holders: holderId } },
    )
  return result.modifiedCount === 1
}
