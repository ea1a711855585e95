import { read } from './connection.ts'
import { keysOf } from './keys.ts'
import type { LogTypes } from './kind.ts'
import type { Store } from './store.ts'

/**
 * The typed twin of `evict.lua`: drops a log from Redis if the archive holds all of it (ARCH-5). `discard` drops what no archive holds
 * too, and leaves no key behind: an operator's way to choose the archive's branch after {@link ForkedArchiveError}, followed by a restore,
 * and the way to forget a rehearsal.
 */
export async function evict<K extends LogTypes>(
  store: Store<K>,
  id: string,
  { discard = false }: { discard?: boolean } = {},
): Promise<'evicted' | 'not-live' | 'not-archived'> {
  const keys = keysOf(store.kind, id)
  const [tag] = await read(store.redis, () =>
    store.redis.gavelEvict(
      keys.state,
      keys.log,
      keys.seen,
      keys.snapshot,
      keys.archived,
      discard ? 'discard' : 'archived',
    ),
  )
  store.heads.delete(id)
  store.snapshots.forget(id)
  switch (tag) {
    case 'EVICTED':
      return 'evicted'
    case 'NOT_LIVE':
      return 'not-live'
    case 'NOT_ARCHIVED':
      return 'not-archived'
    default:
      throw new Error(`evict.lua answered ${tag}`)
  }
}
