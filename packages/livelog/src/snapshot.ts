import type { Redis } from 'ioredis'
import { read } from './connection.ts'
import type { Head } from './head.ts'
import type { LogKeys } from './keys.ts'
import type { LogKind, LogTypes } from './kind.ts'

/** After so many entries a holder of the folded state leaves a snapshot, so that a load folds at most about as many. */
const SNAPSHOT_EVERY = 250

/**
 * The last snapshot, or null. It may lie on a lost branch of the log, so whoever reads it compares its link with the log's (SNAP-1).
 */
export async function readSnapshot<K extends LogTypes>(
  kind: LogKind<K>,
  redis: Redis,
  keys: LogKeys,
): Promise<Head<K> | null> {
  const text = await read(redis, () => redis.get(keys.snapshot))
  if (text === null) return null
  const { link, state } = JSON.parse(text) as { link: string; state: K['State'] }
  return { link, state: kind.stored(state) }
}

export function snapshotText(head: Head<LogTypes>): string {
  return JSON.stringify({ link: head.link, state: head.state })
}

/** Remembers at which seq each log last had a snapshot from here, and leaves the next one when it is due. */
export class Snapshots<K extends LogTypes> {
  readonly #redis: Redis
  readonly #lastSeq = new Map<string, number>()

  constructor(redis: Redis) {
    this.#redis = redis
  }

  /** Writes one if it is due. Nobody waits for it, and a failure only costs a longer fold. */
  offer(id: string, keys: LogKeys, head: Head<K>): void {
    const { seq } = head.state
    const last = this.#lastSeq.get(id)
    // First seen, or rewound: whoever was here before left one at about the last multiple.
    if (last === undefined || last > seq) this.#lastSeq.set(id, seq - (seq % SNAPSHOT_EVERY))
    if (last === undefined || seq - last < SNAPSHOT_EVERY) return
    this.#lastSeq.set(id, seq)
    this.#redis.set(keys.snapshot, snapshotText(head)).catch(() => this.#lastSeq.delete(id))
  }

  forget(id: string): void {
    this.#lastSeq.delete(id)
  }
}
