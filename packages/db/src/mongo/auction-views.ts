import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** The read model of an auction: what lists and pages show without asking Redis. A moment behind the log. */
export type AuctionView = {
  auctionId: string
  /** Of the newest entry that is in it. */
  seq: number
  /** The public state as JSON, exactly as the core's `stateFor('public', ...)` gives it. */
  state: string
  phase: 'scheduled' | 'running' | 'paused' | 'ended'
  sold: number
  unsold: number
  updatedAtMs: number
}

type AuctionViewRow = Omit<AuctionView, 'auctionId'> & { _id: string }

export const auctionViewsCollection: Collection<AuctionViewRow> = defineCollection<AuctionViewRow>(
  'auctionViews',
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    state: { type: String, required: true },
    phase: { type: String, required: true },
    sold: { type: Number, required: true },
    unsold: { type: Number, required: true },
    updatedAtMs: { type: Number, required: true },
  },
  [],
)

const plain = ({ _id, ...rest }: AuctionViewRow): AuctionView => ({ auctionId: _id, ...rest })

/** Stores a view unless a newer or equal one is there, so that a slow worker never turns it back. True where it was stored. */
export const saveView = async (mongo: Mongo, view: AuctionView): Promise<boolean> => {
  const { auctionId, ...fields } = view
  try {
    await auctionViewsCollection
      .on(mongo)
      .updateOne({ _id: auctionId, seq: { $lt: view.seq } }, { $set: fields }, { upsert: true })
    return true
  } catch (error) {
    // The filter did not match and the insert found the id taken: the stored view is as new as this one.
    if (isDuplicateKey(error)) return false
    throw error
  }
}

export const viewOf = async (mongo: Mongo, auctionId: string): Promise<AuctionView | null> => {
  const row = await auctionViewsCollection.on(mongo).findOne({ _id: auctionId }).lean<AuctionViewRow>()
  return row && plain(row)
}

/** The views of several auctions, in no order; those without one are left out. */
export const viewsOf = async (mongo: Mongo, auctionIds: readonly string[]): Promise<AuctionView[]> => {
  const rows = await auctionViewsCollection
    .on(mongo)
    .find({ _id: { $in: [...auctionIds] } })
    .lean<AuctionViewRow[]>()
  return rows.map(plain)
}
