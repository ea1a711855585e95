import { serveRest } from '@gavel/api'
import { answer } from '../../../../server/answer.ts'
import { boundedBody } from '../../../../server/bounded-body.ts'
import { bearerContextFrom } from '../../../../server/context.ts'

/** The largest body of any operation is far below this. */
const MAX_BODY_BYTES = 256 * 1024
const ROOT = '/api/v1'

/** The REST API, by bearer tokens alone; what it answers is told at /api/docs. */
const handler = (request: Request): Promise<Response> =>
  answer('/api/v1/:path', request, async () => {
    const { pathname, searchParams } = new URL(request.url)
    const { status, headers, body } = await serveRest(await bearerContextFrom(request.headers), {
      method: request.method,
      path: pathname.slice(ROOT.length),
      query: searchParams,
      headers: request.headers,
      body: () => boundedBody(request, MAX_BODY_BYTES),
    })
    return new Response(body, { status, headers })
  })

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT }
