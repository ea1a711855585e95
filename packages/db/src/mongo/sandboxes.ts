import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** A bot of a sandbox: it holds the paddle of a team, or, without one, it is the auctioneer. */
export type SandboxBot = { userId: string; teamId: string | null }

/** A bot's place that a visitor has taken: the paddle of a team, or, without one, the console. */
export type SandboxSeat = {
  teamId: string | null
  userId: string
  /** When the bot takes it back, unless the visitor says before that they are still there. */
  untilMs: number
}

/** That an event is being rehearsed: where its copy is, and who plays the bots. An event has one sandbox at a time. */
export type Sandbox = {
  /** The event that is rehearsed. */
  eventId: string
  /** Tells this sandbox from a later one of the same event. */
  tag: string
  /** `building` while it is copied, `forgetting` while it is taken out; bots act while it is `open`. */
  stage: 'building' | 'open' | 'forgetting'
  /** The copy's address and auction; null while it is built. */
  slug: string | null
  auctionId: string | null
  /** Who conducts: the person who started it, or a bot. */
  auctioneer: 'me' | 'bot'
  startedBy: string
  startedAtMs: number
  /** When it is forgotten without anybody asking. */
  expiresAtMs: number
  bots: readonly SandboxBot[]
  /** The worker that plays the bots now, until its time is up. */
  runner: { id: string; untilMs: number } | null
  /** Places that visitors have taken from bots. */
  seats: readonly SandboxSeat[]
  /** Counts changes of the seats, so that of two at once one is made. */
  seatsVersion: number
  /** Who makes the night that follows a demo's, since when, and its auction once it is there. */
  next: { claimedAtMs: number; auctionId: string | null } | null
}

type SandboxRow = Omit<Sandbox, 'eventId'> & { _id: string }

const NOBODY_SITS = { seats: [], seatsVersion: 0, next: null } as const satisfies Partial<Sandbox>

export const sandboxesCollection: Collection<SandboxRow> = defineCollection<SandboxRow>(
  'sandboxes',
  {
    _id: { type: String, required: true },
    tag: { type: String, required: true },
    stage: { type: String, required: true },
    slug: String,
    auctionId: String,
    auctioneer: { type: String, required: true },
    startedBy: { type: String, required: true },
    startedAtMs: { type: Number, required: true },
    expiresAtMs: { type: Number, required: true },
    bots: [{ _id: false, userId: String, teamId: String }],
    runner: Schema.Types.Mixed,
    seats: [{ _id: false, teamId: String, userId: String, untilMs: Number }],
    seatsVersion: Number,
    next: Schema.Types.Mixed,
  },
  [],
  NOBODY_SITS,
)

const plain = ({ _id, ...rest }: SandboxRow): Sandbox => ({ eventId: _id, ...NOBODY_SITS, ...rest })

/** Begins a sandbox; false where the event has one already, so that of two who start at once one builds it. */
export const insertSandbox = async (
  mongo: Mongo,
  sandbox: Omit<Sandbox, 'stage' | 'slug' | 'auctionId' | 'bots' | 'runner' | keyof typeof NOBODY_SITS>,
): Promise<boolean> => {
  const { eventId, ...fields } = sandbox
  const row: SandboxRow = {
    ...fields,
    _id: eventId,
    stage: 'building',
    slug: null,
    auctionId: null,
    bots: [],
    runner: null,
    ...NOBODY_SITS,
  }
  try {
    await sandboxesCollection.on(mongo).insertMany([row])
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export const sandboxOfEvent = async (mongo: Mongo, eventId: string): Promise<Sandbox | null> => {
  const row = await sandboxesCollection.on(mongo).findOne({ _id: eventId }).lean<SandboxRow>()
  return row && plain(row)
}

/** Every sandbox that there is. */
export const listSandboxes = async (mongo: Mongo): Promise<Sandbox[]> => {
  const rows = await sandboxesCollection.on(mongo).find().sort({ startedAtMs: 1 }).lean<SandboxRow[]>()
  return rows.map(plain)
}

/** Opens a sandbox that is built. False where somebody has it forgotten meanwhile. */
export const openSandbox = async (
  mongo: Mongo,
  { eventId, tag, ...built }: Pick<Sandbox, 'eventId' | 'tag' | 'slug' | 'auctionId' | 'bots'>,
): Promise<boolean> => {
  const result = await sandboxesCollection
    .on(mongo)
    .updateOne({ _id: eventId, tag, stage: 'building' }, { $set: { stage: 'open', ...built } })
  return result.matchedCount === 1
}

/** Marks a sandbox for forgetting: from now on no bot acts in it. */
export const closeSandbox = async (mongo: Mongo, { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>): Promise<void> => {
  await sandboxesCollection.on(mongo).updateOne({ _id: eventId, tag }, { $set: { stage: 'forgetting' } })
}

/** Takes the record out: the last step of forgetting. */
export const deleteSandbox = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
): Promise<void> => {
  await sandboxesCollection.on(mongo).deleteOne({ _id: eventId, tag })
}

/**
 * Takes or keeps the bots of a sandbox by one conditional update, so that one runner alone plays them (SANDBOX-4). Another may take
 * them when the lease has run out.
 */
export const leaseSandbox = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
  { runnerId, nowMs, leaseMs }: { runnerId: string; nowMs: number; leaseMs: number },
): Promise<boolean> => {
  const free = [{ runner: null }, { 'runner.id': runnerId }, { 'runner.untilMs': { $lte: nowMs } }]
  const result = await sandboxesCollection
    .on(mongo)
    .updateOne(
      { _id: eventId, tag, stage: 'open', $or: free },
      { $set: { runner: { id: runnerId, untilMs: nowMs + leaseMs } } },
    )
  return result.matchedCount === 1
}

/** Gives the bots back before the lease ends, for a worker that stops in good order. */
export const releaseSandbox = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
  runnerId: string,
): Promise<void> => {
  await sandboxesCollection
    .on(mongo)
    .updateOne({ _id: eventId, tag, 'runner.id': runnerId }, { $set: { runner: null } })
}

/** Changes who sits where; false where somebody else has changed it since `seatsVersion` was read. */
export const changeSeats = async (
  mongo: Mongo,
  { eventId, tag, seatsVersion }: Pick<Sandbox, 'eventId' | 'tag' | 'seatsVersion'>,
  seats: readonly SandboxSeat[],
): Promise<boolean> => {
  const version = seatsVersion === 0 ? { $in: [0, null] } : seatsVersion
  const result = await sandboxesCollection
    .on(mongo)
    .updateOne(
      { _id: eventId, tag, seatsVersion: version },
      { $set: { seats: [...seats], seatsVersion: seatsVersion + 1 } },
    )
  return result.matchedCount === 1
}

/** Sets when a sandbox is forgotten. */
export const expireSandbox = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
  expiresAtMs: number,
): Promise<void> => {
  await sandboxesCollection.on(mongo).updateOne({ _id: eventId, tag }, { $set: { expiresAtMs } })
}

/** Claims to make the night that follows this one: true for one claimer, until it has had its time without being done. */
export const claimNextNight = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
  { nowMs, forMs }: { nowMs: number; forMs: number },
): Promise<boolean> => {
  const free = [{ next: null }, { 'next.auctionId': null, 'next.claimedAtMs': { $lte: nowMs - forMs } }]
  const result = await sandboxesCollection
    .on(mongo)
    .updateOne({ _id: eventId, tag, $or: free }, { $set: { next: { claimedAtMs: nowMs, auctionId: null } } })
  return result.matchedCount === 1
}

/** Notes the night that follows this one. */
export const noteNextNight = async (
  mongo: Mongo,
  { eventId, tag }: Pick<Sandbox, 'eventId' | 'tag'>,
  next: NonNullable<Sandbox['next']>,
): Promise<void> => {
  await sandboxesCollection.on(mongo).updateOne({ _id: eventId, tag }, { $set: { next } })
}
