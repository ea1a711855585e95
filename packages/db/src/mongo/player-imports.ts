import { type Collection, defineCollection, type Mongo } from './connection.ts'

/** A file that was read into an auction's pool, kept so that the whole of it can be taken back. */
export type PlayerImport = {
  id: string
  auctionId: string
  fileName: string
  /** The user who imported it, or `operator`. */
  byUserId: string
  atMs: number
  /** Rows that held something, and what became of them. `added` came in by this import; `known` were in the pool before. */
  rows: number
  added: number
  known: number
  refused: number
  /** Somebody has begun to take it back: players of it who still arrive are taken out again. */
  undoing: boolean
}

type PlayerImportRow = Omit<PlayerImport, 'id'> & { _id: string }

export const playerImportsCollection: Collection<PlayerImportRow> = defineCollection<PlayerImportRow>(
  'playerImports',
  {
    _id: { type: String, required: true },
    auctionId: { type: String, required: true },
    fileName: { type: String, required: true },
    byUserId: { type: String, required: true },
    atMs: { type: Number, required: true },
    rows: { type: Number, required: true },
    added: { type: Number, required: true },
    known: { type: Number, required: true },
    refused: { type: Number, required: true },
    undoing: { type: Boolean, required: true },
  },
  [{ fields: { auctionId: 1, atMs: 1 } }],
)

const plain = ({ _id, ...rest }: PlayerImportRow): PlayerImport => ({ id: _id, ...rest })

/** Notes an import before its first player is stored, so that whatever it leaves behind can be taken back. */
export const insertImport = async (mongo: Mongo, { id, ...fields }: PlayerImport): Promise<void> => {
  await playerImportsCollection.on(mongo).insertMany([{ _id: id, ...fields }])
}

/** Notes what became of an import. Null where it has been taken back meanwhile, or is being. */
export const finishImport = async (
  mongo: Mongo,
  id: string,
  counts: Pick<PlayerImport, 'added' | 'known'>,
): Promise<PlayerImport | null> => {
  const row = await playerImportsCollection
    .on(mongo)
    .findOneAndUpdate({ _id: id, undoing: false }, { $set: counts }, { returnDocument: 'after' })
    .lean<PlayerImportRow>()
  return row && plain(row)
}

/** Begins to take an import back; null where there is none of that id. Repeating it is harmless. */
export const claimUndo = async (mongo: Mongo, auctionId: string, id: string): Promise<PlayerImport | null> => {
  const row = await playerImportsCollection
    .on(mongo)
    .findOneAndUpdate({ _id: id, auctionId }, { $set: { undoing: true } }, { returnDocument: 'after' })
    .lean<PlayerImportRow>()
  return row && plain(row)
}

/** Players of it had to stay: the import stands for them, and may be taken back again later. */
export const keepImport = async (mongo: Mongo, id: string, added: number): Promise<void> => {
  await playerImportsCollection.on(mongo).updateOne({ _id: id }, { $set: { undoing: false, added } })
}

/** Forgets an import; repeating it is harmless. */
export const deleteImport = async (mongo: Mongo, id: string): Promise<void> => {
  await playerImportsCollection.on(mongo).deleteOne({ _id: id })
}

/** An auction's imports, newest first. */
export const importsOf = async (mongo: Mongo, auctionId: string): Promise<PlayerImport[]> => {
  const rows = await playerImportsCollection
    .on(mongo)
    .find({ auctionId })
    .sort({ atMs: -1, _id: 1 })
    .lean<PlayerImportRow[]>()
  return rows.map(plain)
}
