import type { Logger } from '@gavel/config'
import type { Archive } from '@gavel/db'
import type { Redis } from 'ioredis'
import { archiveTo } from './archive.ts'
import { GENESIS_LINK, type LogEntry, sumOf } from './body.ts'
import { runCommit } from './commit.ts'
import { evict } from './evict.ts'
import { type CommandOptions, execute } from './execute.ts'
import { Heads } from './heads.ts'
import { keysOf } from './keys.ts'
import { idField, type LogKind, type LogTypes } from './kind.ts'
import { foldUntil, type Past } from './past.ts'
import { readLog, readView } from './read.ts'
import { asLogReply, isAnswered, type LogReply } from './reply.ts'
import { recover, restore } from './restore.ts'
import { Snapshots } from './snapshot.ts'
import type { Store } from './store.ts'
import { Turns } from './turns.ts'
import { type Tail, Watch } from './watch.ts'

/**
 * All live logs of one kind. Commands are answered by values: refused, `UNAVAILABLE` (nothing was written) or `UNCERTAIN` (repeat the same
 * commandId). Reads throw LogUnavailableError while Redis is away. Nothing waits longer than a few seconds.
 */
export type Log<K extends LogTypes> = {
  /** A command, decided by the core and committed at exactly the state it was decided on. */
  execute(id: string, command: K['Command'], options: CommandOptions): Promise<LogReply<K>>
  /** The folded log; null where none is live. */
  load(id: string): Promise<{ state: K['State']; link: string; nowMs: number } | null>
  /** The folded log as it stood at `untilMs` of the store's clock; null where none is live. A log's first entry belongs to every past. */
  loadAt(id: string, untilMs: number): Promise<{ state: K['State']; link: string } | null>
  /** Up to `count` entries from `fromSeq` on. */
  read(id: string, fromSeq: number, count: number): Promise<LogEntry<K>[]>
  /** Follows a log; close the tail to stop. @throws NotLiveError */
  watch(id: string): Promise<Tail<K>>
  /** Copies what the archive lacks. @throws ForkedArchiveError */
  archiveTo(archive: Archive, id: string): Promise<{ archived: number; behind: number }>
  /** Builds the log anew from its archive where it is not live. @throws NothingArchivedError, BrokenLogError */
  restore(archive: Archive, id: string): Promise<'restored' | 'already-live'>
  /** Raises the epoch to `epoch`, once, so that commands of older ones are refused. A tail that finds a fork does it by itself. */
  recover(id: string, epoch: number): Promise<LogReply<K>>
  /** Drops a log that is archived whole; `discard` drops it in any case. */
  evict(id: string, options?: { discard?: boolean }): Promise<'evicted' | 'not-live' | 'not-archived'>
}

/** The logs of one kind with what only their makers use. */
type Opened<K extends LogTypes> = {
  store: Store<K>
  log: Log<K>
  /** Notes in the program's own log where a command had no answer. */
  noted(id: string, reply: LogReply<K>): LogReply<K>
  close(): void
}

/** Opens the logs of one kind on connections that are shared. `tailSize`: entries kept in memory for each followed log. */
export function openLog<K extends LogTypes>(
  shared: Pick<Store<K>, 'redis' | 'logger' | 'metrics' | 'clock'>,
  kind: LogKind<K>,
  subscriptions: Redis,
  tailSize: number,
): Opened<K> {
  const { redis, logger } = shared
  const store: Store<K> = {
    ...shared,
    kind,
    heads: new Heads(),
    turns: new Turns(),
    snapshots: new Snapshots(redis),
    followed: (id) => watch.head(id),
  }
  const pasts = new Heads<Past<K>>()
  const watch = new Watch(store, subscriptions, tailSize, (id, epoch) => recover(store, id, epoch))
  const noted = (id: string, reply: LogReply<K>) => {
    note(logger, idField(kind, id), reply)
    return reply
  }
  const log: Log<K> = {
    execute: async (id, command, options) => noted(id, await execute(store, id, command, options)),
    load: async (id) => {
      const known = watch.head(id) ?? store.heads.get(id)
      const view = await readView(store, id, keysOf(kind, id), known, null)
      if (!view) return null
      store.clock.observe(view.nowMs)
      store.heads.set(id, view.head)
      return { ...view.head, nowMs: view.nowMs }
    },
    loadAt: async (id, untilMs) => {
      const readPage = (fromSeq: number, count: number) => readLog<K>(redis, keysOf(kind, id), fromSeq, count)
      const past = await foldUntil(kind, readPage, pasts.get(id), untilMs)
      if (past) pasts.set(id, past)
      return past
    },
    read: (id, fromSeq, count) => readLog(redis, keysOf(kind, id), fromSeq, count),
    watch: (id) => watch.watch(id),
    archiveTo: (archive, id) => archiveTo(store, archive, id),
    restore: (archive, id) => restore(store, archive, id),
    recover: (id, epoch) => recover(store, id, epoch),
    evict: (id, options) => evict(store, id, options),
  }
  return { store, log, noted, close: () => watch.close() }
}

/** An answer that never came is in the program's log with its reason. While the store is known to be away, that is said once instead. */
function note<K extends LogTypes>(logger: Logger, about: Record<string, string>, reply: LogReply<K>): void {
  if (isAnswered(reply)) return
  const { code, why } = reply.refusal
  logger[code === 'UNCERTAIN' ? 'warn' : 'debug']({ ...about, code, why }, 'a live log command was not answered')
}

/**
 * Begins a log with its first entry. Asked again for the same, it gives the first answer.
 * @param asked what is the same when it is asked again: without the actor, since whoever asks is given the first answer
 */
export async function begin<K extends LogTypes>(
  store: Store<K>,
  id: string,
  first: K['Draft'],
  asked: object,
  by: string,
): Promise<LogReply<K>> {
  const { kind } = store
  const stamp = { by, cmd: 'store.create', sum: sumOf(asked) }
  const reply = await runCommit<K>(store.redis, keysOf(kind, id), {
    expected: { mode: 'new', seq: 0, link: GENESIS_LINK, token: '' },
    epoch: null,
    commandId: stamp.cmd,
    sum: stamp.sum,
    window: { fromMs: null, untilMs: null },
    drafts: [first],
    stamp,
    change: kind.changeBy(null, [first], stamp),
  })
  switch (reply.tag) {
    // Something is left of a log that is not live, or a restore is building it.
    case 'CONFLICT':
      return { ok: false, refusal: kind.refuse('NOT_LIVE'), seq: reply.seq, nowMs: reply.nowMs }
    case 'TOO_EARLY':
    case 'TOO_LATE':
    case 'USE_COMMIT':
      throw new Error(`a first commit cannot answer ${reply.tag}`)
    default:
      return asLogReply(reply, store.clock.nowMs())
  }
}
