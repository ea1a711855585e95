import type { Mismatch } from '@gavel/payments'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, type Mongo } from './connection.ts'

type MismatchRow = Omit<Mismatch, 'id'> & { _id: string }

/** Where our books and the provider's differ, from day to day. */
export const mismatchesCollection: Collection<MismatchRow> = defineCollection<MismatchRow>(
  'mismatches',
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    movement: { type: Schema.Types.Mixed, required: true },
    owner: { type: String, required: true },
    step: { type: String, required: true },
    sinceMs: { type: Number, required: true },
    state: { type: Schema.Types.Mixed, required: true },
  },
  [{ fields: { sinceMs: 1 } }],
)

const plain = ({ _id, ...rest }: MismatchRow): Mismatch => ({ id: _id, ...rest })

/** Every mismatch, the newest first. */
export const listMismatches = async (mongo: Mongo): Promise<Mismatch[]> => {
  const rows = await mismatchesCollection.on(mongo).find({}).sort({ sinceMs: -1, _id: 1 }).lean<MismatchRow[]>()
  return rows.map(plain)
}

export const mismatchById = async (mongo: Mongo, id: string): Promise<Mismatch | null> => {
  const row = await mismatchesCollection.on(mongo).findOne({ _id: id }).lean<MismatchRow>()
  return row && plain(row)
}

/** Stores mismatches as they stand now. What an administrator accepted meanwhile stays accepted. */
export const saveMismatches = async (mongo: Mongo, mismatches: readonly Mismatch[]): Promise<void> => {
  for (const { id, ...fields } of mismatches) {
    const result = await mismatchesCollection
      .on(mongo)
      .updateOne({ _id: id, 'state.is': { $ne: 'accepted' } }, { $set: fields })
    if (result.matchedCount === 0)
      await mismatchesCollection.on(mongo).updateOne({ _id: id }, { $setOnInsert: fields }, { upsert: true })
  }
}

/** Stores that an open mismatch was accepted; false where it is not open any more. */
export const acceptMismatch = async (mongo: Mongo, { id, state }: Mismatch): Promise<boolean> => {
  const result = await mismatchesCollection.on(mongo).updateOne({ _id: id, 'state.is': 'open' }, { $set: { state } })
  return result.matchedCount === 1
}

/** How far a thing that runs again and again has come: reconciling, and fetching what the provider told of. */
export type MoneyRun = {
  id: 'reconciliation' | 'events'
  /** When it last went well. */
  atMs: number
  /** Up to when, by the provider's clock. */
  untilMs: number
  pairs: number
  found: number
}

type RunRow = Omit<MoneyRun, 'id'> & { _id: string }

export const moneyRunsCollection: Collection<RunRow> = defineCollection<RunRow>(
  'moneyRuns',
  {
    _id: { type: String, required: true },
    atMs: { type: Number, required: true },
    untilMs: { type: Number, required: true },
    pairs: { type: Number, required: true },
    found: { type: Number, required: true },
  },
  [],
)

export const moneyRun = async (mongo: Mongo, id: MoneyRun['id']): Promise<MoneyRun | null> => {
  const row = await moneyRunsCollection.on(mongo).findOne({ _id: id }).lean<RunRow>()
  return row && { ...row, id }
}

export const noteMoneyRun = async (mongo: Mongo, { id, ...fields }: MoneyRun): Promise<void> => {
  await moneyRunsCollection.on(mongo).updateOne({ _id: id }, { $set: fields }, { upsert: true })
}
