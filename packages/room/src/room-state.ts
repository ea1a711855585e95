import { type AuctionState, evolve, type Owned } from '@gavel/auction'
import type { JoinReply, WireEntry, You } from '@gavel/protocol'

/** Entries kept behind the state: for the log on the screen, and to compare links with a repeated entry. */
const KEPT_ENTRIES = 500

/** What a page holds of one auction: the fold so far and where it stands in the log. */
export type RoomState = {
  auction: AuctionState
  /** The link of the entry at `auction.seq`. */
  link: string
  you: You
  /** The last entries that arrived here, oldest first. */
  recent: readonly WireEntry[]
}

/** `gap`: ask again from where we stand. `fork`: forget everything and ask for a snapshot. */
export type FoldResult = { is: 'folded'; room: RoomState } | { is: 'gap'; from: number } | { is: 'fork' }

type JoinAccepted = Extract<JoinReply, { ok: true }>

/** The room after an accepted join: a snapshot replaces it, entries continue it. */
export function afterJoin(room: RoomState | null, reply: JoinAccepted): FoldResult {
  if ('state' in reply) {
    return { is: 'folded', room: { auction: reply.state, link: reply.link, you: reply.you, recent: [] } }
  }
  if (!room) return { is: 'fork' }
  return afterEntries({ ...room, you: reply.you }, reply.entries)
}

/**
 * The room after a batch of entries. An entry that is already held is compared by its link, never dropped unseen: another link at
 * the same seq means that the log was forked (RESUME-3).
 */
export function afterEntries(room: RoomState, entries: readonly WireEntry[]): FoldResult {
  let { auction, link } = room
  const fresh: WireEntry[] = []
  const owned: Owned = new WeakSet()
  for (const entry of entries) {
    if (entry.seq <= auction.seq) {
      const held = entry.seq === auction.seq ? link : linkOf(room.recent, fresh, entry.seq)
      if (held !== undefined && held !== entry.link) return { is: 'fork' }
      continue
    }
    if (entry.seq > auction.seq + 1) return { is: 'gap', from: auction.seq }
    try {
      auction = evolve(auction, entry, owned)
    } catch {
      return { is: 'fork' }
    }
    link = entry.link
    fresh.push(entry)
  }
  if (fresh.length === 0) return { is: 'folded', room }
  return { is: 'folded', room: { ...room, auction, link, recent: [...room.recent, ...fresh].slice(-KEPT_ENTRIES) } }
}

function linkOf(recent: readonly WireEntry[], fresh: readonly WireEntry[], seq: number): string | undefined {
  return (fresh.find((entry) => entry.seq === seq) ?? recent.find((entry) => entry.seq === seq))?.link
}
