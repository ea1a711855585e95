import { LAKH } from '@gavel/auction'
import {
  ENDLESS,
  faultsOf,
  type Gavel,
  type PrivateRedis,
  type SeededAuction,
  startBidding,
  startGavel,
  startRedis,
  until,
  Wire,
  wholeLog,
} from '@gavel/testkit'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let redis: PrivateRedis
let gavel: Gavel
/** For what no Gavel does: looking at and changing raw keys, and cutting connections. */
let raw: Redis

beforeAll(async () => {
  redis = await startRedis()
  gavel = await startGavel({ services: { redisLiveUrl: redis.url } })
  raw = new Redis(redis.url)
  raw.on('error', () => {})
})
afterAll(async () => {
  raw?.disconnect()
  await gavel?.[Symbol.asyncDispose]()
  await redis?.[Symbol.asyncDispose]()
})

describe('a Redis that dies', () => {
  it('FAULT-2, JOIN-4, ANSWER-9 loses no acknowledged bid when Redis is killed in the middle of bidding, and says what is going on', async ({
    annotate,
  }) => {
    const auction = await gavel.seed({ teams: 8, rules: ENDLESS })
    const fan = await Wire.open(gavel.url, auction, null, 'public')
    const owner = await Wire.open(gavel.url, auction, auction.teams[0]?.owner ?? null)
    using bidding = startBidding(gavel.url, auction)
    for (let kill = 0; kill < 2; kill += 1) {
      await bidding.goesOn(80)
      await redis.kill()
      await until('everybody is told', () => fan.live === false && bidding.snapshots().every((s) => !s.writable))
      // The room still answers from what it holds, and the answer to a command says that nothing was lost.
      expect(await fan.join()).toMatchObject({ ok: true, live: false })
      const refused = await owner.bid({ amount: 50 * LAKH })
      expect(refused).toMatchObject({
        ok: false,
        code: 'UNAVAILABLE',
        words: expect.stringContaining('nothing was lost'),
      })
      await redis.start()
      await until('everybody is told', () => fan.live === true && bidding.snapshots().every((s) => s.writable))
    }
    await bidding.goesOn(80)
    await bidding.stop()
    const entries = await wholeLog(gavel, auction.auctionId)
    await fan.reaches(entries.length)
    expect(faultsOf(entries, bidding.accepted)).toEqual([])
    expect(bidding.unknown).toEqual([])
    expect([...fan.problems, ...owner.problems]).toEqual([])
    expect(fan.link).toBe(entries.at(-1)?.link)
    await annotate(`${bidding.accepted.length} acknowledged bids over 2 kills, ${entries.length} entries`)
    for (const wire of [fan, owner]) wire.socket.disconnect()
  })

  it('FAULT-3 delivers entries whose channel message was lost', async ({ annotate }) => {
    const auction = await gavel.seed({ teams: 2, rules: ENDLESS })
    const wires = await Promise.all([
      Wire.open(gavel.url, auction, null, 'public'),
      Wire.open(gavel.url, auction, auction.teams[0]?.owner ?? null),
      Wire.open(gavel.url, auction, auction.auctioneer, 'auctioneer'),
    ])
    let slowestMs = 0
    for (let n = 0; n < 6; n += 1) {
      const { owner } = auction.teams[n % 2] ?? {}
      // Nobody listens at the moment at which the bid is published, and it is the last message for a while.
      await until('somebody listens', async () => (await raw.pubsub('SHARDCHANNELS')).length > 0)
      const cut = raw.call('CLIENT', 'KILL', 'TYPE', 'pubsub')
      const reply = await gavel.log.bid(auction.auctionId, {
        by: owner?.userId ?? '',
        commandId: `lost-message-${n}`,
        epoch: 1,
        lot: 1,
        amount: (30 + n) * LAKH,
        floorTeam: null,
      })
      expect(await cut).toBeGreaterThan(0)
      expect(reply).toMatchObject({ ok: true })
      const startedMs = performance.now()
      await Promise.all(wires.map((wire) => wire.reaches(reply.seq, 5_000)))
      slowestMs = Math.max(slowestMs, performance.now() - startedMs)
    }
    const entries = await wholeLog(gavel, auction.auctionId)
    for (const wire of wires) {
      expect(wire.problems).toEqual([])
      expect(wire.link).toBe(entries.at(-1)?.link)
      wire.socket.disconnect()
    }
    await annotate(`healed within ${Math.round(slowestMs)} ms`)
  })

  it('FAULT-4 rewinds clients when the log was forked, and refuses commands meant for the lost branch', async () => {
    const auction = await gavel.seed({ teams: 2, rules: ENDLESS })
    const [one, two] = auction.teams
    const wires = await Promise.all([
      Wire.open(gavel.url, auction, null, 'public'),
      Wire.open(gavel.url, auction, one?.owner ?? null),
      Wire.open(gavel.url, auction, auction.auctioneer, 'auctioneer'),
    ])
    const [, owner] = wires
    const survivor = await keysNow(auction)
    const lost = await owner?.bid({ amount: 30 * LAKH, commandId: 'bid-on-lost-branch' })
    expect(lost).toMatchObject({ ok: true })
    await Promise.all(wires.map((wire) => wire.reaches(lost?.seq ?? 0)))
    // The fail-over: another history from the same seq on, which holds another bid under it.
    await putBack(survivor)
    const other = await gavel.log.bid(auction.auctionId, {
      by: two?.owner.userId ?? '',
      commandId: 'bid-on-new-branch',
      epoch: 1,
      lot: 1,
      amount: 30 * LAKH,
      floorTeam: null,
    })
    expect(other).toMatchObject({ ok: true, seq: lost?.seq })
    await until('everybody was rewound', () => wires.every((wire) => wire.rewinds > 0 && wire.state?.epoch === 2))
    const entries = await wholeLog(gavel, auction.auctionId)
    expect(entries.at(-1)?.entry).toMatchObject({ type: 'Recovered', epoch: 2 })
    for (const wire of wires) {
      await wire.reaches(entries.length)
      expect(wire.problems).toEqual([])
      expect(wire.link).toBe(entries.at(-1)?.link)
      expect(wire.lot.bids).toMatchObject([{ team: two?.teamId, amount: 30 * LAKH }])
    }
    expect(await owner?.bid({ amount: 31 * LAKH, epoch: 1 })).toMatchObject({ ok: false, code: 'STALE_EPOCH' })
    expect(await owner?.bid({ amount: 31 * LAKH })).toMatchObject({ ok: true })
    for (const wire of wires) wire.socket.disconnect()
  })

  it('JOIN-2 shows the archive where Redis has lost the log, refuses commands, and goes on when it is restored', async () => {
    const auction = await gavel.seed({ teams: 2, rules: ENDLESS })
    const owner = await Wire.open(gavel.url, auction, auction.teams[0]?.owner ?? null)
    expect(await owner.bid({ amount: 30 * LAKH })).toMatchObject({ ok: true })
    await until('archived', async () => (await gavel.log.archiveTo(gavel.archive, auction.auctionId)).behind === 0)
    const before = await wholeLog(gavel, auction.auctionId)
    await gavel.log.evict(auction.auctionId)
    const other = await Wire.open(gavel.url, auction, auction.teams[1]?.owner ?? null)
    expect(await other.bid({ amount: 31 * LAKH })).toMatchObject({ ok: false, code: 'NOT_LIVE' })
    await until('everybody is told', () => [owner, other].every((wire) => wire.live === false))
    const late = await Wire.open(gavel.url, auction, null, 'public')
    expect(late).toMatchObject({ live: false, link: before.at(-1)?.link })
    expect(late.lot.bids).toHaveLength(1)
    expect(await late.join()).toMatchObject({ ok: true, entries: [] })
    expect(await gavel.log.restore(gavel.archive, auction.auctionId)).toBe('restored')
    await until('everybody is back', () => [owner, other, late].every((wire) => wire.live && wire.state?.epoch === 2))
    expect(await other.bid({ amount: 31 * LAKH })).toMatchObject({ ok: true })
    for (const wire of [owner, other, late]) {
      expect(wire.problems).toEqual([])
      wire.socket.disconnect()
    }
  })
})

const keysNow = async ({ auctionId }: SeededAuction) => {
  const keys = await raw.keys(`*${auctionId}*`)
  return Promise.all(keys.map(async (key) => ({ key, dump: await raw.dumpBuffer(key) })))
}

const putBack = async (kept: Awaited<ReturnType<typeof keysNow>>) => {
  const transaction = raw.multi()
  for (const { key, dump } of kept) transaction.restore(key, 0, dump, 'REPLACE')
  await transaction.exec()
}
