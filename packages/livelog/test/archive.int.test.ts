import { fold } from '@gavel/auction'
import { loadEnvPart } from '@gavel/config'
import { type Archive, auctionArchive, connectMongo, type Mongo } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AUCTIONS } from '../src/auctions.ts'
import { type CommandConnection, openCommands } from '../src/connection.ts'
import {
  BrokenLogError,
  ForkedArchiveError,
  GENESIS_HASH,
  GENESIS_LINK,
  type LiveLog,
  NothingArchivedError,
  nextHash,
  nextLink,
} from '../src/index.ts'
import { keysOf } from '../src/keys.ts'
import { accepted, liveUrl, logger, newId, Room, refusalCode, smallRules } from './support.ts'

let mongo: Mongo
let archive: Archive
let redis: CommandConnection
let log: LiveLog
beforeAll(async () => {
  mongo = await connectMongo(loadEnvPart(['mongodbUrl']).mongodbUrl)
  archive = auctionArchive(mongo)
  redis = openCommands(liveUrl(), logger)
  log = Room.open()
})
afterAll(async () => {
  await Promise.all([mongo.close(), log.close()])
  redis.disconnect()
})

const clocked = smallRules({ purse: 1_000_000, clock: { mode: 'clock', lotMs: 600_000, extendMs: 1_000 } })

/** An auction with something of everything in it: a lot sold, another open with bids, a paddle taken back, a hold. */
async function played(): Promise<Room> {
  const room = await Room.running({ log, rules: clocked, teams: 3, players: 8 })
  await room.bid('u0', 1, 10, 'bid-number-1')
  const { seq } = accepted(await room.bid('u1', 1, 15, 'bid-number-2'))
  await room.must({ type: 'Hammer', lot: 1, bid: seq })
  await room.must({ type: 'RevokePaddle', user: 'u2' })
  await room.must({ type: 'WithdrawPlayer', player: 'p5' })
  await room.must({ type: 'PauseAuction', message: 'tea \u2014 15 "min" \u{1f3cf}\n\ud800' })
  await room.must({ type: 'ResumeAuction' })
  await room.must({ type: 'OpenLot', player: 'p1' })
  await room.must({ type: 'HoldLot', lot: 2 })
  await room.must({ type: 'CallGoing', lot: 2, call: 1, bid: null })
  await room.bid('u0', 2, 10)
  await room.bid('u1', 2, 15)
  return room
}

/** All that Redis holds of a live log, but for what a restore adds. */
const stored = async ({ auctionId }: Room) => {
  const keys = keysOf(AUCTIONS, auctionId)
  const [state, seen] = await Promise.all([redis.hgetall(keys.state), redis.hgetall(keys.seen)])
  return { state, seen }
}

test('ARCH-1, ARCH-2 the archive holds the exact bodies, chained, and the cursor goes on from the last row', async () => {
  const room = await played()
  const { auctionId } = room
  const count = (await room.state()).seq
  expect(await log.archiveTo(archive, auctionId)).toEqual({ archived: count, behind: 0 })
  expect(await log.archiveTo(archive, auctionId)).toEqual({ archived: 0, behind: 0 })

  await room.bid('u0', 2, 20)
  // Another archiver, without a cursor, begins at the last row; two at once do no harm.
  await redis.del(keysOf(AUCTIONS, auctionId).archived)
  const other = Room.open()
  const both = await Promise.all([log.archiveTo(archive, auctionId), other.archiveTo(archive, auctionId)])
  await other.close()
  expect(both.map(({ behind }) => behind)).toEqual([0, 0])

  const rows = await archive.read(auctionId, 1, 10_000)
  const entries = await log.read(auctionId, 1, 10_000)
  expect(rows.map(({ seq, link, body }) => ({ seq, link, body }))).toEqual(
    entries.map(({ seq, link, body }) => ({ seq, link, body })),
  )
  let [link, hash] = [GENESIS_LINK, GENESIS_HASH]
  for (const row of rows) {
    link = nextLink(link, row.body)
    hash = nextHash(hash, row.body)
    expect({ link: row.link, hash: row.hash }).toEqual({ link, hash })
  }
  expect(fold(entries.map(({ entry }) => entry))).toEqual(await room.state())
  expect(await redis.get(keysOf(AUCTIONS, auctionId).archived)).toBe(`${rows.length}:${link}:${hash}`)
})

test('ARCH-2 a log longer than a batch is archived whole', async () => {
  const room = await Room.running({ log, rules: clocked })
  await room.must({
    type: 'AddPlayers',
    players: Array.from({ length: 500 }, (_, i) => ({ player: `x${i}`, base: 10, set: 'x', overseas: null })),
  })
  for (let i = 0; i < 20; i++) await room.must({ type: 'MoveSet', set: 'x', before: null })
  const { seq } = await room.state()
  expect(await log.archiveTo(archive, room.auctionId)).toEqual({ archived: seq, behind: 0 })
  expect((await archive.last(room.auctionId))?.seq).toBe(seq)
})

test('ARCH-3 an archive with other entries at the same seqs stops archiving and the log, naming the seq', async () => {
  const room = await played()
  const { auctionId } = room
  await log.archiveTo(archive, auctionId)
  const { seq } = await room.state()
  // The log lost its tail and used the seq again: what a fail-over may do.
  const body = '{"type":"AuctionPaused","atMs":1,"by":"a","cmd":"c","sum":"0123456789ab","message":""}'
  const foreign = { seq: seq + 1, link: 'f'.repeat(40), body, hash: 'f'.repeat(64) }
  await archive.append(auctionId, [foreign])
  await room.bid('u0', 2, 20)
  await room.bid('u1', 2, 25)

  const failure = await log.archiveTo(archive, auctionId).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ForkedArchiveError)
  expect(failure).toMatchObject({ log: `auction ${auctionId}`, seq: seq + 1 })
  expect(await archive.last(auctionId)).toMatchObject({ seq: seq + 1, link: foreign.link })
  expect(refusalCode(await room.bid('u0', 2, 30))).toBe('NOT_LIVE')
  expect(refusalCode(await room.do({ type: 'PauseAuction', message: '' }))).toBe('NOT_LIVE')
  await expect(log.archiveTo(archive, auctionId)).rejects.toThrow(ForkedArchiveError)
})

test('ARCH-3 a log that is shorter than its archive, or other at the cursor, is a fork too', async () => {
  const room = await played()
  const keys = keysOf(AUCTIONS, room.auctionId)
  await log.archiveTo(archive, room.auctionId)
  const { seq } = await room.state()
  await redis.xdel(keys.log, `${seq}-0`)
  await expect(log.archiveTo(archive, room.auctionId)).rejects.toMatchObject({ name: 'ForkedArchiveError', seq })
})

test('ARCH-4 nothing is archived of a log that is not live', async () => {
  expect(await log.archiveTo(archive, newId('none'))).toEqual({ archived: 0, behind: 0 })
})

test('ARCH-5 a log is evicted only when the archive holds all of it, unless an operator discards it', async () => {
  const room = await played()
  const { auctionId } = room
  expect(await log.evict(auctionId)).toBe('not-archived')
  await log.archiveTo(archive, auctionId)
  await room.bid('u0', 2, 20)
  expect(await log.evict(auctionId)).toBe('not-archived')
  await log.archiveTo(archive, auctionId)
  expect(await log.evict(auctionId)).toBe('evicted')
  expect(await log.evict(auctionId)).toBe('not-live')
  expect(await redis.exists(...Object.values(keysOf(AUCTIONS, auctionId)))).toBe(0)
  expect(await log.load(auctionId)).toBeNull()

  const other = await played()
  expect(await log.evict(other.auctionId, { discard: true })).toBe('evicted')
})

test('RESTORE-1, RESTORE-2 a restored log is the one that was archived, what was seen included, in the next epoch', async () => {
  const room = await played()
  const { auctionId } = room
  await log.archiveTo(archive, auctionId)
  const [before, state, entries] = [await stored(room), await room.state(), await log.read(auctionId, 1, 10_000)]
  expect(await log.restore(archive, auctionId)).toBe('already-live')
  await log.evict(auctionId)

  const other = Room.open()
  const outcomes = await Promise.all([log.restore(archive, auctionId), other.restore(archive, auctionId)])
  await other.close()
  expect(outcomes.toSorted()).toEqual(['already-live', 'restored'])

  const after = await stored(room)
  const now = await room.state()
  const restored = await log.read(auctionId, 1, 10_000)
  expect(restored.slice(0, -1)).toEqual(entries)
  expect(restored.at(-1)?.entry).toMatchObject({ type: 'Recovered', epoch: 2, by: 'system' })
  expect(now).toEqual({ ...state, seq: state.seq + 1, epoch: 2 })
  expect(after.state).toEqual({ ...before.state, seq: String(now.seq), link: restored.at(-1)?.link, epoch: '2' })
  const { 'store.recover.2': recovery, ...seen } = after.seen
  expect(seen).toEqual(before.seen)
  expect(recovery).toMatch(new RegExp(`:${now.seq}:1$`))
  expect(await redis.exists(keysOf(AUCTIONS, auctionId).fence)).toBe(0)
})

test('RESTORE-2, CMD-5 after a restore commands of the old epoch are refused, repeats are answered as before, and the auction goes on', async () => {
  const room = await played()
  const { auctionId } = room
  const bid = { by: 'u0', epoch: 1, lot: 1, amount: 10, floorTeam: null, commandId: 'bid-number-1' }
  const first = await log.bid(auctionId, bid)
  await log.archiveTo(archive, auctionId)
  await log.evict(auctionId)
  expect(refusalCode(await log.bid(auctionId, bid))).toBe('NOT_LIVE')
  await log.restore(archive, auctionId)

  expect(await log.bid(auctionId, bid)).toMatchObject({ ok: true, seq: first.seq, repeated: true })
  expect(refusalCode(await log.bid(auctionId, { ...bid, commandId: newId('b'), lot: 2, amount: 20 }))).toBe(
    'STALE_EPOCH',
  )
  const stale = { by: 'auctioneer', type: 'PauseAuction', message: '' } as const
  expect(refusalCode(await log.execute(auctionId, stale, { commandId: newId('c'), epoch: 1 }))).toBe('STALE_EPOCH')
  const { seq } = accepted(await log.bid(auctionId, { ...bid, commandId: newId('b'), epoch: 2, lot: 2, amount: 20 }))
  await room.must({ type: 'Hammer', lot: 2, bid: seq })
  // The archive goes on from where it was.
  expect(await log.archiveTo(archive, auctionId)).toEqual({ archived: 3, behind: 0 })
  await log.evict(auctionId)
  await log.restore(archive, auctionId)
  expect((await room.state()).epoch).toBe(3)
})

test('RESTORE-1 a restore that died half way is begun anew', async () => {
  const room = await played()
  const { auctionId } = room
  const keys = keysOf(AUCTIONS, auctionId)
  const state = await room.state()
  await log.archiveTo(archive, auctionId)
  await log.evict(auctionId)
  await redis.xadd(keys.log, '1-0', 'b', '{}', 'l', 'f'.repeat(40))
  await redis.hset(keys.seen, 'left-over', '0123456789ab:1:1')
  expect(refusalCode(await log.create(auctionId, clocked, 'organiser'))).toBe('NOT_LIVE')
  expect(await log.restore(archive, auctionId)).toBe('restored')
  expect(await room.state()).toMatchObject({ seq: state.seq + 1, epoch: 2 })
  expect(await redis.hexists(keys.seen, 'left-over')).toBe(0)
})

test('RESTORE-3 a log begins while somebody asks whether there is one to restore', async () => {
  const id = newId('a')
  const looked = Promise.withResolvers<void>()
  const begun = Promise.withResolvers<void>()
  const slow: Archive = {
    ...archive,
    last: async (of) => {
      const last = await archive.last(of)
      looked.resolve()
      await begun.promise
      return last
    },
  }
  const restoring = expect(log.restore(slow, id)).rejects.toThrow(NothingArchivedError)
  await looked.promise
  accepted(await log.create(id, smallRules(), 'organiser'))
  begun.resolve()
  await restoring
  expect((await log.load(id))?.state.seq).toBe(1)
})

test('RESTORE-3 a log is not restored from a broken chain, nor from nothing', async () => {
  await expect(log.restore(archive, newId('none'))).rejects.toThrow(NothingArchivedError)
  const room = await played()
  const { auctionId } = room
  await log.archiveTo(archive, auctionId)
  await log.evict(auctionId)
  const broken: Archive = {
    ...archive,
    read: async (...args) =>
      (await archive.read(...args)).map((row) =>
        row.seq === 7 ? { ...row, body: row.body.replace('auctioneer', 'someone') } : row,
      ),
  }
  await expect(log.restore(broken, auctionId)).rejects.toThrow(BrokenLogError)
  expect(await log.load(auctionId)).toBeNull()
  const gap: Archive = {
    ...archive,
    read: async (...args) => (await archive.read(...args)).filter(({ seq }) => seq !== 7),
  }
  await expect(log.restore(gap, auctionId)).rejects.toThrow(BrokenLogError)
  expect(await redis.exists(keysOf(AUCTIONS, auctionId).fence)).toBe(0)
  expect(await log.restore(archive, auctionId)).toBe('restored')
})
