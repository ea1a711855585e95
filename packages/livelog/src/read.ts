import type { Redis } from 'ioredis'
import { type LogEntry, readEntry } from './body.ts'
import { read, readAll } from './connection.ts'
import { advance, type Head } from './head.ts'
import type { LogKeys } from './keys.ts'
import type { LogTypes } from './kind.ts'
import { readSnapshot } from './snapshot.ts'
import type { Store } from './store.ts'

/** Entries read at once: about 100 kB. */
const READ_BATCH = 1_000

/** Up to `count` entries from `fromSeq` on, in order. */
export async function readLog<K extends LogTypes>(
  redis: Redis,
  keys: LogKeys,
  fromSeq: number,
  count: number,
): Promise<LogEntry<K>[]> {
  const rows = await read(redis, () => redis.xrange(keys.log, `${fromSeq}-0`, '+', 'COUNT', count))
  return rows.map((row) => readRow<K>(row))
}

/** The last `count` entries, in order. */
export async function readLatest<K extends LogTypes>(
  redis: Redis,
  keys: LogKeys,
  count: number,
): Promise<LogEntry<K>[]> {
  const rows = await read(redis, () => redis.xrevrange(keys.log, '+', '-', 'COUNT', count))
  return rows.map((row) => readRow<K>(row)).reverse()
}

/** A log as it stood at one moment: its head, the store's clock, and what `seen` held of the command asked about. */
export type View<K extends LogTypes> = { head: Head<K>; nowMs: number; seen: string | null; fresh: boolean }

/**
 * The log at one moment, folded on from `known` where that still lies on it, else from the snapshot, else from the first entry.
 * Null where no log is live. One round trip if no more than a batch is new.
 */
export async function readView<K extends LogTypes>(
  { kind, redis }: Pick<Store<K>, 'kind' | 'redis'>,
  id: string,
  keys: LogKeys,
  known: Head<K> | null,
  commandId: string | null,
): Promise<View<K> | null> {
  let head = known ?? (await readSnapshot(kind, redis, keys))
  let checked = head === null
  for (;;) {
    // The last entry that is held comes along: its link tells whether the log is still the same one (FORK-1).
    const fromSeq = head && !checked ? head.state.seq : (head?.state.seq ?? 0) + 1
    const [time, live, seen, rows] = (await readAll(redis, () =>
      redis
        .multi()
        .time()
        .hmget(keys.state, 'seq', 'stopped')
        .hget(keys.seen, commandId ?? '')
        .xrange(keys.log, `${fromSeq}-0`, '+', 'COUNT', READ_BATCH),
    )) as [[string, string], [string | null, string | null], string | null, StreamRow[]]
    if (!live[0] || live[1] !== null) return null
    let entries = rows.map((row) => readRow<K>(row))
    if (head && !checked) {
      const [same, ...rest] = entries
      if (same?.seq !== head.state.seq || same.link !== head.link) {
        head = null
        checked = true
        continue
      }
      entries = rest
      checked = true
    }
    head = advance(kind, id, head, entries)
    if (rows.length < READ_BATCH) return head && { head, nowMs: readTime(time), seen, fresh: true }
  }
}

/** Redis `TIME` in milliseconds. */
export function readTime([seconds, micros]: readonly [string | number, string | number]): number {
  return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000)
}

type StreamRow = [id: string, fields: string[]]

function readRow<K extends LogTypes>([id, fields]: StreamRow): LogEntry<K> {
  const value = (name: string) => fields[fields.indexOf(name) + 1] ?? ''
  return readEntry(Number(id.slice(0, id.indexOf('-'))), value('l'), value('b'))
}
