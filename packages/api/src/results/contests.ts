import type { VisibleEntry } from '@gavel/auction'
import { shownPlayers } from '../auction/hidden-pool.ts'
import { seenUntil } from '../auction/sight.ts'
import { PRESENT } from '../pool/state-of.ts'
import { auctionProcedure } from '../trpc.ts'
import { entriesOf } from './entries.ts'

/** How one lot was fought for. `seq`: where it opened, for a link to the moment. `tookMs`: from its call to its end, pauses included. */
export type Contest = { lot: number; playerId: string; seq: number; bids: number; teams: number; tookMs: number }

/** Finished auctions whose contests are kept, so that a room full of people after the last hammer reads the log once. */
const MOST_KEPT = 20
const kept = new Map<string, readonly Contest[]>()

/** The lots of a log that have ended, in the order of their calls, with how they were fought for (RESULT-3). Bids that were taken back do not count. */
export const contestsOf = (entries: readonly VisibleEntry[]): Contest[] => {
  type Open = Omit<Contest, 'teams' | 'bids' | 'tookMs'> & { by: string[]; atMs: number; endMs: number | null }
  const lots = new Map<number, Open>()
  for (const entry of entries) {
    if (entry.type === 'LotOpened') {
      const { lot, player, seq, atMs } = entry
      lots.set(lot, { lot, playerId: player, seq, by: [], atMs, endMs: null })
    }
    if (!('lot' in entry)) continue
    const open = lots.get(entry.lot)
    if (!open) continue
    if (entry.type === 'BidPlaced') open.by.push(entry.team)
    if (entry.type === 'BidRetracted') open.by.pop()
    if (entry.type === 'LotSold' || entry.type === 'LotUnsold') open.endMs = entry.atMs
    if (entry.type === 'LotReopened') open.endMs = null
  }
  return [...lots.values()].flatMap(({ by, atMs, endMs, ...lot }) =>
    endMs === null ? [] : [{ ...lot, bids: by.length, teams: new Set(by).size, tookMs: endMs - atMs }],
  )
}

/** How the lots of an auction were fought for, so far or in the end. Nothing while the event keeps its pool to itself. */
export const contests = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<readonly Contest[]> => {
  const { services, auction } = ctx
  if (await shownPlayers(ctx)) return []
  const untilMs = await seenUntil(ctx)
  const settled = auction.archivedAtMs !== null && untilMs === PRESENT
  const known = settled ? kept.get(auction.id) : undefined
  if (known) return known
  const found = contestsOf(await entriesOf(services, auction.id, untilMs))
  if (settled) {
    kept.set(auction.id, found)
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest)
  }
  return found
})
