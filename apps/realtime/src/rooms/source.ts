import type { Archive } from '@gavel/db'
import {
  type AuctionLog,
  archivedLogAt,
  type Log,
  type LogEntry,
  type LogKind,
  type LogTypes,
  NotLiveError,
  readArchived,
  type Tail,
} from '@gavel/livelog'
import { type LateParts, LateTail } from './late.ts'

/** Where a room reads its auction or match: the live log's tail, or what the archive holds of it (JOIN-2); as it stands, or as it stood (LATE-3). */
export type Source<K extends LogTypes = AuctionLog> = {
  readonly state: K['State']
  readonly seq: number
  readonly link: string
  since(seq: number | null, link: string | null): { entries: readonly LogEntry<K>[] } | { state: K['State'] }
  /** The moment that is shown, by the store's clock. */
  nowMs(): number
}

/** What a source tells whoever follows it. */
type Followers<K extends LogTypes> = { entries: (entries: readonly LogEntry<K>[]) => void; rewind: () => void }

/** The logs of one kind, and where they are kept for ever. */
export type Logs<K extends LogTypes> = { kind: LogKind<K>; log: Log<K>; archive: Archive }

/** `live`: it is read from the live log, which takes commands. */
export type Opened<K extends LogTypes = AuctionLog> = {
  source: Source<K>
  live: boolean
  follow(followers: Followers<K>): void
  close(): void
}

/** Opens a log, live if it is; null where there is none of this id. */
export async function openSource<K extends LogTypes>(logs: Logs<K>, id: string): Promise<Opened<K> | null> {
  const live = await openLive(logs.log, id)
  if (live) return live
  // It is read once for each time that its room is opened.
  const archived = await archivedLogAt(logs.kind, logs.archive, id, Number.POSITIVE_INFINITY)
  return archived && standingStill(archived.state, archived.link, Date.now)
}

/** Opens a log that is live; null where it is not. Rejects while the live store is away. */
export async function openLive<K extends LogTypes>(log: Log<K>, id: string): Promise<Opened<K> | null> {
  const tail = await tailOf(log, id)
  return (
    tail && {
      source: tail,
      live: true,
      follow({ entries, rewind }) {
        tail.on('entries', entries)
        tail.on('rewind', rewind)
      },
      close: () => tail.close(),
    }
  )
}

/** Opens a log as it was `delayMs` ago, live if it is; null where there is none of this id. */
export async function openLate<K extends LogTypes>(
  { kind, log, archive }: Logs<K>,
  id: string,
  delayMs: number,
): Promise<Opened<K> | null> {
  const tail = await tailOf(log, id)
  const parts: LateParts<K> = tail
    ? {
        kind,
        tail,
        loadAt: (untilMs: number) => log.loadAt(id, untilMs),
        read: (fromSeq: number, count: number) => log.read(id, fromSeq, count),
        nowMs: () => tail.nowMs(),
      }
    : {
        kind,
        tail,
        loadAt: (untilMs: number) => archivedLogAt(kind, archive, id, untilMs),
        read: (fromSeq: number, count: number) => readArchived<K>(archive, id, fromSeq, count),
        nowMs: Date.now,
      }
  const late = await LateTail.open(parts, delayMs).catch((error: unknown) => {
    tail?.close()
    throw error
  })
  if (!late) {
    tail?.close()
    return null
  }
  return {
    source: late,
    live: tail !== null,
    follow({ entries, rewind }) {
      late.onEntries(entries)
      late.onRewind(rewind)
    },
    close: () => late.close(),
  }
}

async function tailOf<K extends LogTypes>(log: Log<K>, id: string): Promise<Tail<K> | null> {
  try {
    return await log.watch(id)
  } catch (error) {
    if (error instanceof NotLiveError) return null
    throw error
  }
}

/** A log that nothing is added to. */
export function standingStill<K extends LogTypes>(state: K['State'], link: string, nowMs: () => number): Opened<K> {
  const { seq } = state
  return {
    source: {
      state,
      seq,
      link,
      since: (held, heldLink) => (held === seq && heldLink === link ? { entries: [] } : { state }),
      nowMs,
    },
    live: false,
    follow() {},
    close() {},
  }
}
