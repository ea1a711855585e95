import type { LedgerEntry, Line } from '@gavel/payments'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'

type LedgerRow = Omit<LedgerEntry, 'id'> & { _id: string; eventId: string }

export const ledgerCollection: Collection<LedgerRow> = defineCollection<LedgerRow>(
  'ledger',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    payment: { type: String, required: true },
    atMs: { type: Number, required: true },
    currency: { type: String, required: true },
    words: { type: String, required: true },
    lines: [
      new Schema<Line>(
        { account: { type: String, required: true }, amount: { type: Number, required: true } },
        { _id: false },
      ),
    ],
  },
  [{ fields: { eventId: 1, atMs: 1 } }, { fields: { atMs: 1 } }],
)

/** Posts entries of an event's payments; those that are there stay as they are (PAYSTORE-4). */
export const postLedger = async (mongo: Mongo, eventId: string, entries: readonly LedgerEntry[]): Promise<void> => {
  if (entries.length === 0) return
  const operations = entries.map(({ id, ...fields }) => ({
    updateOne: { filter: { _id: id }, update: { $setOnInsert: { ...fields, eventId } }, upsert: true },
  }))
  try {
    await ledgerCollection.on(mongo).bulkWrite(operations, { ordered: false, throwOnValidationError: true })
  } catch (error) {
    // Posted twice at once: the other one was first. The rest of an unordered bulk is stored.
    if (!isDuplicateKey(error)) throw error
    await postLedger(mongo, eventId, entries)
  }
}

/** The entries of one event, or of all, in the order of their times; before `toMs` where it is given. */
export const ledgerOf = async (mongo: Mongo, filter: { eventId?: string; toMs?: number }): Promise<LedgerEntry[]> => {
  const { toMs, ...fields } = filter
  const rows = await ledgerCollection
    .on(mongo)
    .find({ ...fields, ...(toMs !== undefined && { atMs: { $lt: toMs } }) }, { eventId: 0 })
    .sort({ atMs: 1, _id: 1 })
    .lean<Omit<LedgerRow, 'eventId'>[]>()
  return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }))
}
