import { MAX_LOG_PAGE, type readArchivedLog } from '@gavel/api'
import { z } from 'zod'
import { answer } from './answer.ts'
import { contextFrom } from './context.ts'

type Read = (...given: Parameters<typeof readArchivedLog>) => Promise<readonly unknown[]>

const query = z.object({
  from: z.coerce.number().int().min(1).max(1e12).default(1),
  limit: z.coerce.number().int().min(1).max(MAX_LOG_PAGE).default(MAX_LOG_PAGE),
})

/** A route that gives an auction's archived log in pages: from `?from=` on, at most `?limit=` lines. `route` names it in logs and metrics. */
export const logPages =
  (route: string, read: Read) =>
  (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
    answer(route, request, async () => {
      const given = query.safeParse(Object.fromEntries(new URL(request.url).searchParams))
      if (!given.success)
        return Response.json(
          { error: { code: 'BAD_REQUEST', message: `“from” is a seq, “limit” at most ${MAX_LOG_PAGE}.` } },
          { status: 400 },
        )
      const { from, limit } = given.data
      const lines = await read(await contextFrom(request.headers), (await params).id, from, limit)
      return Response.json(lines, { headers: { 'cache-control': 'no-store' } })
    })
