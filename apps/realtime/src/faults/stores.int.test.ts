import { insertRegistration, listRegistrations, newId } from '@gavel/db'
import { GENESIS_HASH, nextHash } from '@gavel/livelog'
import {
  ENDLESS,
  faultsOf,
  type Gavel,
  type PrivateServer,
  type SeededAuction,
  startBidding,
  startGavel,
  startMongo,
  startRabbit,
  startRedis,
  until,
  wholeLog,
} from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let rabbit: PrivateServer
let mongo: PrivateServer
let gavel: Gavel
const servers = new AsyncDisposableStack()

beforeAll(async () => {
  const [redis, ...others] = await Promise.all([startRedis(), startMongo(), startRabbit()])
  for (const server of [redis, ...others]) servers.use(server)
  ;[mongo, rabbit] = others
  const services = { redisLiveUrl: redis.url, mongodbUrl: mongo.url, rabbitmqUrl: rabbit.url }
  gavel = servers.use(await startGavel({ services, worker: true }))
})
afterAll(() => servers.disposeAsync(), 60_000)

/** Registers players whose announcement nobody has sent yet; answers the ids of those that MongoDB has acknowledged. */
async function register({ eventId }: SeededAuction, count: number): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) {
    const id = newId()
    const details = { kind: 'player', name: `Player ${id}`, country: 'India', role: 'Batter' } as const
    const unknown = { base: null, age: null, caps: null, photoUrl: null }
    const announce = { key: 'registration.submitted', leasedUntilMs: 0 }
    const entrant = { id, eventId, userId: newId(), details: { ...details, ...unknown } }
    try {
      await insertRegistration(gavel.mongo, entrant, announce, Date.now())
      ids.push(id)
    } catch {
      // Not acknowledged: the person was told so. It may be there all the same.
    }
  }
  return ids
}

/** Every acknowledged registration is confirmed, and in the auction once. */
async function expectConfirmed(auction: SeededAuction, acknowledged: readonly string[]): Promise<void> {
  const all = await until(
    'all registrations are settled',
    async () => {
      const found = await listRegistrations(gavel.mongo, { eventId: auction.eventId })
      return found.every(({ status }) => status === 'confirmed') && found
    },
    180_000,
  )
  const ids = all.map(({ id }) => id)
  expect(new Set(ids)).toEqual(new Set([...ids, ...acknowledged]))
  const entries = await wholeLog(gavel, auction.auctionId)
  const added = entries.flatMap(({ entry }) => (entry.type === 'PlayerAdded' ? [entry.player] : []))
  expect(added.filter((id) => !auction.players.includes(id)).sort()).toEqual(ids.toSorted())
}

/** The archive holds the log, body for body, and its chain holds. */
async function expectArchived(auctionId: string): Promise<void> {
  const entries = await wholeLog(gavel, auctionId)
  await until(
    'the archive is level',
    async () => (await gavel.archive.last(auctionId))?.seq === entries.length,
    180_000,
  )
  const rows = await gavel.archive.read(auctionId, 1, entries.length + 1)
  let hash = GENESIS_HASH
  const expected = entries.map(({ seq, link, body }) => {
    hash = nextHash(hash, body)
    return { seq, link, body, hash }
  })
  expect(rows).toEqual(expected)
}

describe('workers, brokers and databases that die', () => {
  it('FAULT-5 loses and doubles nothing when a worker is killed while it archives and registers', async () => {
    const bids = await gavel.seed({ teams: 4, rules: ENDLESS })
    const open = await gavel.seed({ started: false })
    using bidding = startBidding(gavel.url, bids)
    const acknowledged: string[] = []
    for (let kill = 0; kill < 2; kill += 1) {
      acknowledged.push(...(await register(open, 20)))
      await bidding.goesOn(60)
      const copied = async () => (await gavel.archive.last(bids.auctionId))?.seq ?? 0
      const before = await copied()
      await until('it archives', async () => (await copied()) > before)
      await gavel.worker?.kill()
      await bidding.goesOn(20)
      await gavel.worker?.start()
    }
    await bidding.stop()
    expect(faultsOf(await wholeLog(gavel, bids.auctionId), bidding.accepted)).toEqual([])
    await expectArchived(bids.auctionId)
    await expectConfirmed(open, acknowledged)
  })

  it('FAULT-6 goes on selling while MongoDB is away, and loses nothing that it acknowledged', async () => {
    const auction = await gavel.seed({ teams: 4, rules: ENDLESS })
    const open = await gavel.seed({ started: false })
    using bidding = startBidding(gavel.url, auction)
    await bidding.goesOn(40)
    const registering = register(open, 60)
    await until('some are in', async () => (await listRegistrations(gavel.mongo, { eventId: open.eventId })).length > 5)
    await mongo.kill()
    await bidding.goesOn(40)
    await mongo.start()
    const acknowledged = await registering
    await bidding.goesOn(40)
    await bidding.stop()
    expect(faultsOf(await wholeLog(gavel, auction.auctionId), bidding.accepted)).toEqual([])
    expect(bidding.unknown).toEqual([])
    await expectArchived(auction.auctionId)
    await expectConfirmed(open, acknowledged)
  })

  it('FAULT-7 keeps registrations while RabbitMQ is away, and settles each once when it is back', async () => {
    const open = await gavel.seed({ started: false })
    const before = await register(open, 20)
    await until('some are settled', async () => {
      const confirmed = await listRegistrations(gavel.mongo, { eventId: open.eventId, statuses: ['confirmed'] })
      return confirmed.length > 0
    })
    await rabbit.kill()
    const during = await register(open, 20)
    expect(during).toHaveLength(20)
    await rabbit.start()
    await expectConfirmed(open, [...before, ...during])
  })
})
