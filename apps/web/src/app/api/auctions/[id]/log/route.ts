import { MAX_LOG_PAGE, readArchivedLog } from '@gavel/api'
import { z } from 'zod'
import { answer } from '../../../../../server/answer.ts'
import { contextFrom } from '../../../../../server/context.ts'

const query = z.object({
  from: z.coerce.number().int().min(1).max(1e12).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_LOG_PAGE).default(MAX_LOG_PAGE),
})

/**
 * The archived log of an auction, for anyone to verify: an array of `{seq, link, body, hash}` in order, from `?from=` on, at most
 * `?limit=`. Ask again from the last seq + 1 until the array is empty. The chain is defined in docs/spec.
 */
export const GET = (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
  answer('/api/auctions/:id/log', request, async () => {
    const given = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!given.success)
      return Response.json(
        { error: { code: 'BAD_REQUEST', message: `“from” is a seq, “limit” at most ${MAX_LOG_PAGE}.` } },
        { status: 400 },
      )
    const { from, limit } = given.data
    const entries = await readArchivedLog(await contextFrom(request.headers), (await params).id, from, limit)
    return Response.json(entries, { headers: { 'cache-control': 'no-store' } })
  })
