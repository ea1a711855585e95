import { metrics } from '@gavel/config'
import { listLiveAuctions } from '@gavel/db'
import { ForkedArchiveError } from '@gavel/livelog'
import { type ArchiverParts, Follower } from './follower.ts'

export type Archiver = {
  /** Rejects where no sweep has succeeded for a while, for readiness. */
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** Odd, so that several workers do not sweep at the same moments for ever. */
const SWEEP_MS = 1_009
const STALE_MS = 15_000

/**
 * Follows every auction that MongoDB calls live, for ever: what is sold outlives Redis (ARCH-1). Where archive and log differ, that one
 * auction is given up with an alarm (ARCH-3), and the others go on.
 */
export const startArchiver = (parts: ArchiverParts): Archiver => {
  const { mongo, logger } = parts
  const followers = new Map<string, Follower>()
  const forked = new Set<string>()
  let failing = false
  let sweptAtMs = Date.now()
  let closed = false

  const forget = async (auctionId: string) => {
    await followers.get(auctionId)?.close()
    followers.delete(auctionId)
  }

  const turn = async (auctionId: string, follower: Follower): Promise<void> => {
    try {
      if (await follower.turn()) await forget(auctionId)
    } catch (error) {
      if (!(error instanceof ForkedArchiveError)) throw error
      forked.add(auctionId)
      metrics.archiveForked.set(forked.size)
      logger.fatal({ err: error, auctionId }, 'An archive and its live log differ: archiving it has stopped')
      await forget(auctionId)
    }
  }

  const sweep = async (): Promise<void> => {
    const live = await listLiveAuctions(mongo)
    const known = new Set(live.map(({ id }) => id))
    for (const auctionId of followers.keys()) if (!known.has(auctionId)) await forget(auctionId)
    for (const auction of live)
      if (!followers.has(auction.id) && !forked.has(auction.id)) followers.set(auction.id, new Follower(parts, auction))
    const turns = await Promise.allSettled([...followers].map(([auctionId, follower]) => turn(auctionId, follower)))
    metrics.archiveLag.set([...followers.values()].reduce((sum, { behind }) => sum + behind, 0))
    const failed = turns.find((result) => result.status === 'rejected')
    if (failed) throw failed.reason
  }

  const sweepAndSay = async (): Promise<void> => {
    try {
      await sweep()
      sweptAtMs = Date.now()
      if (failing) logger.info('Archiving goes on')
      failing = false
    } catch (error) {
      // Once per outage: the sweep runs every second.
      if (!failing) logger.warn({ err: error }, 'Archiving waits for its stores')
      failing = true
    }
  }

  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  const loop = () => {
    running = sweepAndSay().finally(() => {
      if (!closed) timer = setTimeout(loop, SWEEP_MS)
    })
  }
  loop()

  return {
    ping: async () => {
      if (Date.now() - sweptAtMs > STALE_MS) throw new Error('nothing could be archived for a while')
    },
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await running
      for (const auctionId of [...followers.keys()]) await forget(auctionId)
    },
  }
}
