import { metrics } from '@gavel/config'
import { listLiveAuctions, listLiveMatches } from '@gavel/db'
import { ForkedArchiveError } from '@gavel/livelog'
import { followedAuction } from './auction.ts'
import { type ArchiverParts, Follower, type Following } from './follower.ts'
import { followedMatch } from './match.ts'

export type Archiver = {
  /** Rejects where no sweep has succeeded for a while, for readiness. */
  ping: () => Promise<void>
  close: () => Promise<void>
}

/** Odd, so that several workers do not sweep at the same moments for ever. */
const SWEEP_MS = 1_009
const STALE_MS = 15_000

/** What is to be followed, and how it is begun, by a name that nothing else has. */
type Live = Map<string, () => Following>

const listLive = async (parts: ArchiverParts): Promise<Live> => {
  const { mongo, logger } = parts
  const [auctions, matches] = await Promise.all([listLiveAuctions(mongo), listLiveMatches(mongo)])
  const live: Live = new Map()
  for (const auction of auctions)
    live.set(`auction ${auction.id}`, () => new Follower(followedAuction(parts, auction), logger))
  for (const match of matches) live.set(`match ${match.id}`, () => new Follower(followedMatch(parts, match), logger))
  return live
}

/**
 * Follows every auction and every match that MongoDB calls live, for ever: what is sold and what is scored outlives Redis (ARCH-1). Where
 * archive and log differ, that one log is given up with an alarm (ARCH-3), and the others go on.
 */
export const startArchiver = (parts: ArchiverParts): Archiver => {
  const { logger } = parts
  const followers = new Map<string, Following>()
  const forked = new Set<string>()
  let failing = false
  let sweptAtMs = Date.now()
  let closed = false

  const forget = async (name: string) => {
    await followers.get(name)?.close()
    followers.delete(name)
  }

  const turn = async (name: string, follower: Following): Promise<void> => {
    try {
      if (await follower.turn()) await forget(name)
    } catch (error) {
      if (!(error instanceof ForkedArchiveError)) throw error
      forked.add(name)
      metrics.archiveForked.set(forked.size)
      logger.fatal({ err: error, log: name }, 'An archive and its live log differ: archiving it has stopped')
      await forget(name)
    }
  }

  const sweep = async (): Promise<void> => {
    const live = await listLive(parts)
    for (const [name, follower] of [...followers]) {
      if (live.has(name)) continue
      await forget(name)
      await follower.wipe()
    }
    for (const [name, begin] of live) if (!followers.has(name) && !forked.has(name)) followers.set(name, begin())
    const turns = await Promise.allSettled([...followers].map(([name, follower]) => turn(name, follower)))
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
      for (const [name, follower] of [...followers]) {
        await forget(name)
        // A store that is away has nothing that could be taken out now, and the sweeper of sandboxes comes again.
        await follower.wipe().catch(() => {})
      }
    },
  }
}
