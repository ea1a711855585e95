import { createAuction, type Draft, evolve, LAKH, ruleSet } from '@gavel/auction'
import { AUCTIONS, type AuctionLog, bodyOf, GENESIS_LINK, type LogEntry, nextLink, type Tail } from '@gavel/livelog'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { LateLog, type LateParts, LateTail } from './late.ts'

const DELAY_MS = 5_000

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

const rules = ruleSet('ipl-2025')
if (!rules) throw new Error('no rule set')

/** A log in memory: `add` writes a team at the present moment, and tells it to whoever follows. */
const present = () => {
  let log: LogEntry[] = []
  let failing = false
  const told = { entries: new Set<(entries: readonly LogEntry[]) => void>(), rewind: new Set<() => void>() }
  const write = (draft: Draft, atMs = Date.now()) => {
    const body = bodyOf(draft, atMs, { by: 'u1', cmd: `c${log.length}`, sum: '' })
    const seq = log.length + 1
    const entry = { ...JSON.parse(body), seq }
    const next = { seq, body, entry, link: nextLink(log.at(-1)?.link ?? GENESIS_LINK, body) }
    log.push(next)
    return next
  }
  const team = (name: string, atMs?: number) => write({ type: 'TeamAdded', team: name, purse: LAKH }, atMs)
  write(createAuction('a1', rules), 1)
  const read = async (from: number, count: number) => log.slice(from - 1, from - 1 + count)
  const on: Tail['on'] = (event: 'entries' | 'rewind', handler: never) => {
    told[event].add(handler)
    return () => told[event].delete(handler)
  }
  const parts: LateParts<AuctionLog> = {
    kind: AUCTIONS,
    tail: { on, close() {} } as unknown as Tail,
    nowMs: Date.now,
    read,
    async loadAt(untilMs) {
      if (failing) throw new Error('away')
      const [first, ...others] = log
      if (!first) return null
      const past = new LateLog(AUCTIONS, { state: evolve(null, first.entry), link: first.link })
      past.add(others)
      past.release(untilMs)
      return past
    },
  }
  return {
    parts,
    team,
    say: (...entries: LogEntry[]) => {
      for (const tell of told.entries) tell(entries)
    },
    /** The store comes back with less than it had. */
    fork: (keep: number) => {
      log = log.slice(0, keep)
    },
    rewind: () => {
      for (const tell of told.rewind) tell()
    },
    fail: (yes: boolean) => {
      failing = yes
    },
    log: () => log,
  }
}

async function opened(from: ReturnType<typeof present>) {
  const late = await LateTail.open(from.parts, DELAY_MS)
  if (!late) throw new Error('no log')
  const told: (number | 'rewind')[] = []
  late.onEntries((entries) => told.push(...entries.map(({ seq }) => seq)))
  late.onRewind(() => told.push('rewind'))
  return { late, told }
}

test('LATE-3 an entry is told once it has the age, each once and in order', async () => {
  const hall = present()
  const { late, told } = await opened(hall)
  hall.say(hall.team('A'))
  await vi.advanceTimersByTimeAsync(2_000)
  hall.say(hall.team('B'))
  await vi.advanceTimersByTimeAsync(2_999)
  expect([late.seq, told]).toEqual([1, []])
  await vi.advanceTimersByTimeAsync(2)
  expect([late.seq, told]).toEqual([2, [2]])
  await vi.advanceTimersByTimeAsync(2_000)
  expect([late.seq, told, Object.keys(late.state.teams)]).toEqual([3, [2, 3], ['A', 'B']])
  late.close()
})

test('LATE-3 opened in the middle it shows what had the age and lets the rest wait', async () => {
  const hall = present()
  hall.team('A', 94_000)
  hall.team('B', 95_000)
  hall.team('C', 95_001)
  hall.team('D', 99_999)
  const { late, told } = await opened(hall)
  expect([late.seq, late.nowMs()]).toEqual([3, 95_000])
  await vi.advanceTimersByTimeAsync(DELAY_MS)
  expect(told).toEqual([4, 5])
})

test('LATE-3 a message that was lost on the way is found, and one that comes twice is told once', async () => {
  const hall = present()
  const { told } = await opened(hall)
  hall.team('A')
  const second = hall.team('B')
  hall.say(second)
  hall.say(second)
  await vi.advanceTimersByTimeAsync(DELAY_MS + 1)
  hall.say(hall.team('C'))
  await vi.advanceTimersByTimeAsync(DELAY_MS + 1)
  // What is missing is read with the log, which starts the watchers anew.
  expect(told).toEqual(['rewind', 2, 3, 4])
})

test('LATE-3 a log that was forked is read anew up to the same moment, as soon as it can be read', async () => {
  const hall = present()
  hall.team('A', 90_000)
  hall.team('lost', 91_000)
  const { late, told } = await opened(hall)
  expect(Object.keys(late.state.teams)).toEqual(['A', 'lost'])
  hall.fork(2)
  hall.team('kept', 92_000)
  hall.team('young')
  hall.fail(true)
  hall.rewind()
  await vi.advanceTimersByTimeAsync(500)
  expect([told, late.seq]).toEqual([[], 3])
  hall.fail(false)
  await vi.advanceTimersByTimeAsync(1_000)
  expect([told, Object.keys(late.state.teams)]).toEqual([['rewind'], ['A', 'kept']])
  await vi.advanceTimersByTimeAsync(DELAY_MS)
  expect(told).toEqual(['rewind', 4])
})

test('LATE-3 whoever comes back is given what was released since, and never what waits', async () => {
  const hall = present()
  const log = [hall.team('A', 1_000), hall.team('B', 2_000), hall.team('C', 3_000)]
  const [created] = hall.log()
  const late = new LateLog(AUCTIONS, (await hall.parts.loadAt(0)) ?? raise())
  expect(late.add(log)).toBe(true)
  expect(late.release(2_000)).toEqual(log.slice(0, 2))
  const since = (seq: number, link = '') => late.since(seq, link)
  expect(since(2, log[0]?.link)).toEqual({ entries: [log[1]] })
  expect(since(3, log[1]?.link)).toEqual({ entries: [] })
  for (const [seq, link] of [
    [4, log[2]?.link],
    [2, 'another'],
    [1, created?.link],
  ] as const)
    expect(since(seq, link)).toEqual({ state: late.state })
  expect([late.add([{ ...(log[2] ?? raise()), seq: 9 }]), late.add([{ ...(log[2] ?? raise()), seq: 5 }])]).toEqual([
    false,
    false,
  ])
})

test('LATE-3 closed it tells nothing more', async () => {
  const hall = present()
  const { late, told } = await opened(hall)
  hall.say(hall.team('A'))
  late.close()
  await vi.advanceTimersByTimeAsync(DELAY_MS * 2)
  expect(told).toEqual([])
})

const raise = (): never => {
  throw new Error('missing')
}
