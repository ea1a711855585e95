import { type Model, Schema } from 'mongoose'

/** A message waiting to be published. It carries an id and a version only: the reader looks at the current state. */
export type OutboxMessage = { id: string; key: string; version: number; leasedUntilMs: number }

/** The field of a document whose changes are told of by messages, for its collection's definition. */
export const outboxField = [
  new Schema<OutboxMessage>(
    { id: { type: String }, key: String, version: Number, leasedUntilMs: Number },
    { _id: false, id: false },
  ),
]

/** Rows that carry an outbox. */
type Outboxed = { _id: string; outbox: readonly OutboxMessage[] }

/** How messages are leased: up to `limit` of those whose lease is over at `nowMs`, for `leaseMs`. */
export type Claim = { nowMs: number; leaseMs: number; limit: number }

/**
 * Leases up to `limit` messages whose lease has run out to the caller, each by one conditional update, so that two sweepers never
 * publish the same one within a lease. A message whose publisher died is claimed again after `leaseMs`.
 */
export const claimMessages = async <Row extends Outboxed>(
  typed: Model<Row>,
  { nowMs, leaseMs, limit }: Claim,
): Promise<{ ownerId: string; message: OutboxMessage }[]> => {
  // Mongoose cannot check filters of a type that it does not know yet; every row has these two fields.
  const model = typed as unknown as Model<Outboxed>
  const waiting = await model
    .find({ outbox: { $elemMatch: { leasedUntilMs: { $lte: nowMs } } } }, { outbox: 1 })
    .sort({ createdAtMs: 1 })
    .limit(limit)
    .lean<Pick<Outboxed, '_id' | 'outbox'>[]>()
  const candidates = waiting
    .flatMap(({ _id, outbox }) => outbox.map((message) => ({ ownerId: _id, message })))
    .filter(({ message }) => message.leasedUntilMs <= nowMs)
    .slice(0, limit)
  const leasedUntilMs = nowMs + leaseMs
  const claimed: { ownerId: string; message: OutboxMessage }[] = []
  for (const { ownerId, message } of candidates) {
    const result = await model.updateOne(
      { _id: ownerId, outbox: { $elemMatch: { id: message.id, leasedUntilMs: { $lte: nowMs } } } },
      { $set: { 'outbox.$[message].leasedUntilMs': leasedUntilMs } },
      { arrayFilters: [{ 'message.id': message.id }] },
    )
    if (result.modifiedCount === 1) claimed.push({ ownerId, message: { ...message, leasedUntilMs } })
  }
  return claimed
}

/** Takes a published message out, and no other: a later change may have added one meanwhile. */
export const clearMessage = async <Row extends Outboxed>(
  typed: Model<Row>,
  ownerId: string,
  messageId: string,
): Promise<void> => {
  const model = typed as unknown as Model<Outboxed>
  await model.updateOne({ _id: ownerId }, { $pull: { outbox: { id: messageId } } })
}
