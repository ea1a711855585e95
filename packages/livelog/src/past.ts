import type { Archive } from '@gavel/db'
import { AUCTIONS, type AuctionLog } from './auctions.ts'
import { type LogEntry, readEntry } from './body.ts'
import type { Head } from './head.ts'
import type { LogKind, LogTypes } from './kind.ts'

/** A log as it stood at some moment. `atMs`: the latest stamp of the entries that are folded. */
export type Past<K extends LogTypes = AuctionLog> = Head<K> & { atMs: number }

type Read<K extends LogTypes> = (fromSeq: number, count: number) => Promise<readonly LogEntry<K>[]>

const PAGE = 1_000

/**
 * The entries of a page of a log up to a moment: all before the first that is younger, whatever those after it say. A log's very first entry
 * belongs to every past (LATE-3).
 */
export const stampedBy = <E extends { seq: number; atMs: number }>(entries: readonly E[], untilMs: number): E[] => {
  const young = entries.findIndex(({ seq, atMs }) => seq > 1 && atMs > untilMs)
  return young < 0 ? [...entries] : entries.slice(0, young)
}

/**
 * Folds a log over the entries that were {@link stampedBy} a moment of the store's clock. Null where there is no log.
 * @param known an earlier answer, from which it goes on where that still lies on the log
 */
export async function foldUntil<K extends LogTypes>(
  kind: LogKind<K>,
  read: Read<K>,
  known: Past<K> | null,
  untilMs: number,
): Promise<Past<K> | null> {
  let past = known && known.atMs <= untilMs ? known : null
  let checked = past === null
  for (;;) {
    // The last entry that is held comes along: its link tells whether the log is still the same one (FORK-1).
    const fromSeq = past ? past.state.seq + (checked ? 1 : 0) : 1
    let page = await read(fromSeq, PAGE)
    const more = page.length === PAGE
    if (past && !checked) {
      const [same, ...rest] = page
      checked = true
      if (same?.seq !== past.state.seq || same.link !== past.link) {
        past = null
        continue
      }
      page = rest
    }
    const { length } = stampedBy(
      page.map(({ entry }) => entry),
      untilMs,
    )
    past = after(kind, past, page.slice(0, length))
    if (!more || length < page.length) return past
  }
}

function after<K extends LogTypes>(
  kind: LogKind<K>,
  past: Past<K> | null,
  entries: readonly LogEntry<K>[],
): Past<K> | null {
  const last = entries.at(-1)
  if (!last) return past
  const state = kind.fold(
    entries.map(({ entry }) => entry),
    past?.state ?? null,
  )
  const atMs = entries.reduce((latest, { entry }) => Math.max(latest, entry.atMs), past?.atMs ?? 0)
  return state && { state, link: last.link, atMs }
}

/** An archived log as it stood at `untilMs`; all of it where that is `Infinity`. Null where nothing is archived. */
export const archivedLogAt = <K extends LogTypes>(
  kind: LogKind<K>,
  archive: Archive,
  id: string,
  untilMs: number,
): Promise<Past<K> | null> =>
  foldUntil(kind, (fromSeq, count) => readArchived<K>(archive, id, fromSeq, count), null, untilMs)

/** {@link archivedLogAt} of an auction. */
export const archivedAt = (archive: Archive, auctionId: string, untilMs: number): Promise<Past | null> =>
  archivedLogAt(AUCTIONS, archive, auctionId, untilMs)

/** Up to `count` entries of an archived log from `fromSeq` on, as {@link LogEntry}s. */
export const readArchived = async <K extends LogTypes = AuctionLog>(
  archive: Archive,
  id: string,
  fromSeq: number,
  count: number,
): Promise<LogEntry<K>[]> =>
  (await archive.read(id, fromSeq, count)).map(({ seq, link, body }) => readEntry<K>(seq, link, body))
