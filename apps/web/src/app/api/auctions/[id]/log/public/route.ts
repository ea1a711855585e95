import { readPublicLog } from '@gavel/api'
import { logPages } from '../../../../../../server/log-pages.ts'

/**
 * The archived log of an auction as everybody is given it: an array of `{seq, body}` in order, from `?from=` on, at most `?limit=`. Ask again
 * from the last seq + 1 until the array is empty. The public chain is over these bodies (docs/spec/lists.md).
 */
export const GET = logPages('/api/auctions/:id/log/public', readPublicLog)
