import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Archive } from '@gavel/db'
import type { Redis } from 'ioredis'
import { cursorText } from './archive.ts'
import { GENESIS_HASH, type LogEntry, nextHash, readEntry, sumOf } from './body.ts'
import { onlyEpoch } from './change.ts'
import { runCommit } from './commit.ts'
import { read, readAll } from './connection.ts'
import { BrokenLogError, LogUnavailableError, NothingArchivedError } from './errors.ts'
import { advance, type Head } from './head.ts'
import { keysOf, type LogKeys } from './keys.ts'
import { type CommandStamp, type EntryOf, type LogKind, type LogTypes, nameOf } from './kind.ts'
import { asLogReply, type LogReply, type ScriptReply } from './reply.ts'
import { snapshotText } from './snapshot.ts'
import type { Store } from './store.ts'

const RESTORE_BATCH = 500
/** A restore that does not renew its fence for so long is dead, and another may begin. */
const FENCE_MS = 30_000
const WAIT_FOR_OTHER_MS = 60_000

/**
 * Builds a log in Redis from its archive, where none is live: the entries, what `seen` held, the fold, and `Recovered` with the next
 * epoch, so that commands from before are refused (RESTORE-1 to RESTORE-3). Only the last step makes the log live.
 * @throws NothingArchivedError, BrokenLogError where the archive's chain is broken, LogUnavailableError
 */
export async function restore<K extends LogTypes>(
  store: Store<K>,
  archive: Archive,
  id: string,
): Promise<'restored' | 'already-live'> {
  const keys = keysOf(store.kind, id)
  const token = randomBytes(12).toString('hex')
  // Asked before the fence, which would keep out whoever begins this log in the same moment.
  await lastArchived(store.kind, archive, id)
  if (!(await fenced(store.redis, keys, token))) return 'already-live'
  const { redis } = store
  try {
    await read(redis, () => redis.del(keys.log, keys.seen, keys.snapshot, keys.archived))
    const head = await copy(store, archive, id, keys, token)
    const reply = await begin(store, keys, head, token)
    if (reply.tag === 'OK') return 'restored'
    throw new LogUnavailableError(`the restored log could not be made live: ${reply.tag}`)
  } finally {
    if ((await redis.get(keys.fence).catch(() => null)) === token) await redis.del(keys.fence).catch(() => {})
  }
}

/** Takes the fence; false where the log is live, or becomes live while another restore holds the fence. */
async function fenced(redis: Redis, keys: LogKeys, token: string): Promise<boolean> {
  const patienceEnds = performance.now() + WAIT_FOR_OTHER_MS
  for (;;) {
    if (await read(redis, () => redis.exists(keys.state))) return false
    if (await read(redis, () => redis.set(keys.fence, token, 'PX', FENCE_MS, 'NX'))) {
      // The other restore may have finished between the two questions.
      if (!(await read(redis, () => redis.exists(keys.state)))) return true
      await read(redis, () => redis.del(keys.fence))
      return false
    }
    if (performance.now() > patienceEnds) throw new LogUnavailableError('another restore holds the fence')
    await delay(100)
  }
}

async function copy<K extends LogTypes>(
  { kind, redis }: Store<K>,
  archive: Archive,
  id: string,
  keys: LogKeys,
  token: string,
): Promise<Head<K>> {
  const name = nameOf(kind, id)
  const last = await lastArchived(kind, archive, id)
  let head: Head<K> | null = null
  let hash = GENESIS_HASH
  const seen = new Map<string, { sum: string; seq: number; count: number }>()
  for (let seq = 1; seq <= last.seq; seq += RESTORE_BATCH) {
    const rows = await archive.read(id, seq, Math.min(RESTORE_BATCH, last.seq - seq + 1))
    const entries: LogEntry<K>[] = rows.map((row, i) => {
      hash = nextHash(hash, row.body)
      if (row.seq !== seq + i || row.hash !== hash)
        throw new BrokenLogError(name, row.seq, 'its hash does not follow from the archived entry before it')
      return readEntry<K>(row.seq, row.link, row.body)
    })
    head = advance(kind, id, head, entries)
    for (const { entry } of entries) {
      const known = seen.get(entry.cmd)
      if (!entry.cmd.startsWith('store.hold.'))
        seen.set(entry.cmd, { sum: entry.sum, seq: entry.seq, count: (known?.count ?? 0) + 1 })
    }
    if ((await read(redis, () => redis.get(keys.fence))) !== token)
      throw new LogUnavailableError('another restore took the fence over')
    await readAll(redis, () => {
      const pipeline = redis.pipeline().pexpire(keys.fence, FENCE_MS)
      for (const { seq: at, link, body } of entries) pipeline.xadd(keys.log, `${at}-0`, 'b', body, 'l', link)
      return pipeline
    })
  }
  if (head?.state.seq !== last.seq) throw new BrokenLogError(name, last.seq, 'archived entries are missing')
  await readAll(redis, () => {
    const pipeline = redis.pipeline()
    for (const [cmd, { sum, seq, count }] of seen) pipeline.hset(keys.seen, cmd, `${sum}:${seq}:${count}`)
    if (head) pipeline.set(keys.snapshot, snapshotText(head))
    return pipeline.set(keys.archived, cursorText({ ...last, hash }))
  })
  return head
}

type Last = NonNullable<Awaited<ReturnType<Archive['last']>>>

async function lastArchived<K extends LogTypes>(kind: LogKind<K>, archive: Archive, id: string): Promise<Last> {
  const last = await archive.last(id)
  if (!last) throw new NothingArchivedError(`the archive holds nothing of ${nameOf(kind, id)}`)
  return last
}

async function begin<K extends LogTypes>(
  { kind, redis }: Store<K>,
  keys: LogKeys,
  { state, link }: Head<K>,
  token: string,
): Promise<ScriptReply<K>> {
  const { draft, stamp } = recovery(kind, state.epoch + 1)
  const entry: EntryOf<K> = { ...draft, ...stamp, atMs: 0, seq: state.seq + 1 }
  return runCommit(redis, keys, {
    expected: { mode: 'new', seq: state.seq, link, token },
    epoch: null,
    commandId: stamp.cmd,
    sum: stamp.sum,
    window: { fromMs: null, untilMs: null },
    drafts: [draft],
    stamp,
    change: kind.changeToBuild(kind.fold([entry], state) ?? state),
  })
}

/**
 * Raises a live log's epoch to `epoch` by a `Recovered` entry, so that commands meant for a lost branch are refused (FORK-2). Doing it twice,
 * or from two instances, does it once.
 */
export async function recover<K extends LogTypes>(store: Store<K>, id: string, epoch: number): Promise<LogReply<K>> {
  const { draft, stamp } = recovery(store.kind, epoch)
  const reply = await runCommit<K>(store.redis, keysOf(store.kind, id), {
    expected: { mode: 'any' },
    epoch: epoch - 1,
    commandId: stamp.cmd,
    sum: stamp.sum,
    window: { fromMs: null, untilMs: null },
    drafts: [draft],
    stamp,
    change: onlyEpoch(epoch),
  })
  switch (reply.tag) {
    case 'CONFLICT':
    case 'TOO_EARLY':
    case 'TOO_LATE':
    case 'USE_COMMIT':
      throw new Error(`an unconditional commit cannot answer ${reply.tag}`)
    default:
      return asLogReply(reply, store.clock.nowMs())
  }
}

function recovery<K extends LogTypes>(kind: LogKind<K>, epoch: number): { draft: K['Draft']; stamp: CommandStamp } {
  const by = 'system'
  const sum = sumOf({ type: 'Recover', by, epoch })
  return { draft: kind.recovered(epoch), stamp: { by, cmd: `store.recover.${epoch}`, sum } }
}
