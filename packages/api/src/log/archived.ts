import { entryOf, isSecret, publicBody } from '@gavel/auction'
import { can } from '@gavel/auth'
import { type ArchivedEntry, auctionArchive } from '@gavel/db'
import { stampedBy } from '@gavel/livelog'
import { hidesPool } from '../auction/hidden-pool.ts'
import { seenUntil } from '../auction/sight.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { PRESENT } from '../pool/state-of.ts'
import { auctionAndEvent, authorise } from '../trpc.ts'

/** Entries that one request may ask for. */
export const MAX_LOG_PAGE = 1_000

/** A line of the log as everybody is given it; `body` is the exact string of the public chain (VERIFY-3). */
type PublicLine = { seq: number; body: string }

/**
 * A page of an auction's archived log, from `fromSeq` on. Ids in it are opaque; names live elsewhere. What no audience is given stands in it
 * by its place alone (VERIFY-7), but for those who compare the stores.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN
 */
export const readArchivedLog = async (
  ctx: Context,
  auctionId: string,
  fromSeq: number,
  limit: number,
): Promise<ArchivedEntry[]> => {
  const { rows, whole } = await archivedPage(ctx, auctionId, fromSeq, limit)
  if (whole) return rows
  return rows.map((row) => (isSecret(row.seq, row.body) ? { ...row, body: publicBody(row.seq, row.body) } : row))
}

/**
 * The same page as the public chain has it, for everybody who may read the log.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN
 */
export const readPublicLog = async (
  ctx: Context,
  auctionId: string,
  fromSeq: number,
  limit: number,
): Promise<PublicLine[]> => {
  const { rows } = await archivedPage(ctx, auctionId, fromSeq, limit)
  return rows.map(({ seq, body }) => ({ seq, body: publicBody(seq, body) }))
}

const archivedPage = async (ctx: Context, auctionId: string, fromSeq: number, limit: number) => {
  const found = await auctionAndEvent(ctx, auctionId)
  authorise(ctx.actor, 'log.read', found.subject)
  // The log names the players, by their ids.
  if (await hidesPool({ ...ctx, ...found })) throw new AppError('AUTH.FORBIDDEN')
  const untilMs = await seenUntil({ ...ctx, ...found })
  const page = await auctionArchive(ctx.services.mongo).read(auctionId, fromSeq, Math.min(limit, MAX_LOG_PAGE))
  const late = untilMs !== PRESENT
  const entries = late ? page.map(({ seq, body }) => entryOf(seq, body)) : []
  const rows = late ? page.slice(0, stampedBy(entries, untilMs).length) : page
  return { rows, whole: can(ctx.actor, 'log.secrets', found.subject) }
}
