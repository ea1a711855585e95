import { type Collection, defineCollection, type Mongo } from './connection.ts'

/** Points that an organiser took from a team in the tables of an event, and why. Less than none gives it points (STAND-8). */
export type TableDeduction = {
  readonly id: string
  readonly eventId: string
  readonly team: string
  readonly points: number
  readonly reason: string
  readonly atMs: number
}

type DeductionRow = Omit<TableDeduction, 'id'> & { _id: string }

export const deductionsCollection: Collection<DeductionRow> = defineCollection<DeductionRow>(
  'deductions',
  {
    _id: { type: String, required: true },
    eventId: { type: String, required: true },
    team: { type: String, required: true },
    points: { type: Number, required: true },
    reason: { type: String, required: true },
    atMs: { type: Number, required: true },
  },
  [{ fields: { eventId: 1, atMs: 1 } }],
)

export const insertDeduction = async (mongo: Mongo, { id, ...rest }: TableDeduction): Promise<void> => {
  await deductionsCollection.on(mongo).create({ _id: id, ...rest })
}

/** What was taken in an event, the oldest first. */
export const deductionsOf = async (mongo: Mongo, eventId: string): Promise<TableDeduction[]> => {
  const rows = await deductionsCollection.on(mongo).find({ eventId }).sort({ atMs: 1, _id: 1 }).lean<DeductionRow[]>()
  return rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }))
}

/** Repeating it is harmless. */
export const deleteDeduction = async (
  mongo: Mongo,
  { id, eventId }: Pick<TableDeduction, 'id' | 'eventId'>,
): Promise<void> => {
  await deductionsCollection.on(mongo).deleteOne({ _id: id, eventId })
}
