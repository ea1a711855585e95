import { currentRequestId, isNamed } from '@gavel/config'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { z } from 'zod'
import { AppError } from '../errors.ts'

/** What is wrong with a request before any procedure is asked, by its code. */
export const REST_ERRORS = {
  /** The token was not signed here, has run out, or its session is over: sign in anew, or refresh it. */
  BAD_TOKEN: { status: 401, words: 'This access token is not good (any more). Get another one and ask again.' },
  NO_ROUTE: { status: 404, words: 'There is nothing at this address. The list of all is at /api/docs.' },
  WRONG_METHOD: { status: 405, words: 'This address does not answer {method}.' },
  NOT_JSON: { status: 400, words: 'Send the body as one JSON object.' },
  NOT_JSON_TYPE: { status: 415, words: 'Send the body as application/json.' },
  TOO_LARGE: { status: 413, words: 'That is too large to be read.' },
  /** Take `nextCursor` of the page before as it is. */
  BAD_CURSOR: { status: 400, words: 'This is not a cursor of this list.' },
  BAD_REQUEST: { status: 400, words: 'Something in the request is not as it should be; `errors` says what.' },
  TOO_MANY_REQUESTS: { status: 429, words: 'Too many requests. Wait {seconds} seconds, then go on.' },
  BAD_KEY: { status: 400, words: 'An Idempotency-Key has 1 to 200 visible characters.' },
  /** A key stands for one request: take another key for another one. */
  KEY_REUSED: { status: 422, words: 'This Idempotency-Key was used for another request.' },
  /** The first request with this key has not been answered yet. */
  KEY_RUNNING: {
    status: 409,
    words: 'The request with this Idempotency-Key is still being worked on. Ask again in a moment.',
  },
  /** Whether the request was made before cannot be looked up. */
  KEY_UNAVAILABLE: {
    status: 503,
    words: 'Idempotency keys cannot be looked up just now; nothing was changed. Try again.',
  },
  INTERNAL: { status: 500, words: 'Something went wrong on our side. Try again; the instance finds it in our log.' },
} as const
type RestErrorCode = keyof typeof REST_ERRORS

/** An expected "no" of the REST API itself. */
export class RestError extends Error {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isNamed(value, 'RestError') && 'code' in value && String(value.code) in REST_ERRORS
  }

  override name = 'RestError'
  readonly code: RestErrorCode
  readonly detail: Readonly<Record<string, string | number>>

  constructor(code: RestErrorCode, detail: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(
      REST_ERRORS[code].words.replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? '?')),
      options,
    )
    this.code = code
    this.detail = detail
  }
}

/** An error as it is answered (RFC 9457). */
export const problemSchema = z.object({
  type: z.string().describe('Where the code is explained.'),
  title: z.string().describe('The kind of error, in words of HTTP.'),
  status: z.number().int(),
  detail: z.string().describe('What happened and how to go on, in words for people.'),
  code: z.string().describe('What programs tell errors apart by.'),
  instance: z.string().describe('The id of the request, by which its log lines are found.'),
  errors: z
    .array(z.object({ path: z.string(), message: z.string() }))
    .optional()
    .describe('What is wrong with which field.'),
  meta: z
    .record(z.string(), z.union([z.string(), z.number()]))
    .optional()
    .describe('What the words were made of.'),
})
export type Problem = z.infer<typeof problemSchema>

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Payload too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
}

const problem = (
  status: number,
  code: string,
  detail: string,
  more: Pick<Problem, 'errors' | 'meta'> = {},
): Problem => ({
  type: `/api/docs#${code}`,
  title: TITLES[status] ?? 'Error',
  status,
  detail,
  code,
  instance: currentRequestId() ?? '-',
  ...more,
})

const metaOf = (detail: Readonly<Record<string, string | number>>): Pick<Problem, 'meta'> =>
  Object.keys(detail).length > 0 ? { meta: { ...detail } } : {}

const fieldsOf = ({ issues }: z.ZodError): Problem['errors'] =>
  issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))

/** What was thrown, as it is answered. Anything unexpected is an INTERNAL that tells nothing of itself (REST-3). */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof RestError)
    return problem(REST_ERRORS[error.code].status, error.code, error.message, metaOf(error.detail))
  const cause = error instanceof TRPCError ? error.cause : error
  if (cause instanceof AppError) {
    const status = getHTTPStatusCodeFromError(new TRPCError({ code: cause.trpcCode }))
    return problem(status, cause.code, cause.message, metaOf(cause.detail))
  }
  if (cause instanceof z.ZodError)
    return problem(400, 'BAD_REQUEST', REST_ERRORS.BAD_REQUEST.words, { errors: fieldsOf(cause) })
  return problem(500, 'INTERNAL', REST_ERRORS.INTERNAL.words)
}
