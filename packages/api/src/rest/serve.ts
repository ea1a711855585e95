import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { createCaller } from '../router.ts'
import type { KeptAnswer } from './idempotency.ts'
import { type Problem, problemOf, RestError } from './problem.ts'
import type { RestRoute } from './route.ts'
import { REST_ROUTES } from './routes.ts'

/** What the REST API knows of a request. `path`: beneath `/api/v1`, still encoded. */
export type RestRequest = {
  method: string
  path: string
  query: URLSearchParams
  headers: Pick<Headers, 'get'>
  /** The whole body; null where it is longer than the API takes. */
  body: () => Promise<string | null>
}

export type RestAnswer = KeptAnswer

const JSON_TYPE = /^application\/([a-z0-9.-]+\+)?json(;|$)/
/** As it is, or in quotes, as the header's draft has it. */
const KEY = /^(?:"([\x21-\x7e]{1,200})"|([\x21-\x7e]{1,200}))$/

/**
 * Answers one request of the REST API, with the rights of its bearer token. Refusals are answers too: it never throws.
 * @param ctx null where a token was brought that is not good
 */
export const serveRest = async (
  { ctx, tokenRefused }: { ctx: Context; tokenRefused: boolean },
  request: RestRequest,
): Promise<RestAnswer> => {
  const limit = await rateOf(ctx)
  try {
    if (limit.left < 0) throw new RestError('TOO_MANY_REQUESTS', { seconds: limit.seconds })
    if (tokenRefused) throw new RestError('BAD_TOKEN')
    const found = routeFor(request)
    const answer = found.route.method === 'GET' ? await ask(ctx, found, request, '') : await write(ctx, found, request)
    return { ...answer, headers: { ...answer.headers, ...limit.headers } }
  } catch (error) {
    const refused = answerOf(ctx, request, error)
    return { ...refused, headers: { ...refused.headers, ...limit.headers } }
  }
}

/** Takes one point of the bearer's, or of a guest's address, and says in headers how many are left (REST-5). */
const rateOf = async ({ services, actor, address }: Context) => {
  const { points, duration, left, seconds } =
    actor.userId === null
      ? await services.limits.spend('restByAddress', address)
      : await services.limits.spend('restByUser', actor.userId)
  const headers = {
    'ratelimit-policy': `"default";q=${points};w=${duration}`,
    ratelimit: `"default";r=${Math.max(0, left)};t=${seconds}`,
  }
  return { left, seconds, headers }
}

type Found = { route: RestRoute; params: Record<string, string> }

const patternOf = ({ path }: RestRoute): RegExp => new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]{1,200})')}$`)
const PATTERNS = REST_ROUTES.map((route) => ({ route, pattern: patternOf(route) }))

/** Addresses that are spelled out come before those with names in them. */
const spelledOut = ({ route: { path } }: { route: RestRoute }): number => path.split('{').length

const routeFor = ({ method, path }: RestRequest): Found => {
  const there = PATTERNS.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path)
    return match ? [{ route, params: { ...match.groups } }] : []
  }).toSorted((a, b) => spelledOut(a) - spelledOut(b))
  const [first] = there
  if (!first) throw new RestError('NO_ROUTE')
  const asked = method === 'HEAD' ? 'GET' : method
  const found = there.find(({ route }) => route.method === asked && route.path === first.route.path)
  if (!found) throw new RestError('WRONG_METHOD', { method, allow: there.map(({ route }) => route.method).join(', ') })
  return { ...found, params: decoded(found.params) }
}

const decoded = (params: Record<string, string>): Record<string, string> => {
  try {
    return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]))
  } catch (cause) {
    throw new RestError('NO_ROUTE', {}, { cause })
  }
}

/** Does what changes something, once for each key (REST-6). What failed for a passing reason may be tried again with the same key. */
const write = async (ctx: Context, found: Found, request: RestRequest): Promise<RestAnswer> => {
  const text = await bodyOf(request, found.route)
  const { userId } = ctx.actor
  const given = request.headers.get('idempotency-key')
  if (given === null || userId === null) return ask(ctx, found, request, text)
  const [, quoted, plain] = KEY.exec(given) ?? []
  const key = quoted ?? plain
  if (key === undefined) throw new RestError('BAD_KEY')
  const sum = createHash('sha256').update(`${request.method} ${request.path}?${request.query}\n${text}`).digest('hex')
  const begun = await ctx.services.idempotency.begin(userId, key, sum)
  if (begun.is === 'known')
    return { ...begun.answer, headers: { ...begun.answer.headers, 'idempotency-replayed': 'true' } }
  const answer = await ask(ctx, found, request, text).catch((error: unknown) => answerOf(ctx, request, error))
  const passing = answer.status >= 500 || answer.status === 401 || answer.status === 429
  await (passing ? begun.drop() : begun.keep(answer))
  return answer
}

const bodyOf = async ({ headers, body }: RestRequest, { body: schema }: RestRoute): Promise<string> => {
  const text = await body()
  if (text === null) throw new RestError('TOO_LARGE')
  if (text !== '' && schema && !JSON_TYPE.test((headers.get('content-type') ?? '').toLowerCase()))
    throw new RestError('NOT_JSON_TYPE')
  return text
}

const anObject = z.record(z.string(), z.unknown())

const parsed = (text: string): Record<string, unknown> => {
  try {
    return text === '' ? {} : anObject.parse(JSON.parse(text))
  } catch (cause) {
    throw new RestError('NOT_JSON', {}, { cause })
  }
}

const ask = async (ctx: Context, { route, params }: Found, request: RestRequest, text: string): Promise<RestAnswer> => {
  const body = route.body ? parsed(text) : undefined
  const query = route.query.parse(Object.fromEntries(request.query))
  const said = route.answer.parse(await route.serve(createCaller(ctx), { params, query, body }).catch(thrown))
  const next = route.paged ? (said as { nextCursor: string | null }).nextCursor : null
  return {
    status: route.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(next !== null && { link: `<${nextAddress(request, next)}>; rel="next"` }),
    },
    body: JSON.stringify(said),
  }
}

/** A fault in what a procedure answers is a bug, and no fault of the request: what it threw itself is told apart. */
const thrown = (error: unknown): never => {
  throw error instanceof z.ZodError ? new Error('A procedure threw what it could not read', { cause: error }) : error
}

const nextAddress = ({ path, query }: RestRequest, cursor: string): string => {
  const next = new URLSearchParams(query)
  next.set('cursor', cursor)
  return `/api/v1${path}?${next}`
}

const answerOf = (ctx: Context, { method, path }: RestRequest, error: unknown): RestAnswer => {
  const problem = problemOf(error)
  if (problem.status >= 500) ctx.services.logger.error({ err: error, method, path }, 'A REST request failed')
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...hintsOf(problem) },
    body: JSON.stringify(problem),
  }
}

/** What HTTP itself wants said of an error. */
const hintsOf = ({ status, code, meta }: Problem): Record<string, string> => ({
  ...(status === 401 && { 'www-authenticate': code === 'BAD_TOKEN' ? 'Bearer error="invalid_token"' : 'Bearer' }),
  ...(status === 405 && { allow: String(meta?.allow) }),
  ...(meta?.seconds !== undefined && { 'retry-after': String(meta.seconds) }),
  ...(code === 'KEY_RUNNING' && { 'retry-after': '1' }),
})
