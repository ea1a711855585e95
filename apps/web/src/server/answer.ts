import 'server-only'
import { AppError } from '@gavel/api'
import { createLogger, metrics, REQUEST_ID_HEADER, requestIdFrom, withRequestId } from '@gavel/config'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'

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

/** Serves one request: gives it an id, answers refusals in words, keeps what a bug has to say for the log, and counts. */
export const answer = (route: string, request: Request, work: () => Promise<Response>): Promise<Response> => {
  const requestId = requestIdFrom(request.headers.get(REQUEST_ID_HEADER))
  return withRequestId(requestId, async () => {
    const response = await work().catch((error: unknown) => {
      if (error instanceof AppError) return refused(error)
      logger.error({ err: error, route }, 'A request failed')
      const message = 'Something went wrong on our side; nothing was changed. Try again.'
      return Response.json({ error: { code: 'INTERNAL', message, requestId } }, { status: 500 })
    })
    metrics.httpRequests.inc({ route, status: String(response.status) })
    response.headers.set(REQUEST_ID_HEADER, requestId)
    return response
  })
}
