import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** Something that the provider told of: what it is about, not what happened, which is looked up. */
export type ProviderNews = {
  id: string
  type: string
  createdAtMs: number
  /** Ours, where it names one. */
  payment: string | null
  /** The provider's ids that it names. */
  provider: readonly string[]
}

/** Kept before it is answered. */
export type StoredNews = ProviderNews & {
  /** Whether it came by itself, or was fetched. */
  via: 'webhook' | 'fetched'
  receivedAtMs: number
  /** Null until it was worked on. */
  doneAtMs: number | null
}

type NewsRow = Omit<StoredNews, 'id'> & { _id: string }

export const providerEventsCollection: Collection<NewsRow> = defineCollection<NewsRow>(
  'providerEvents',
  {
    _id: { type: String, required: true },
    type: { type: String, required: true },
    createdAtMs: { type: Number, required: true },
    payment: String,
    provider: [String],
    via: { type: String, required: true },
    receivedAtMs: { type: Number, required: true },
    doneAtMs: Number,
  },
  [{ fields: { doneAtMs: 1, receivedAtMs: 1 } }, { fields: { via: 1, receivedAtMs: -1 } }],
)

const plain = ({ _id, ...rest }: NewsRow): StoredNews => ({ id: _id, ...rest })

/** Keeps what the provider told; false where it was told before. */
export const keepNews = async (mongo: Mongo, { id, ...fields }: StoredNews): Promise<boolean> => {
  try {
    await providerEventsCollection.on(mongo).insertMany([{ _id: id, ...fields }])
    return true
  } catch (error) {
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export const newsById = async (mongo: Mongo, id: string): Promise<StoredNews | null> => {
  const row = await providerEventsCollection.on(mongo).findOne({ _id: id }).lean<NewsRow>()
  return row && plain(row)
}

/** What was not worked on yet, the longest waiting first. */
export const undoneNews = async (mongo: Mongo, receivedBeforeMs: number, limit: number): Promise<StoredNews[]> => {
  const rows = await providerEventsCollection
    .on(mongo)
    .find({ doneAtMs: null, receivedAtMs: { $lt: receivedBeforeMs } })
    .sort({ receivedAtMs: 1, _id: 1 })
    .limit(limit)
    .lean<NewsRow[]>()
  return rows.map(plain)
}

export const noteNewsDone = async (mongo: Mongo, id: string, nowMs: number): Promise<void> => {
  await providerEventsCollection.on(mongo).updateOne({ _id: id, doneAtMs: null }, { $set: { doneAtMs: nowMs } })
}

/** What came last, by itself or fetched; null where nothing did. */
export const lastNews = async (mongo: Mongo, via: StoredNews['via']): Promise<StoredNews | null> => {
  const row = await providerEventsCollection
    .on(mongo)
    .findOne({ via })
    .sort({ receivedAtMs: -1, _id: 1 })
    .lean<NewsRow>()
  return row && plain(row)
}

/** Forgets what was worked on so long ago that the provider tells it no more. */
export const forgetNews = async (mongo: Mongo, doneBeforeMs: number): Promise<number> => {
  const result = await providerEventsCollection.on(mongo).deleteMany({ doneAtMs: { $ne: null, $lt: doneBeforeMs } })
  return result.deletedCount
}
