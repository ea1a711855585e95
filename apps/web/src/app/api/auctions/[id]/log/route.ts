import { readArchivedLog } from '@gavel/api'
import { logPages } from '../../../../../server/log-pages.ts'

/**
 * The archived log of an auction, for anyone to verify: an array of `{seq, link, body, hash}` in order, from `?from=` on, at most
 * `?limit=`. Ask again from the last seq + 1 until the array is empty. The chain is defined in docs/spec.
 */
export const GET = logPages('/api/auctions/:id/log', readArchivedLog)
