import { type Change, type Draft, fold, type Money, type Payment, type Purpose, type Stage } from '@gavel/payments'
import { Schema } from 'mongoose'
import { type Collection, defineCollection, isDuplicateKey, type Mongo } from './connection.ts'
import { type Asked, projectionOf } from './payment-projection.ts'

/** Where an attempt is at the provider: its session or intent. */
export type AttemptAt = { attempt: string; provider: string }

/** What an attempt asks the provider for besides its money, kept before the provider is asked: the same key needs the same request. */
export type AttemptOrder = { attempt: string; words: string; email: string | null }

/** A payment as it is stored. `changes` are the truth; how it stands is written beside them so that it can be looked for. */
export type PaymentRecord = {
  id: string
  eventId: string
  /** A person's id. */
  payer: string
  registrationId: string
  seat: string
  purpose: Purpose['is']
  money: Money
  /** How many changes made it. */
  version: number
  changes: readonly Change[]
  stage: Stage['is']
  /** What waits for a person. */
  asks: readonly Asked[]
  /** When something is due again; null where nothing is but by a change. */
  nextAtMs: number | null
  /** Every id by which the provider may name it. */
  providers: readonly string[]
  at: readonly AttemptAt[]
  orders: readonly AttemptOrder[]
  /** Up to which change the ledger has it, and people were told. */
  posted: number
  createdAtMs: number
  updatedAtMs: number
}

type PaymentRow = Omit<PaymentRecord, 'id'> & { _id: string }

const number = { type: Number, required: true }
const text = { type: String, required: true }

export const paymentsCollection: Collection<PaymentRow> = defineCollection<PaymentRow>(
  'payments',
  {
    _id: text,
    eventId: text,
    payer: text,
    registrationId: text,
    seat: text,
    purpose: text,
    money: { amount: number, currency: text },
    version: number,
    changes: { type: [Schema.Types.Mixed], required: true },
    stage: text,
    asks: [String],
    nextAtMs: Number,
    providers: [String],
    at: [new Schema<AttemptAt>({ attempt: text, provider: text }, { _id: false })],
    orders: [new Schema<AttemptOrder>({ attempt: text, words: text, email: String }, { _id: false })],
    posted: number,
    createdAtMs: number,
    updatedAtMs: number,
  },
  [
    { fields: { nextAtMs: 1 } },
    { fields: { providers: 1 } },
    { fields: { eventId: 1, createdAtMs: 1 } },
    { fields: { payer: 1, createdAtMs: -1 } },
    { fields: { registrationId: 1 } },
    { fields: { seat: 1 } },
  ],
)

const plain = ({ _id, ...rest }: PaymentRow): PaymentRecord => ({ id: _id, ...rest })

/** The payment that a record's changes make. */
export const paymentOf = ({ id, changes }: Pick<PaymentRecord, 'id' | 'changes'>): Payment => {
  const payment = fold(changes)
  if (!payment) throw new Error(`payment ${id} has no changes`)
  return payment
}

/** Whoever changes a payment pursues it at once; where that one dies, it is due again after so long. */
const PURSUED_MS = 10_000

type Created = Extract<Draft, { type: 'Created' }>

/** Stores a payment as it was created. Where it is there already, that one is answered. */
export const insertPayment = async (mongo: Mongo, change: Created & Change, nowMs: number): Promise<PaymentRecord> => {
  const { id, event: eventId, payer, purpose, money } = change
  const row: PaymentRow = {
    _id: id,
    ...{ eventId, payer, registrationId: purpose.registration, seat: purpose.seat, purpose: purpose.is, money },
    ...projectionOf(paymentOf({ id, changes: [change] }), nowMs),
    changes: [change],
    nextAtMs: null,
    ...{ at: [], orders: [], posted: 0, createdAtMs: nowMs, updatedAtMs: nowMs },
  }
  try {
    await paymentsCollection.on(mongo).insertMany([row])
    return plain(row)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    const there = await paymentById(mongo, id)
    if (!there) throw error
    return there
  }
}

export const paymentById = async (mongo: Mongo, id: string): Promise<PaymentRecord | null> => {
  const row = await paymentsCollection.on(mongo).findOne({ _id: id }).lean<PaymentRow>()
  return row && plain(row)
}

/** The payment that the provider calls by one of these ids; null where none is. */
export const paymentByProvider = async (mongo: Mongo, ids: readonly string[]): Promise<PaymentRecord | null> => {
  const row = await paymentsCollection
    .on(mongo)
    .findOne({ providers: { $in: [...ids] } })
    .lean<PaymentRow>()
  return row && plain(row)
}

/** Payments that match every field given, oldest first, at most `limit`. */
export const listPayments = async (
  mongo: Mongo,
  {
    stage,
    asks,
    ...fields
  }: Partial<Pick<PaymentRecord, 'eventId' | 'payer' | 'registrationId' | 'seat' | 'purpose'>> & {
    stage?: Stage['is'] | undefined
    asks?: Asked | undefined
    sinceMs?: number
  },
  limit = 20_000,
): Promise<PaymentRecord[]> => {
  const { sinceMs, ...named } = fields
  const rows = await paymentsCollection
    .on(mongo)
    .find({
      ...named,
      ...(stage && { stage }),
      ...(asks && { asks }),
      ...(sinceMs !== undefined && { updatedAtMs: { $gte: sinceMs } }),
    })
    .sort({ createdAtMs: 1, _id: 1 })
    .limit(limit)
    .lean<PaymentRow[]>()
  return rows.map(plain)
}

/** How many payments stand at each stage, and how many wait for a person: of one event, or of all. */
export const countPayments = async (
  mongo: Mongo,
  filter: { eventId?: string },
): Promise<{ stages: Map<Stage['is'], number>; asks: Map<Asked, number> }> => {
  const rows = await paymentsCollection
    .on(mongo)
    .find(filter, { stage: 1, asks: 1 })
    .lean<Pick<PaymentRow, 'stage' | 'asks'>[]>()
  const stages = new Map<Stage['is'], number>()
  const asked = new Map<Asked, number>()
  for (const { stage, asks } of rows) {
    stages.set(stage, (stages.get(stage) ?? 0) + 1)
    for (const one of asks) asked.set(one, (asked.get(one) ?? 0) + 1)
  }
  return { stages, asks: asked }
}

/**
 * Adds changes to a payment that still is at `version`, with what was learnt beside them. Null where somebody changed it in between, or it is
 * not there: read again and decide again.
 */
export const changePayment = async (
  mongo: Mongo,
  record: Pick<PaymentRecord, 'id' | 'version' | 'changes'>,
  { changes, at, order }: { changes: readonly Change[]; at?: AttemptAt | undefined; order?: AttemptOrder | undefined },
  nowMs: number,
): Promise<PaymentRecord | null> => {
  const all = [...record.changes, ...changes]
  const { providers, ...projection } = projectionOf(paymentOf({ id: record.id, changes: all }), nowMs)
  const row = await paymentsCollection
    .on(mongo)
    .findOneAndUpdate(
      { _id: record.id, version: record.version },
      {
        $set: { ...projection, changes: all, nextAtMs: nowMs + PURSUED_MS, updatedAtMs: nowMs },
        $addToSet: {
          providers: { $each: at ? [...providers, at.provider] : providers },
          at: { $each: at ? [at] : [] },
          orders: { $each: order ? [order] : [] },
        },
      },
      { returnDocument: 'after' },
    )
    .lean<PaymentRow>()
  return row && plain(row)
}

/** Notes by which ids the provider names a payment, and where an attempt of it is. */
export const notePaymentAt = async (
  mongo: Mongo,
  id: string,
  providers: readonly string[],
  at: readonly AttemptAt[],
): Promise<void> => {
  await paymentsCollection
    .on(mongo)
    .updateOne({ _id: id }, { $addToSet: { providers: { $each: [...providers] }, at: { $each: [...at] } } })
}

/** Says when a payment is due again that was pursued as it was at `version`; false where it has changed since. */
export const restPayment = async (
  mongo: Mongo,
  { id, version }: Pick<PaymentRecord, 'id' | 'version'>,
  nextAtMs: number | null,
): Promise<boolean> => {
  const result = await paymentsCollection.on(mongo).updateOne({ _id: id, version }, { $set: { nextAtMs } })
  return result.matchedCount === 1
}

/** Notes up to which change the ledger has a payment; it never goes back. */
export const notePosted = async (mongo: Mongo, id: string, posted: number): Promise<void> => {
  await paymentsCollection.on(mongo).updateOne({ _id: id }, { $max: { posted } })
}

/** Payments for which something is due, the longest first. */
export const duePayments = async (
  mongo: Mongo,
  nowMs: number,
  limit: number,
): Promise<{ id: string; nextAtMs: number }[]> => {
  const rows = await paymentsCollection
    .on(mongo)
    .find({ nextAtMs: { $ne: null, $lte: nowMs } }, { nextAtMs: 1 })
    .sort({ nextAtMs: 1, _id: 1 })
    .limit(limit)
    .lean<{ _id: string; nextAtMs: number }[]>()
  return rows.map(({ _id, nextAtMs }) => ({ id: _id, nextAtMs }))
}
