import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

/** One archived entry. `body` is the exact string of the live log; `hash` chains it (docs/spec). */
export type ArchivedEntry = { seq: number; link: string; body: string; hash: string }

/** Where logs are kept for ever. */
export type Archive = {
  /** The newest archived entry; null where nothing is archived yet. */
  last: (auctionId: string) => Promise<Pick<ArchivedEntry, 'seq' | 'link' | 'hash'> | null>
  /**
   * Stores rows in order. A row that is there already with the same link is done; one with another link is a fork: nothing from
   * there on is stored, and its seq is answered.
   */
  append: (auctionId: string, rows: readonly ArchivedEntry[]) => Promise<'done' | { conflictAt: number }>
  /** Up to `count` entries from `fromSeq` on, in order. */
  read: (auctionId: string, fromSeq: number, count: number) => Promise<ArchivedEntry[]>
}

type AuctionLogRow = ArchivedEntry & { auctionId: string }

export const auctionLogCollection: Collection<AuctionLogRow> = defineCollection<AuctionLogRow>(
  'auctionLog',
  {
    auctionId: { type: String, required: true },
    seq: { type: Number, required: true },
    link: { type: String, required: true },
    // A string, never an object: the chain is over its exact bytes.
    body: { type: String, required: true },
    hash: { type: String, required: true },
  },
  [{ fields: { auctionId: 1, seq: 1 }, unique: true }],
)

const SHOWN = { _id: 0, auctionId: 0 } as const

/** The archive of auction logs on MongoDB. */
export const auctionArchive = (mongo: Mongo): Archive => {
  const model = auctionLogCollection.on(mongo)

  /** The first row that is stored with another link; null where all are equal. `missing` rows are not stored yet. */
  const compare = async (auctionId: string, rows: readonly ArchivedEntry[]) => {
    const stored = await model
      .find({ auctionId, seq: { $in: rows.map(({ seq }) => seq) } }, { _id: 0, seq: 1, link: 1 })
      .lean<Pick<ArchivedEntry, 'seq' | 'link'>[]>()
    const links = new Map(stored.map(({ seq, link }) => [seq, link]))
    const forked = rows.find(({ seq, link }) => links.has(seq) && links.get(seq) !== link)
    return { conflictAt: forked?.seq ?? null, missing: rows.filter(({ seq }) => !links.has(seq)) }
  }

  return {
    last: (auctionId) =>
      model
        .findOne({ auctionId }, { _id: 0, seq: 1, link: 1, hash: 1 })
        .sort({ seq: -1 })
        .lean<Pick<ArchivedEntry, 'seq' | 'link' | 'hash'>>()
        .exec(),

    append: async (auctionId, rows) => {
      let missing = [...rows]
      // Another archiver may store the same rows meanwhile; each turn stores at least one row or finds that it is stored.
      while (missing.length > 0) {
        try {
          await model.insertMany(
            missing.map(({ seq, link, body, hash }) => ({ auctionId, seq, link, body, hash })),
            { ordered: true },
          )
          return 'done'
        } catch (error) {
          if (!isDuplicateKey(error)) throw error
          const found = await compare(auctionId, missing)
          if (found.conflictAt !== null) return { conflictAt: found.conflictAt }
          missing = found.missing
        }
      }
      return 'done'
    },

    read: (auctionId, fromSeq, count) =>
      model
        .find({ auctionId, seq: { $gte: fromSeq, $lt: fromSeq + count } }, SHOWN)
        .sort({ seq: 1 })
        .lean<ArchivedEntry[]>()
        .exec(),
  }
}
