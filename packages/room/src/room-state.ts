import { type AuctionState, evolve, type Owned } from '@gavel/auction'
import type { JoinReply, WireEntry, You } from '@gavel/protocol'
import { foldEntries } from './fold-entries.ts'

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

/** The room after a batch of entries. */
export function afterEntries(room: RoomState, entries: readonly WireEntry[]): FoldResult {
  const owned: Owned = new WeakSet()
  const { auction, link, recent } = room
  const result = foldEntries<AuctionState, WireEntry>({ state: auction, link, recent }, entries, (state, entry) =>
    evolve(state, entry, owned),
  )
  if (result.is !== 'folded') return result
  const { held } = result
  if (held.recent === recent) return { is: 'folded', room }
  return { is: 'folded', room: { ...room, auction: held.state, link: held.link, recent: held.recent } }
}
