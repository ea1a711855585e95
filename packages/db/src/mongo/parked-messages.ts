import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** A queue's message that no repeat could help, kept until a person replays or discards it. */
export type ParkedMessage = {
  id: string
  /** The queue that it failed in, without an installation's prefix. */
  queue: string
  /** The routing key that it first came with; whatever the sender wrote where it is none of Gavel's. */
  key: string
  /** As it was sent. */
  body: string
  /** Why it was parked, as its handler said; for one that ended its consumers the broker's word. */
  reason: string
  attempts: number
  /** How often it was parked: the same message may come again. */
  times: number
  firstAtMs: number
  lastAtMs: number
  /** Finds it in the logs. */
  requestId: string | null
}

type ParkedRow = Omit<ParkedMessage, 'id'> & { _id: string }

export const parkedMessagesCollection: Collection<ParkedRow> = defineCollection<ParkedRow>(
  'parkedMessages',
  {
    _id: { type: String, required: true },
    queue: { type: String, required: true },
    key: { type: String, required: true },
    body: String,
    reason: String,
    attempts: { type: Number, required: true },
    times: { type: Number, required: true },
    firstAtMs: { type: Number, required: true },
    lastAtMs: { type: Number, required: true },
    requestId: String,
  },
  [{ fields: { queue: 1, lastAtMs: -1 } }],
)

const plain = ({ _id, ...rest }: ParkedRow): ParkedMessage => ({ id: _id, ...rest })

/** Keeps a parked message. One with the same id is the same message once more: its last words are kept, and counted. */
export const saveParked = async (
  mongo: Mongo,
  { id, firstAtMs, times: _, ...fields }: ParkedMessage,
): Promise<void> => {
  const model = parkedMessagesCollection.on(mongo)
  const update = { $set: fields, $setOnInsert: { firstAtMs }, $inc: { times: 1 } }
  try {
    await model.updateOne({ _id: id }, update, { upsert: true })
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    // Two at once: the other one has inserted it.
    await model.updateOne({ _id: id }, update)
  }
}

/** Parked messages, the last parked first, of one queue where given, at most `limit`. */
export const listParked = async (
  mongo: Mongo,
  { queue, limit }: { queue?: string | undefined; limit: number },
): Promise<ParkedMessage[]> => {
  const rows = await parkedMessagesCollection
    .on(mongo)
    .find(queue ? { queue } : {})
    .sort({ lastAtMs: -1, _id: 1 })
    .limit(limit)
    .lean<ParkedRow[]>()
  return rows.map(plain)
}

export const parkedById = async (mongo: Mongo, id: string): Promise<ParkedMessage | null> => {
  const row = await parkedMessagesCollection.on(mongo).findOne({ _id: id }).lean<ParkedRow>()
  return row && plain(row)
}

/** How many messages are parked, by queue. */
export const countParked = async (mongo: Mongo): Promise<Map<string, number>> => {
  const rows = await parkedMessagesCollection.on(mongo).find({}, { queue: 1 }).lean<Pick<ParkedRow, 'queue'>[]>()
  const counts = new Map<string, number>()
  for (const { queue } of rows) counts.set(queue, (counts.get(queue) ?? 0) + 1)
  return counts
}

/** Takes a message out that was parked `times` times; false where it is gone, or has been parked once more since it was read. */
export const removeParked = async (
  mongo: Mongo,
  { id, times }: Pick<ParkedMessage, 'id' | 'times'>,
): Promise<boolean> => {
  const result = await parkedMessagesCollection.on(mongo).deleteOne({ _id: id, times })
  return result.deletedCount === 1
}
