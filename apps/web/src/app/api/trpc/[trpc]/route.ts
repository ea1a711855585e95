import { appRouter } from '@gavel/api'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'

/** Procedures asked for in one request; a page needs a handful. */
const MAX_BATCH = 20
/** A list of players is the largest lawful request. */
const MAX_BODY_BYTES = 64 * 1024 * 1024

const handler = (request: Request): Promise<Response> =>
  answer('/api/trpc', request, async () => {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
      return Response.json({ error: { code: 'TOO_LARGE', message: 'That is too large.' } }, { status: 413 })
    return fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      createContext: () => contextFrom(request.headers),
      maxBatchSize: MAX_BATCH,
    })
  })

export { handler as GET, handler as POST }
