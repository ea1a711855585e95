import type { PublicProof, RuleSet } from '@gavel/auction'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'
import { type OutboxMessage, outboxField } from './outbox.ts'

export type AuctionStatus = 'scheduled' | 'running' | 'paused' | 'ended'

/** A set's id in the log, and how people call it. */
export type SetName = { id: string; name: string }

/** A rule that made the running order. `seed`: what a draw was made from, so that anybody may repeat it; null for every other rule. */
export type Arranged = { rule: string; seed: string | null; atMs: number }

/** An auction room: what does not live in its log. */
export type Auction = {
  id: string
  eventId: string
  rules: RuleSet
  /** Follows the log, a moment behind it; for lists alone. */
  status: AuctionStatus
  createdAtMs: number
  /** Names given to sets by hand; every other set is called as its players were listed. */
  setNames: readonly SetName[]
  /** How the running order was last made by a rule; null where it never was. */
  arranged: Arranged | null
  /** When the whole log of the ended auction was in the archive; null before. */
  archivedAtMs: number | null
  /** Messages that tell of its end. */
  outbox: readonly OutboxMessage[]
  /** When the last of them was written; null before the end. */
  announcedAtMs: number | null
  /** The seq of the state whose squads were handed over, and of which everybody was told; null before. */
  handedOver: number | null
  /** What was published of its end, so that anybody may verify it; null before (VERIFY-4). */
  proof: PublicProof | null
}

export type AuctionRow = Omit<Auction, 'id'> & { _id: string }

export const auctionsCollection: Collection<AuctionRow> = defineCollection<AuctionRow>(
  'auctions',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    rules: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    createdAtMs: { type: Number, required: true },
    archivedAtMs: Number,
    setNames: [{ _id: false, id: String, name: String }],
    arranged: Schema.Types.Mixed,
    outbox: outboxField,
    announcedAtMs: Number,
    handedOver: Number,
    proof: Schema.Types.Mixed,
  },
  [
    { fields: { eventId: 1 }, unique: true },
    { fields: { archivedAtMs: 1 } },
    { fields: { 'outbox.leasedUntilMs': 1 } },
  ],
  { setNames: [], arranged: null, outbox: [], announcedAtMs: null, handedOver: null, proof: null },
)

export const plainAuction = ({ _id, ...rest }: AuctionRow): Auction => ({ id: _id, ...rest })

const NOT_ENDED = { archivedAtMs: null, outbox: [], announcedAtMs: null, handedOver: null, proof: null } as const

/**
 * Stores a new auction, before its log is made. An event has one auction: where it has one already, that one is answered, so that
 * repeating after a crash continues with the same.
 */
export const insertAuction = async (
  mongo: Mongo,
  auction: Pick<Auction, 'id' | 'eventId' | 'rules' | 'createdAtMs'>,
): Promise<Auction> => {
  const { id, ...fields } = auction
  const row: AuctionRow = { _id: id, ...fields, status: 'scheduled', setNames: [], arranged: null, ...NOT_ENDED }
  try {
    await auctionsCollection.on(mongo).insertMany([row])
    return plainAuction(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const existing = await auctionsCollection.on(mongo).findOne({ eventId: auction.eventId }).lean<AuctionRow>()
    if (!existing) throw error
    return plainAuction(existing)
  }
}

export const auctionById = async (mongo: Mongo, id: string): Promise<Auction | null> => {
  const row = await auctionsCollection.on(mongo).findOne({ _id: id }).lean<AuctionRow>()
  return row && plainAuction(row)
}

/** Auctions whose logs live in Redis, or should: all that are not ended and wholly archived. Oldest first. */
export const listLiveAuctions = async (mongo: Mongo): Promise<Auction[]> => {
  const rows = await auctionsCollection
    .on(mongo)
    .find({ archivedAtMs: null })
    .sort({ createdAtMs: 1, _id: 1 })
    .lean<AuctionRow[]>()
  return rows.map(plainAuction)
}

/** Notes the rules that the log holds since. */
export const setAuctionRules = async (mongo: Mongo, id: string, rules: RuleSet): Promise<void> => {
  await auctionsCollection.on(mongo).updateOne({ _id: id }, { $set: { rules } })
}

/** Notes where the log stands. An ended auction stays ended. True where the status changed. */
export const setAuctionStatus = async (mongo: Mongo, id: string, status: AuctionStatus): Promise<boolean> => {
  const result = await auctionsCollection
    .on(mongo)
    .updateOne({ _id: id, status: { $nin: ['ended', status] } }, { $set: { status } })
  return result.modifiedCount === 1
}

/** Gives a set a name of its own. One conditional update each: two at once leave one name. */
export const nameSet = async (mongo: Mongo, auctionId: string, { id, name }: SetName): Promise<void> => {
  const model = auctionsCollection.on(mongo)
  const renamed = await model.updateOne(
    { _id: auctionId, setNames: { $elemMatch: { id } } },
    { $set: { 'setNames.$[named].name': name } },
    { arrayFilters: [{ 'named.id': id }] },
  )
  if (renamed.matchedCount === 1) return
  const added = await model.updateOne(
    { _id: auctionId, 'setNames.id': { $ne: id } },
    { $push: { setNames: { id, name } } },
  )
  // Somebody named it in between: theirs is there now, and this one comes after it.
  if (added.matchedCount === 0 && (await auctionById(mongo, auctionId))) await nameSet(mongo, auctionId, { id, name })
}

/** Notes by which rule the running order was made; null where by none. */
export const noteArranged = async (mongo: Mongo, auctionId: string, arranged: Arranged | null): Promise<void> => {
  await auctionsCollection.on(mongo).updateOne({ _id: auctionId }, { $set: { arranged } })
}
