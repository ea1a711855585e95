import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDuplicateKey, type Mongo } from './connection.ts'
import { scratchMongo } from './scratch.ts'

/**
 * What Gavel needs of MongoDB, said to whichever server was found. No store of Gavel's own takes part: when this fails, the server
 * is not fit. That acknowledged writes survive kill -9 is shown by the tests of faults.
 */

type Row = {
  _id: string
  taken?: { players: number }
  capacity?: { players: number }
  holders?: string[]
  owners?: string[]
  outbox?: { id: string; leasedUntilMs: number }[]
  version?: number
  by?: number
  log?: string
  seq?: number
  body?: string
  value?: number
  none?: null
  absent?: null
  object?: object
  list?: string[]
}

let mongo: Mongo & AsyncDisposable
beforeAll(async () => {
  mongo = await scratchMongo()
})
afterAll(() => mongo[Symbol.asyncDispose]())

let made = 0
/** A new collection, made before its first write. */
const fresh = async () => {
  const name = `contract${++made}`
  await mongo.connection.createCollection(name)
  return mongo.connection.collection<Row>(name)
}

const times = <T>(count: number, make: (index: number) => Promise<T>): Promise<PromiseSettledResult<T>[]> =>
  Promise.allSettled(Array.from({ length: count }, (_, index) => make(index)))

const accepted = <T>(results: PromiseSettledResult<T>[]): T[] =>
  results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))

const refused = (results: PromiseSettledResult<unknown>[]): unknown[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))

describe('one-document updates', () => {
  test('STORE-1 of 100 conditional updates at once with a limit of 20 exactly 20 pass', async () => {
    const rows = await fresh()
    await rows.insertOne({ _id: 'e', taken: { players: 0 }, capacity: { players: 20 }, holders: [] })
    const results = await times(100, (index) =>
      rows.updateOne(
        { _id: 'e', holders: { $ne: `r${index}` }, $expr: { $lt: ['$taken.players', '$capacity.players'] } },
        { $inc: { 'taken.players': 1 }, $push: { holders: `r${index}` } },
      ),
    )
    expect(accepted(results).filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(20)
    const stored = await rows.findOne({ _id: 'e' })
    expect(stored?.taken).toEqual({ players: 20 })
    expect(new Set(stored?.holders).size).toBe(20)
  })

  test('STORE-1 of 50 that change one version at once exactly one passes, and is given the new document', async () => {
    const rows = await fresh()
    await rows.insertOne({ _id: 'v', version: 1 })
    const results = await times(50, (index) =>
      rows.findOneAndUpdate(
        { _id: 'v', version: 1 },
        { $set: { by: index }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      ),
    )
    const winners = accepted(results).filter((row) => row !== null)
    expect(winners).toHaveLength(1)
    expect(await rows.findOne({ _id: 'v' })).toEqual(winners[0])
  })

  test('STORE-2 $push, $addToSet and $pull change their own element alone, whoever else writes at once', async () => {
    const rows = await fresh()
    await rows.insertOne({ _id: 'o', outbox: [{ id: 'keep', leasedUntilMs: 5 }], owners: [] })
    await times(40, async (index) => {
      await rows.updateOne({ _id: 'o' }, { $push: { outbox: { id: `m${index}`, leasedUntilMs: index } } })
      await rows.updateOne({ _id: 'o' }, { $addToSet: { owners: 'same' } })
      await rows.updateOne({ _id: 'o' }, { $pull: { outbox: { id: `m${index}` } } })
    })
    expect(await rows.findOne({ _id: 'o' })).toEqual({
      _id: 'o',
      outbox: [{ id: 'keep', leasedUntilMs: 5 }],
      owners: ['same'],
    })
  })

  test('STORE-2 an array filter changes its own element alone, and only while $elemMatch finds it', async () => {
    const rows = await fresh()
    await rows.insertOne({
      _id: 'o',
      outbox: [
        { id: 'a', leasedUntilMs: 0 },
        { id: 'b', leasedUntilMs: 0 },
      ],
    })
    const results = await times(20, () =>
      rows.updateOne(
        { _id: 'o', outbox: { $elemMatch: { id: 'b', leasedUntilMs: { $lte: 10 } } } },
        { $set: { 'outbox.$[message].leasedUntilMs': 99 } },
        { arrayFilters: [{ 'message.id': 'b' }] },
      ),
    )
    expect(accepted(results).filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(1)
    expect((await rows.findOne({ _id: 'o' }))?.outbox).toEqual([
      { id: 'a', leasedUntilMs: 0 },
      { id: 'b', leasedUntilMs: 99 },
    ])
  })
})

describe('unique keys', () => {
  test('STORE-3 of 50 inserts at once of one compound unique key exactly one is stored', async () => {
    const rows = await fresh()
    await rows.createIndex({ log: 1, seq: 1 }, { unique: true })
    const results = await times(50, (index) => rows.insertOne({ _id: `r${index}`, log: 'a', seq: 7 }))
    expect(accepted(results)).toHaveLength(1)
    expect(refused(results).every(isDuplicateKey)).toBe(true)
    expect(await rows.countDocuments({ log: 'a', seq: 7 })).toBe(1)
  })

  test('STORE-3 of 50 upserts at once of one key one inserts and all find it', async () => {
    const rows = await fresh()
    const results = await times(50, (index) => rows.updateOne({ _id: 'u' }, { $set: { by: index } }, { upsert: true }))
    // A server may answer a losing upsert with a duplicate key; nothing else is allowed.
    expect(refused(results).every(isDuplicateKey)).toBe(true)
    expect(accepted(results).filter(({ upsertedCount }) => upsertedCount === 1)).toHaveLength(1)
    expect(await rows.countDocuments({})).toBe(1)
  })

  test('STORE-3 an upsert whose filter misses an existing key is refused as a duplicate', async () => {
    const rows = await fresh()
    await rows.insertOne({ _id: 'v', seq: 9 })
    const late = rows.updateOne({ _id: 'v', seq: { $lt: 8 } }, { $set: { seq: 8 } }, { upsert: true })
    await expect(late).rejects.toSatisfy(isDuplicateKey)
    expect(await rows.findOne({ _id: 'v' })).toEqual({ _id: 'v', seq: 9 })
  })

  test('STORE-4 an ordered insert of many stops at the duplicate: all before it are stored, none after', async () => {
    const rows = await fresh()
    await rows.insertOne({ _id: '3' })
    const many = rows.insertMany(
      ['1', '2', '3', '4', '5'].map((_id) => ({ _id })),
      { ordered: true },
    )
    await expect(many).rejects.toSatisfy(isDuplicateKey)
    const ids = (await rows.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id)
    expect(ids).toEqual(['1', '2', '3'])
  })

  test('STORE-4 an unordered bulk of upserts stores every row', async () => {
    const rows = await fresh()
    const bulk = () =>
      rows.bulkWrite(
        Array.from({ length: 500 }, (_, index) => ({
          updateOne: { filter: { _id: `p${index}` }, update: { $set: { value: index } }, upsert: true },
        })),
        { ordered: false },
      )
    await bulk()
    await bulk()
    expect(await rows.countDocuments({})).toBe(500)
  })
})

describe('values', () => {
  test('STORE-5 strings come back byte for byte', async () => {
    const rows = await fresh()
    const bodies = [
      '{"2":1,"1":2,"a":{}}',
      '{"type":"BidPlaced","amount":99999999999999}',
      'ravichandran \u0905\u0936\u094d\u0935\u093f\u0928 \u{1f3cf} \u00e9 e\u0301',
      ' \t\n\r "quoted" \\ $set.a .b ',
      'x'.repeat(200_000),
    ]
    await rows.insertMany(bodies.map((body, index) => ({ _id: `b${index}`, body })))
    const stored = await rows.find().sort({ _id: 1 }).toArray()
    expect(stored.map(({ body }) => body)).toEqual(bodies)
  })

  test('STORE-5 whole numbers are exact up to 1e14, also after $inc', async () => {
    const rows = await fresh()
    const numbers = [0, -1, 2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, 1e14 - 1, 1e14]
    await rows.insertMany(numbers.map((value, index) => ({ _id: `n${index}`, value })))
    await rows.updateOne({ _id: 'n6' }, { $inc: { value: -1 } })
    const stored = (await rows.find().sort({ _id: 1 }).toArray()).map(({ value }) => value)
    expect(stored).toEqual([...numbers.slice(0, 6), 1e14 - 1])
    expect(await rows.countDocuments({ value: { $gte: 1e14 - 1 } })).toBe(2)
  })

  test('STORE-5 null, empty objects and empty lists are kept, and null matches a field that is not there', async () => {
    const rows = await fresh()
    const row = { _id: 'a', none: null, object: {}, list: [] }
    await rows.insertOne(row)
    expect(await rows.findOne({ _id: 'a' })).toEqual(row)
    expect(await rows.countDocuments({ none: null, absent: null })).toBe(1)
    expect(await rows.countDocuments({ none: { $in: [null] } })).toBe(1)
  })
})

describe('reading', () => {
  test('STORE-6 sort, limit, ranges, $in, $nin and $or answer as they should', async () => {
    const rows = await fresh()
    await rows.createIndex({ log: 1, seq: 1 }, { unique: true })
    await rows.insertMany(
      Array.from({ length: 120 }, (_, index) => ({
        _id: `r${index}`,
        log: index % 2 === 0 ? 'even' : 'odd',
        // Written in no order.
        seq: (index * 37) % 120,
      })),
    )
    const seqs = async (filter: NonNullable<Parameters<typeof rows.find>[0]>, order: 1 | -1, limit: number) =>
      (await rows.find(filter).sort({ seq: order }).limit(limit).toArray()).map(({ seq }) => seq)
    expect(await seqs({ log: 'even' }, -1, 3)).toEqual([118, 116, 114])
    expect(await seqs({ log: 'odd', seq: { $gte: 10, $lt: 20 } }, 1, 4)).toEqual([11, 13, 15, 17])
    expect(await seqs({ seq: { $in: [5, 4, 500] } }, 1, 10)).toEqual([4, 5])
    expect(await seqs({ log: { $nin: ['odd'] }, seq: { $lte: 2 } }, 1, 10)).toEqual([0, 2])
    expect(await seqs({ $or: [{ seq: 1 }, { log: 'even', seq: { $lt: 1 } }] }, 1, 10)).toEqual([0, 1])
  })

  test('STORE-6 an acknowledged write is seen by the next read on any connection', async () => {
    const rows = await fresh()
    await times(50, async (index) => {
      await rows.insertOne({ _id: `w${index}` })
      expect(await rows.findOne({ _id: `w${index}` })).not.toBeNull()
    })
    expect(await rows.countDocuments({})).toBe(50)
  })
})
