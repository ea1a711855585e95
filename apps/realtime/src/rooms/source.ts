import { type AuctionState, type Entry, evolve, type Owned } from '@gavel/auction'
import type { Archive } from '@gavel/db'
import { type LiveLog, type LogEntry, NotLiveError, type Tail } from '@gavel/livelog'

/** Where a room reads its auction: the live log's tail, or what the archive holds of it (JOIN-2). */
export type Source = {
  readonly state: AuctionState
  readonly seq: number
  readonly link: string
  since(seq: number | null, link: string | null): { entries: readonly LogEntry[] } | { state: AuctionState }
  nowMs(): number
}

/** `tail` is null where the auction is read from the archive. */
export type Opened = { source: Source; tail: Tail | null }

/** Opens an auction, live if it is; null where there is no such auction. */
export async function openSource(log: LiveLog, archive: Archive, auctionId: string): Promise<Opened | null> {
  const live = await openLive(log, auctionId)
  if (live) return live
  const archived = await readArchive(archive, auctionId)
  return archived && { source: archived, tail: null }
}

/** Opens an auction that is live; null where it is not. Rejects while the live store is away. */
export async function openLive(log: LiveLog, auctionId: string): Promise<Opened | null> {
  try {
    const tail = await log.watch(auctionId)
    return { source: tail, tail }
  } catch (error) {
    if (error instanceof NotLiveError) return null
    throw error
  }
}

const PAGE = 1_000

/** Folds an archived log. It is read once for each time that its room is opened. */
async function readArchive(archive: Archive, auctionId: string): Promise<Source | null> {
  let state: AuctionState | null = null
  let link = ''
  const owned: Owned = new WeakSet()
  for (;;) {
    const from = (state?.seq ?? 0) + 1
    const rows = await archive.read(auctionId, from, PAGE)
    for (const row of rows) {
      state = evolve(state, { ...(JSON.parse(row.body) as Omit<Entry, 'seq'>), seq: row.seq } as Entry, owned)
      link = row.link
    }
    if (rows.length < PAGE) break
  }
  return state && standingStill(state, link)
}

/** An auction that nothing is added to. */
export function standingStill(state: AuctionState, link: string): Source {
  const { seq } = state
  return {
    state,
    seq,
    link,
    since: (held, heldLink) => (held === seq && heldLink === link ? { entries: [] } : { state }),
    nowMs: Date.now,
  }
}
