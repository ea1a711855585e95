import type { Archive } from '@gavel/db'
import type { Redis } from 'ioredis'
import { GENESIS_HASH, GENESIS_LINK, nextHash } from './body.ts'
import { read } from './connection.ts'
import { BrokenLogError, ForkedArchiveError } from './errors.ts'
import { keysOf, type LogKeys } from './keys.ts'
import { idField, type LogTypes, nameOf } from './kind.ts'
import { readLog } from './read.ts'
import type { Store } from './store.ts'

const ARCHIVE_BATCH = 500
/** One call copies at most so many batches, so that one long log does not keep the others waiting. */
const MAX_BATCHES = 20

type Cursor = { seq: number; link: string; hash: string }

/**
 * Copies what the archive lacks, from the cursor that the log's slot keeps, in ordered batches, chained by SHA-256 (ARCH-1, ARCH-2).
 * @returns how many entries were copied, and how many are still missing; zeros where no log is live.
 * @throws ForkedArchiveError where archive and log hold different entries: then the log is stopped too (ARCH-3).
 */
export async function archiveTo<K extends LogTypes>(
  store: Store<K>,
  archive: Archive,
  id: string,
): Promise<{ archived: number; behind: number }> {
  const keys = keysOf(store.kind, id)
  const { redis } = store
  const [seqText, stopped] = await read(redis, () => redis.hmget(keys.state, 'seq', 'stopped'))
  if (stopped) throw new ForkedArchiveError(nameOf(store.kind, id), Number(stopped))
  if (!seqText) return { archived: 0, behind: 0 }

  let cursor = await cursorOf(redis, keys, archive, id)
  let archived = 0
  for (let batch = 0; batch < MAX_BATCHES; batch++) {
    // The last archived entry comes along: its link tells whether the archive holds this log.
    const entries = await readLog(redis, keys, cursor.seq === 0 ? 1 : cursor.seq, ARCHIVE_BATCH)
    if (cursor.seq > 0) {
      const last = entries.shift()
      // Redis may have lost the log between the two reads: then there is something to restore, and nothing to compare.
      if (!last && !(await read(redis, () => redis.hexists(keys.state, 'seq')))) return { archived, behind: 0 }
      if (last?.seq !== cursor.seq || last.link !== cursor.link) return stop(store, keys, id, cursor.seq)
    }
    if (entries.length === 0) break
    let { hash } = cursor
    const rows = entries.map(({ seq, link, body }, i) => {
      if (seq !== cursor.seq + 1 + i)
        throw new BrokenLogError(nameOf(store.kind, id), seq, 'an entry before it is missing')
      hash = nextHash(hash, body)
      return { seq, link, body, hash }
    })
    const outcome = await archive.append(id, rows)
    if (outcome !== 'done') return stop(store, keys, id, outcome.conflictAt)
    const last = rows.at(-1)
    if (!last) break
    cursor = { seq: last.seq, link: last.link, hash: last.hash }
    archived += rows.length
    await read(redis, () => redis.set(keys.archived, cursorText(cursor)))
  }
  const now = await read(redis, () => redis.hget(keys.state, 'seq'))
  return { archived, behind: Math.max(0, Number(now ?? cursor.seq) - cursor.seq) }
}

/** The log and its archive disagree: nothing more may be written to it until an operator has looked. */
async function stop<K extends LogTypes>(store: Store<K>, keys: LogKeys, id: string, seq: number): Promise<never> {
  await read(store.redis, () => store.redis.hset(keys.state, 'stopped', String(seq)))
  store.heads.delete(id)
  store.logger.error({ ...idField(store.kind, id), seq }, 'the archive and the live log differ: the log is stopped')
  throw new ForkedArchiveError(nameOf(store.kind, id), seq)
}

async function cursorOf(redis: Redis, keys: LogKeys, archive: Archive, id: string): Promise<Cursor> {
  const text = await read(redis, () => redis.get(keys.archived))
  const [seq, link, hash] = (text ?? '').split(':')
  if (seq && link && hash) return { seq: Number(seq), link, hash }
  return (await archive.last(id)) ?? { seq: 0, link: GENESIS_LINK, hash: GENESIS_HASH }
}

export function cursorText({ seq, link, hash }: Cursor): string {
  return `${seq}:${link}:${hash}`
}
