import { auctionCompleted } from '@gavel/api'
import { stateFor } from '@gavel/auction'
import {
  type Auction,
  auctionArchive,
  auctionById,
  eventById,
  forgetAuction,
  moveEvent,
  saveView,
  setAuctionArchived,
  setAuctionProof,
  setAuctionStatus,
} from '@gavel/db'
import { type AuctionLog, publicProof } from '@gavel/livelog'
import type { ArchiverParts, Followed } from './follower.ts'

/** Whoever created the auction makes its log right after; one that is still missing then was cut short by a crash. */
const LATE_CREATE_MS = 10_000
/** More than a room can write between two looks at it. */
const LATE_ENTRIES = 2_000

/** An auction whose log is followed: its read model, its status and that of its event, and what is published of its end. */
export function followedAuction({ mongo, log }: ArchiverParts, auction: Auction): Followed<AuctionLog> {
  const { id, eventId } = auction
  const archive = auctionArchive(mongo)
  /** Null until it is known. */
  let isSandbox: boolean | null = null
  return {
    ...{ id, log, archive },
    prepare: async () => {
      isSandbox ??= ((await eventById(mongo, eventId))?.sandboxOf ?? null) !== null
    },
    isRunning: ({ phase }) => phase.is === 'running' || phase.is === 'paused',
    isOver: ({ phase }) => phase.is === 'ended',
    show: async (state) => {
      const players = Object.values(state.players)
      await saveView(mongo, {
        auctionId: id,
        seq: state.seq,
        state: JSON.stringify(stateFor('public', state)),
        phase: state.phase.is,
        sold: players.filter(({ status }) => status.is === 'sold').length,
        unsold: players.filter(({ status }) => status.is === 'unsold').length,
        updatedAtMs: Date.now(),
      })
      await setAuctionStatus(mongo, id, state.phase.is)
      if (state.phase.is === 'running' || state.phase.is === 'paused')
        await moveEvent(mongo, eventId, ['draft', 'published'], 'live')
      if (state.phase.is === 'ended') await moveEvent(mongo, eventId, ['draft', 'published', 'live'], 'finished')
    },
    finish: async ({ seq }) => {
      // Before it is no longer live: a crash in between only makes the proof again.
      const proof = await publicProof(archive, id, auction.proof)
      if (proof) await setAuctionProof(mongo, id, proof)
      await setAuctionArchived(mongo, id, Date.now(), auctionCompleted(seq))
      return true
    },
    begin: async () => {
      if (Date.now() - auction.createdAtMs > LATE_CREATE_MS) await log.create(id, auction.rules, 'system')
    },
    // Anything but a sandbox is left alone, whatever became of its auction (SANDBOX-5).
    wipe: async (seq) => {
      if (!isSandbox || (await auctionById(mongo, id))) return
      await log.evict(id, { discard: true })
      await forgetAuction(mongo, id, seq + LATE_ENTRIES)
    },
  }
}
