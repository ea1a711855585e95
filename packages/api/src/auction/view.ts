import { type AuctionState, stateFor, withoutPool } from '@gavel/auction'
import { seesPool } from '@gavel/auth'
import { auctionArchive, viewOf } from '@gavel/db'
import { archivedAt } from '@gavel/livelog'
import { PRESENT, viewState } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { auctionProcedure } from '../trpc.ts'
import { seenUntil } from './sight.ts'

/**
 * A first picture of a room, before its socket has joined. `from`: the live log, or the read model, a moment behind it. `nowMs`: when it
 * stood so, for its deadlines.
 */
export type AuctionPicture = { state: AuctionState; nowMs: number; from: 'log' | 'view' }

/**
 * The public state of a live or finished auction, as late as the asker sees it; null where neither the log nor what is stored of it can be
 * read now. Without its players for people whom the event shows them after the start alone (SHOWS-2).
 */
export const view = auctionProcedure('auction.watch').query(async ({ ctx }): Promise<AuctionPicture | null> => {
  const picture = await pictureOf(ctx.services, ctx.auction.id, await seenUntil(ctx))
  const hidden = picture?.state.phase.is === 'scheduled' && !seesPool(ctx.actor, ctx.event, ctx.subject)
  return picture && hidden ? { ...picture, state: withoutPool(picture.state) } : picture
})

const pictureOf = async (
  { log, mongo, logger }: Services,
  auctionId: string,
  untilMs: number,
): Promise<AuctionPicture | null> => {
  const late = untilMs !== PRESENT
  const live = await (late ? pastPicture(log, auctionId, untilMs) : log.load(auctionId)).catch((error: unknown) => {
    logger.warn({ err: error, auctionId }, 'The live log could not be read: showing what is stored of it')
    return null
  })
  if (live) return { state: stateFor('public', live.state), nowMs: live.nowMs, from: 'log' }
  if (late) {
    const past = await archivedAt(auctionArchive(mongo), auctionId, untilMs)
    return past && { state: stateFor('public', past.state), nowMs: untilMs, from: 'view' }
  }
  const stored = await viewOf(mongo, auctionId)
  return stored && { state: viewState(stored), nowMs: Date.now(), from: 'view' }
}

const pastPicture = async (log: Services['log'], auctionId: string, untilMs: number) => {
  const past = await log.loadAt(auctionId, untilMs)
  return past && { ...past, nowMs: untilMs }
}
