import type { RuleSet } from '@gavel/auction'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

export type AuctionStatus = 'scheduled' | 'running' | 'paused' | 'ended'

/** An auction room: what does not live in its log. */
export type Auction = {
  id: string
  eventId: string
  rules: RuleSet
  /** Follows the log, a moment behind it; for lists alone. */
  status: AuctionStatus
  createdAtMs: number
  /** When the whole log of the ended auction was in the archive; null before. */
  archivedAtMs: number | null
}

type AuctionRow = Omit<Auction, 'id'> & { _id: string }

export const auctionsCollection: Collection<AuctionRow> = defineCollection<AuctionRow>(
  'auctions',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    createdAtMs: { type: Number, required: true },
    archivedAtMs: Number,
  },
  [{ fields: { eventId: 1 }, unique: true }, { fields: { archivedAtMs: 1 } }],
)

const plain = ({ _id, ...rest }: AuctionRow): Auction => ({ id: _id, ...rest })

/**
 * Stores a new auction, before its log is made. An event has one auction: where it has one already, that one is answered, so that
 * repeating after a crash continues with the same.
 */
export const insertAuction = async (
  mongo: Mongo,
  auction: Pick<Auction, 'id' | 'eventId' | 'rules' | 'createdAtMs'>,
): Promise<Auction> => {
  const { id, ...fields } = auction
  const row: AuctionRow = { _id: id, ...fields, status: 'scheduled', archivedAtMs: null }
  try {
    await auctionsCollection.on(mongo).insertMany([row])
    return plain(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const existing = await auctionsCollection.on(mongo).findOne({ eventId: auction.eventId }).lean<AuctionRow>()
    if (!existing) throw error
    return plain(existing)
  }
}

export const auctionById = async (mongo: Mongo, id: string): Promise<Auction | null> => {
  const row = await auctionsCollection.on(mongo).findOne({ _id: id }).lean<AuctionRow>()
  return row && plain(row)
}

/** Auctions whose logs live in Redis, or should: all that are not ended and wholly archived. Oldest first. */
export const listLiveAuctions = async (mongo: Mongo): Promise<Auction[]> => {
  const rows = await auctionsCollection
    .on(mongo)
    .find({ archivedAtMs: null })
    .sort({ createdAtMs: 1, _id: 1 })
    .lean<AuctionRow[]>()
  return rows.map(plain)
}

/** Notes where the log stands. An ended auction stays ended. True where the status changed. */
export const setAuctionStatus = async (mongo: Mongo, id: string, status: AuctionStatus): Promise<boolean> => {
  const result = await auctionsCollection
    .on(mongo)
    .updateOne({ _id: id, status: { $nin: ['ended', status] } }, { $set: { status } })
  return result.modifiedCount === 1
}

/** Notes that an ended auction's log is wholly archived: it is no longer live. */
export const setAuctionArchived = async (mongo: Mongo, id: string, archivedAtMs: number): Promise<void> => {
  await auctionsCollection
    .on(mongo)
    .updateOne({ _id: id, status: 'ended', archivedAtMs: null }, { $set: { archivedAtMs } })
}
