import { type AuctionState, evolve } from '@gavel/auction'
import * as fc from 'fast-check'
import type { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PrivateRedis, startRedis } from '../../testkit/src/redis-server.ts'
import { AUCTIONS } from '../src/auctions.ts'
import { type CommandConnection, openCommands } from '../src/connection.ts'
import { type LiveLog, type LogEntry, NotLiveError, openLiveLog, type Tail } from '../src/index.ts'
import { keysOf } from '../src/keys.ts'
import { accepted, logger, newId, Room, refusalCode, smallRules } from './support.ts'

const rules = smallRules({ purse: 90_000_000_000_000, jumpGrid: null, ladder: [{ from: 0, step: 1 }] })
/** Small, so that clients fall out of it. */
const TAIL_SIZE = 15

let writer: LiveLog
let reader: LiveLog
let redis: CommandConnection
/** A server of its own, because it breaks everybody's subscriptions. */
let server: PrivateRedis
beforeAll(async () => {
  server = await startRedis()
  const { url } = server
  writer = Room.open(url, true)
  reader = openLiveLog({ url, logger, tailSize: TAIL_SIZE })
  redis = openCommands(url, logger)
})
afterAll(async () => {
  await Promise.all([writer.close(), reader.close()])
  redis.disconnect()
  await server[Symbol.asyncDispose]()
})

const cutSubscriptions = () => redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub')

/** A bid above the leading one, by the other team; asked again where the log was recovered meanwhile. */
async function raise(room: Room, log = room.log): Promise<number> {
  const loaded = await log.load(room.auctionId)
  const lot = loaded?.state.lot
  const last = lot?.bids.at(-1)
  const bid = {
    commandId: newId('b'),
    epoch: loaded?.state.epoch ?? 1,
    lot: 1,
    amount: (last?.amount ?? 9) + 1,
    floorTeam: null,
  }
  const reply = await log.bid(room.auctionId, { by: last?.team === 't0' ? 'u1' : 'u0', ...bid })
  return refusalCode(reply) === 'STALE_EPOCH' ? raise(room, log) : accepted(reply).seq
}

/** Resolves when the tail has come to `seq`, rejects after `withinMs`. */
function reaches(tail: Tail, seq: number, withinMs = 5_000): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the tail is at ${tail.seq}, not at ${seq}`)), withinMs)
    const look = () => {
      if (tail.seq < seq) return
      clearTimeout(late)
      resolve()
    }
    tail.on('entries', look)
    tail.on('rewind', look)
    look()
  })
}

test('TAIL-1 watchers of one log share its tail and get its entries in order, folded, with links', async () => {
  const room = await Room.running({ rules, log: writer })
  const [one, two] = await Promise.all([reader.watch(room.auctionId), reader.watch(room.auctionId)])
  const got: LogEntry[] = []
  one.on('entries', (entries) => got.push(...entries))
  const from = one.seq
  for (let i = 0; i < 5; i++) await raise(room)
  await reaches(one, from + 5)
  expect(got.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5].map((n) => from + n))
  expect(one.state).toEqual(await room.state())
  expect(one.link).toBe(await redis.hget(keysOf(AUCTIONS, room.auctionId).state, 'link'))
  expect(Math.abs(one.nowMs() - Date.now())).toBeLessThan(2_000)

  one.close()
  one.close()
  await raise(room)
  await reaches(two, from + 6)
  expect(got).toHaveLength(5)
  two.close()
})

test('TAIL-1 a log that is not live cannot be watched', async () => {
  await expect(reader.watch(newId('none'))).rejects.toThrow(NotLiveError)
  expect(await reader.load(newId('none'))).toBeNull()
})

/** A bid of which the channel tells nobody. */
const lostBid = ({ auctionId }: Room, by: string, amount: number) => {
  const { state, log, seen, channel } = keysOf(AUCTIONS, auctionId)
  const sum = '0123456789ab'
  return redis.gavelBid(state, log, seen, `${channel}:elsewhere`, by, newId('b'), sum, '1', '1', String(amount), '')
}

test('TAIL-2 a lost channel message heals, the last one of a lot too', async () => {
  const room = await Room.running({ rules, log: writer })
  const tail = await reader.watch(room.auctionId)
  const [, last] = await lostBid(room, 'u0', 10)
  await reaches(tail, Number(last))
  await lostBid(room, 'u1', 11)
  const seq = await raise(room)
  await reaches(tail, seq)
  expect(tail.state).toEqual(await room.state())
  tail.close()
})

test('TAIL-2 messages that come twice, late or out of order change nothing', async () => {
  const room = await Room.running({ rules, log: writer })
  const tail = await reader.watch(room.auctionId)
  const keys = keysOf(AUCTIONS, room.auctionId)
  const got: number[] = []
  tail.on('entries', (entries) => got.push(...entries.map(({ seq }) => seq)))
  const from = tail.seq
  const seq = await raise(room)
  await reaches(tail, seq)
  const [entry] = await writer.read(room.auctionId, seq, 1)
  const [old] = await writer.read(room.auctionId, 2, 1)
  for (const { seq: n, link, body } of [entry, old, entry].filter((e) => e !== undefined))
    await redis.spublish(keys.channel, `${n} ${link} ${body}`)
  await redis.spublish(keys.channel, `${seq + 5} ${entry?.link} ${entry?.body}`)
  await redis.spublish(keys.channel, 'nonsense')
  const next = await raise(room)
  await reaches(tail, next)
  expect(got).toEqual([from + 1, from + 2])
  expect(tail.state).toEqual(await room.state())
  tail.close()
})

test('TAIL-3 a subscription that breaks in the middle of bidding is taken up again, and nothing is lost or doubled', async () => {
  const room = await Room.running({ rules, log: writer })
  const tail = await reader.watch(room.auctionId)
  const got: number[] = []
  tail.on('entries', (entries) => got.push(...entries.map(({ seq }) => seq)))
  const from = tail.seq
  let seq = from
  for (let i = 0; i < 60; i++) {
    if (i % 20 === 10) await cutSubscriptions()
    seq = await raise(room)
  }
  await reaches(tail, seq)
  expect(got).toEqual(Array.from({ length: 60 }, (_, i) => from + 1 + i))
  expect(tail.state).toEqual(await room.state())
  tail.close()
})

/** A client as a browser is one: it knows what it was sent, comes and goes, and resumes by seq and link. */
class Client {
  readonly #tail: Tail
  #stop: (() => void) | null = null
  #stopRewind: (() => void) | null = null
  state: AuctionState | null = null
  link: string | null = null
  /** Seqs of the entries it was sent, in the order they came. */
  received: number[] = []
  snapshots = 0
  backfills = 0

  constructor(tail: Tail) {
    this.#tail = tail
  }

  join(): void {
    const missing = this.#tail.since(this.state?.seq ?? null, this.link)
    if ('entries' in missing) {
      this.backfills += missing.entries.length > 0 ? 1 : 0
      this.#take(missing.entries)
    } else this.#replace(missing.state)
    this.#stop = this.#tail.on('entries', (entries) => this.#take(entries))
    this.#stopRewind = this.#tail.on('rewind', () => this.#replace(this.#tail.state))
  }

  leave(): void {
    this.#stop?.()
    this.#stopRewind?.()
    this.#stop = null
  }

  get joined(): boolean {
    return this.#stop !== null
  }

  #take(entries: readonly LogEntry[]): void {
    for (const { seq, link, entry } of entries) {
      this.received.push(seq)
      // Throws on a gap or a double.
      this.state = evolve(this.state, entry)
      this.link = link
    }
  }

  #replace(state: AuctionState): void {
    this.snapshots++
    this.state = state
    this.link = this.#tail.link
  }
}

test('RESUME-1, RESUME-2 clients that come and go at random are sent every entry once, or a state in the place of too many', async () => {
  let [backfills, snapshots] = [0, 0]
  const steps = fc.array(fc.constantFrom('raise', 'raise', 'burst', 'a', 'b', 'c', 'lose', 'cut'), {
    minLength: 5,
    maxLength: 40,
  })
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const room = await Room.running({ rules, log: writer })
      const tail = await reader.watch(room.auctionId)
      const clients = { a: new Client(tail), b: new Client(tail), c: new Client(tail) }
      for (const client of Object.values(clients)) client.join()
      for (const step of list) {
        if (step === 'raise') await raise(room)
        else if (step === 'burst')
          for (let i = 0; i < TAIL_SIZE * 2 + 5; i++) await room.must({ type: 'MoveSet', set: 's', before: null })
        else if (step === 'cut') await cutSubscriptions()
        else if (step === 'lose') {
          const { lot } = await room.state()
          const last = lot?.bids.at(-1)
          await lostBid(room, last?.team === 't0' ? 'u1' : 'u0', (last?.amount ?? 9) + 1)
        } else if (clients[step].joined) clients[step].leave()
        else clients[step].join()
        if (step === 'burst') await reaches(tail, (await room.state()).seq)
      }
      const state = await room.state()
      await reaches(tail, state.seq)
      for (const client of Object.values(clients)) {
        if (!client.joined) client.join()
        expect(client.state).toEqual(state)
        expect(client.link).toBe(tail.link)
        expect(new Set(client.received).size).toBe(client.received.length)
        // The first join, with nothing in hand, is a state always.
        snapshots += client.snapshots - 1
        backfills += client.backfills
      }
      tail.close()
    }),
    { numRuns: 25 },
  )
  process.stdout.write(`resume: ${backfills} times by entries, ${snapshots} times by a state\n`)
  expect(Math.min(backfills, snapshots)).toBeGreaterThan(0)
})

test('RESUME-2 a link of another branch, a seq ahead of the tail and no seq at all are answered by the state', async () => {
  const room = await Room.running({ rules, log: writer })
  const tail = await reader.watch(room.auctionId)
  const [entry] = await writer.read(room.auctionId, tail.seq - 2, 1)
  expect(tail.since(tail.seq - 2, entry?.link ?? '')).toMatchObject({
    entries: [{ seq: tail.seq - 1 }, { seq: tail.seq }],
  })
  expect(tail.since(tail.seq, tail.link)).toEqual({ entries: [] })
  for (const [seq, link] of [
    [tail.seq - 2, 'f'.repeat(40)],
    [tail.seq, 'f'.repeat(40)],
    [tail.seq + 1, tail.link],
    [0, '0'.repeat(40)],
    [null, null],
  ] as const)
    expect(tail.since(seq, link)).toEqual({ state: tail.state })
  tail.close()
})

/** Puts a log back to where it stood when `keep` was made, as a fail-over that lost the tail would. */
const copies = { log: 'log', state: 'state', seen: 'seen' } as const
async function keep(auctionId: string, store: Redis): Promise<() => Promise<void>> {
  const keys = keysOf(AUCTIONS, auctionId)
  for (const name of Object.values(copies)) await store.copy(keys[name], `${keys[name]}:kept`)
  return async () => {
    const all = store.multi()
    for (const name of Object.values(copies)) all.copy(`${keys[name]}:kept`, keys[name], 'REPLACE')
    await all.exec()
  }
}

for (const [branch, after] of [
  ['shorter', 0],
  ['as long', 6],
  ['longer', 9],
] as const)
  test(`FORK-1, FORK-2 a lost tail whose seqs are used again is rewound, and commands meant for it are refused (${branch})`, async () => {
    const room = await Room.running({ rules, log: writer })
    for (let i = 0; i < 3; i++) await raise(room)
    const putBack = await keep(room.auctionId, redis)
    const tail = await reader.watch(room.auctionId)
    let rewinds = 0
    tail.on('rewind', () => rewinds++)
    const client = new Client(tail)
    client.join()
    for (let i = 0; i < 6; i++) await raise(room)
    await reaches(tail, (await room.state()).seq)
    const held = { seq: tail.seq, link: tail.link }

    await putBack()
    await using stranger = new Disposable(Room.open(server.url))
    const other = stranger.log
    for (let i = 0; i < after; i++) await raise(room, other)
    await rewound(tail)

    const now = await other.load(room.auctionId)
    expect(now?.state.epoch).toBe(2)
    // The rewind may come before the new branch has its last entry.
    await reaches(tail, now?.state.seq ?? 0)
    expect(tail.state).toEqual(now?.state)
    expect(client.state).toEqual(now?.state)
    expect(tail.since(held.seq, held.link)).toEqual({ state: tail.state })
    expect(rewinds).toBe(1)
    // The old instance's folded state lies on the lost branch: its next command must not be decided there.
    const leading = now?.state.lot?.bids.at(-1)
    expect(refusalCode(await room.bid('u0', 1, 1_000_000))).toBe('STALE_EPOCH')
    expect(await room.do({ type: 'RetractBid', lot: 1, bid: leading?.seq ?? 0 })).toMatchObject({ ok: true })
    await reaches(tail, (now?.state.seq ?? 0) + 1)
    expect(tail.state).toEqual(await room.state())
    tail.close()
  })

test('FORK-2 many instances that find the same fork raise the epoch once', async () => {
  const room = await Room.running({ rules, log: writer })
  const putBack = await keep(room.auctionId, redis)
  const logs = Array.from({ length: 4 }, () => Room.open(server.url))
  const tails = await Promise.all(logs.map((log) => log.watch(room.auctionId)))
  const seq = await raise(room)
  await Promise.all(tails.map((tail) => reaches(tail, seq)))
  await putBack()
  await Promise.all(tails.map(rewound))
  const { state } = (await writer.load(room.auctionId)) ?? {}
  expect(state?.epoch).toBe(2)
  const entries = await writer.read(room.auctionId, 1, 1_000)
  expect(entries.filter(({ entry }) => entry.type === 'Recovered')).toHaveLength(1)
  await Promise.all(logs.map((log) => log.close()))
})

function rewound(tail: Tail): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('not rewound')), 5_000)
    if (tail.state.epoch > 1) resolve()
    tail.on('rewind', () => {
      clearTimeout(late)
      resolve()
    })
  })
}

class Disposable implements AsyncDisposable {
  readonly log: LiveLog
  constructor(log: LiveLog) {
    this.log = log
  }
  [Symbol.asyncDispose](): Promise<void> {
    return this.log.close()
  }
}

test('SNAP-1 a load folds from the snapshot, and never from one of another branch', async () => {
  const room = await Room.running({ rules, log: writer })
  const keys = keysOf(AUCTIONS, room.auctionId)
  for (let i = 0; i < 520; i++) await room.must({ type: 'MoveSet', set: 's', before: null })
  const text = await redis.get(keys.snapshot)
  const snapshot = JSON.parse(text ?? 'null') as { link: string; state: AuctionState }
  expect(snapshot.state.seq).toBeGreaterThanOrEqual(500)
  const state = await room.state()
  const fresh = async () => {
    const log = Room.open(server.url)
    const loaded = await log.load(room.auctionId)
    await log.close()
    return loaded?.state
  }
  expect(await fresh()).toEqual(state)
  // Proof that the snapshot is what is folded from: the entries before it are gone.
  await redis.copy(keys.log, `${keys.log}:whole`)
  await redis.xtrim(keys.log, 'MINID', `${snapshot.state.seq}-0`)
  expect(await fresh()).toEqual(state)
  // A snapshot from before names were counted.
  const { names: _, ...old } = snapshot.state
  await redis.set(keys.snapshot, JSON.stringify({ link: snapshot.link, state: old }))
  expect(await fresh()).toEqual(state)
  await redis.copy(`${keys.log}:whole`, keys.log, 'REPLACE')
  await redis.set(keys.snapshot, JSON.stringify({ link: 'f'.repeat(40), state: { ...snapshot.state, lotCount: 99 } }))
  expect(await fresh()).toEqual(state)
})
