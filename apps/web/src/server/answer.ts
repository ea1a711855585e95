import 'server-only'
import { AppError, auditRefusal } from '@gavel/api'
import { createLogger, metrics, REQUEST_ID_HEADER, requestIdFrom, withRequestId } from '@gavel/config'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { contextFrom } from './context.ts'
import { isForeign } from './same-origin.ts'

const logger = createLogger('web')

/** An expected refusal as JSON, with the HTTP status of its kind. */
const refused = (error: AppError): Response =>
  Response.json(
    { error: { code: error.code, message: error.message, detail: error.detail } },
    {
      status: getHTTPStatusCodeFromError(new TRPCError({ code: error.trpcCode })),
      headers: error.code === 'LIMIT.TOO_MANY' ? { 'retry-after': String(error.detail.seconds) } : {},
    },
  )

/** Keeps in the audit that somebody signed in was refused; where that fails, the refusal stands all the same. */
const noteRefusal = async (route: string, request: Request): Promise<void> => {
  try {
    await auditRefusal(await contextFrom(request.headers), `${request.method} ${route}`, new URL(request.url).pathname)
  } catch (error) {
    logger.error({ err: error, route }, 'The audit could not be written')
  }
}

/** What answers are no pages of: a browser that is sent to one runs and frames nothing of it (GUARD-2). */
const NO_PAGE = "default-src 'none'; frame-ancestors 'none'"

const foreign = (): Response => {
  const message = 'This was sent by a page of another site. Open Gavel itself and do it there.'
  return Response.json({ error: { code: 'CROSS_SITE', message } }, { status: 403 })
}

/** Serves one request: refuses what another site's page sends, gives it an id, answers refusals in words, keeps what a bug has to say for the log, and counts. */
export const answer = (route: string, request: Request, work: () => Promise<Response>): Promise<Response> => {
  const requestId = requestIdFrom(request.headers.get(REQUEST_ID_HEADER))
  return withRequestId(requestId, async () => {
    const done = isForeign(request) ? Promise.resolve(foreign()) : work()
    const response = await done.catch(async (error: unknown) => {
      if (error instanceof AppError) {
        if (error.code === 'AUTH.FORBIDDEN') await noteRefusal(route, request)
        return refused(error)
      }
      logger.error({ err: error, route }, 'A request failed')
      const message = 'Something went wrong on our side; nothing was changed. Try again.'
      return Response.json({ error: { code: 'INTERNAL', message, requestId } }, { status: 500 })
    })
    metrics.httpRequests.inc({ route, status: String(response.status) })
    response.headers.set(REQUEST_ID_HEADER, requestId)
    if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', NO_PAGE)
    return response
  })
}
