import { appRouter } from '@gavel/api'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'
import { isTooLong } from '../../../../server/declared-length.ts'

/** Procedures asked for in one request; a page needs a handful. */
const MAX_BATCH = 20
/** The largest form is far below this. */
const MAX_BODY_BYTES = 256 * 1024
/** Lists of players, and matches: at most 32 MB, in base64. */
const MAX_LIST_BYTES = 48 * 1024 * 1024
const TAKES_LISTS = new Set(['players.preview', 'players.import', 'rehearsal.create', 'match.import'])

const tooLarge = () =>
  Response.json({ error: { code: 'TOO_LARGE', message: 'That is too large to be read.' } }, { status: 413 })

type RouteContext = { params: Promise<{ trpc: string }> }

const handler = (request: Request, { params }: RouteContext): Promise<Response> =>
  answer('/api/trpc', request, async () => {
    const context = await contextFrom(request.headers)
    const takesList =
      context.actor.userId !== null && (await params).trpc.split(',').some((path) => TAKES_LISTS.has(path))
    if (isTooLong(request.headers, takesList ? MAX_LIST_BYTES : MAX_BODY_BYTES)) return tooLarge()
    return fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      createContext: () => context,
      maxBatchSize: MAX_BATCH,
    })
  })

export { handler as GET, handler as POST }
