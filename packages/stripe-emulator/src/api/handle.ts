import { createHash } from 'node:crypto'
import { API_VERSION } from '../core/desk.ts'
import { expand } from '../core/find.ts'
import { KEY_MS } from '../core/forget.ts'
import type { JsonObject } from '../core/json.ts'
import { invalid, type Outcome, Refusal } from '../core/problem.ts'
import type { Fault } from '../shell/faults.ts'
import { newId, type Service } from '../shell/service.ts'
import { parseForm, type Tree } from './form.ts'
import type { Route } from './route.ts'

/** A request as the API sees it. `query` and `body` are forms. */
export type ApiRequest = {
  path: string
  id: string
  query: string
  body: string
  header: (name: string) => string | undefined
}
/** What goes back; null where the connection breaks instead. */
export type ApiAnswer = { status: number; headers: Record<string, string>; body: JsonObject } | null

const LONGEST_KEY = 255

/** The key of a request: `Bearer`, or the user name of `Basic`. */
const keyOf = (header: string | undefined): string | null => {
  const [, scheme = '', value = ''] = /^(\S+)\s+(\S+)$/.exec(header ?? '') ?? []
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return null
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? null
}

const starred = (key: string): string =>
  key.length < 12 ? '*'.repeat(key.length) : `${key.slice(0, 8)}${'*'.repeat(key.length - 12)}${key.slice(-4)}`

/** Who may ask: STRIPE-1. A browser's key does what a client secret proves, and nothing else. */
const accessProblem = (
  { options }: Service,
  route: Route,
  request: ApiRequest,
  form: Record<string, Tree>,
  keyInForm: Tree | undefined,
): Refusal | null => {
  const key = keyOf(request.header('authorization')) ?? (typeof keyInForm === 'string' ? keyInForm : null)
  if (key === null || key === '')
    return invalid(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
      { status: 401 },
    )
  if (key === options.secretKey) return null
  if (key !== options.publishableKey) return invalid(`Invalid API Key provided: ${starred(key)}`, { status: 401 })
  const hasSecret = typeof form.client_secret === 'string'
  if (route.isPublic && (hasSecret || request.path === '/v1/payment_methods')) return null
  return invalid(
    'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.',
    { status: 401, code: 'secret_key_required' },
  )
}

const versionProblem = (version: string | undefined): Refusal | null =>
  version === undefined || /^\d{4}-\d{2}-\d{2}(\.[a-z_]+)?$/.test(version)
    ? null
    : invalid(`Invalid Stripe API version: ${version}`)

const REFUSED = {
  409: invalid(
    'This object cannot be accessed right now because another API request or Stripe process is currently accessing it.',
    {
      code: 'lock_timeout',
      status: 409,
    },
  ),
  429: invalid('Request rate limit exceeded.', { code: 'rate_limit', status: 429 }),
  500: new Refusal(500, { type: 'api_error', message: 'An unknown error occurred' }),
  503: new Refusal(503, { type: 'api_error', message: 'Stripe is not available at the moment.' }),
} as const

const hashOf = (method: string, path: string, body: string): string =>
  createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex')

/** What an earlier request of the same key means for this one. STRIPE-7. */
const keyProblem = (
  key: string,
  kept: { hash: string } | undefined,
  hash: string,
  inFlight: ReadonlyMap<string, string>,
): Refusal | null => {
  if (key.length > LONGEST_KEY)
    return invalid(`Idempotency keys can be at most ${LONGEST_KEY} characters long.`, { param: 'Idempotency-Key' })
  const earlier = kept?.hash ?? inFlight.get(key)
  if (earlier !== undefined && earlier !== hash)
    return new Refusal(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    })
  if (!inFlight.has(key)) return null
  return new Refusal(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  })
}

const bodyOf = (outcome: Outcome<JsonObject>): { status: number; body: JsonObject } =>
  outcome instanceof Refusal
    ? { status: outcome.status, body: { error: { ...outcome.error } } }
    : { status: 200, body: outcome }

/** The API of one service: what `handle` needs to remember between requests. */
export const openApi = (service: Service) => {
  const { world, faults } = service
  const inFlight = new Map<string, string>()

  const execute = (route: Route, request: ApiRequest, tree: Tree, requestId: string, key: string | null) => {
    const { expand: paths, rest } = withoutExpand(tree)
    const ready = route.prepare(rest)
    if (ready instanceof Refusal) return { ...bodyOf(ready), isExecuted: false }
    const desk = service.desk({ id: requestId, idempotencyKey: key })
    const done = ready(desk, request.id)
    return { ...bodyOf(done instanceof Refusal ? done : expand(desk, done, paths)), isExecuted: true }
  }

  const keepFor = (key: string | null, hash: string, requestId: string, done: ReturnType<typeof execute>): void => {
    if (key === null || !done.isExecuted) return
    const { status, body } = done
    world.kept.put({ id: key, createdMs: service.nowMs(), hash, status, body, requestId })
  }

  /** The answer that a key stands for already; keys are forgotten after a day. */
  const keptFor = (key: string | null) => {
    const kept = key === null ? undefined : world.kept.get(key)
    if (!kept || service.nowMs() - kept.createdMs < KEY_MS) return kept
    world.kept.drop(kept.id)
    return undefined
  }

  /** Does what is asked, once for a key: STRIPE-7. */
  const once = async (
    route: Route,
    request: ApiRequest,
    tree: Tree,
    { requestId, key, fault }: { requestId: string; key: string | null; fault: Fault | null },
  ): Promise<Refusal | { status: number; body: JsonObject; headers: Record<string, string> }> => {
    const hash = hashOf(route.method, request.path, request.body)
    const kept = keptFor(key)
    if (key !== null) {
      const clash = keyProblem(key, kept, hash, inFlight)
      if (clash) return clash
      if (kept) {
        const { status, body } = kept
        return { status, body, headers: { 'original-request': kept.requestId, 'idempotent-replayed': 'true' } }
      }
      inFlight.set(key, hash)
    }
    try {
      await faults.delay(fault)
      const done = execute(route, request, tree, requestId, key)
      keepFor(key, hash, requestId, done)
      service.commit()
      const headers: Record<string, string> = key === null ? {} : { 'original-request': requestId }
      return { status: done.status, body: done.body, headers }
    } finally {
      if (key !== null) inFlight.delete(key)
    }
  }

  return async (route: Route, request: ApiRequest): Promise<ApiAnswer> => {
    const requestId = newId('req', 14)
    const version = request.header('stripe-version')
    const key = route.method === 'POST' ? (request.header('idempotency-key') ?? null) : null
    const headers: Record<string, string> = {
      'request-id': requestId,
      'stripe-version': version ?? API_VERSION,
      ...(key !== null && { 'idempotency-key': key }),
    }
    const refuse = (refusal: Refusal, more: Record<string, string> = {}): ApiAnswer => ({
      ...bodyOf(refusal),
      headers: { ...headers, ...more },
    })

    const { key: keyInForm, ...tree } = parseForm(route.method === 'GET' ? request.query : request.body)
    const problem = accessProblem(service, route, request, tree, keyInForm) ?? versionProblem(version)
    if (problem) return refuse(problem)

    const fault = faults.take(request.path)
    if (fault?.what === 'lose-request') return null
    if (fault?.what === 'refuse') return refuse(REFUSED[fault.status], { 'stripe-should-retry': 'true' })

    const done = await once(route, request, tree, { requestId, key, fault })
    if (fault?.what === 'lose-answer') return null
    return done instanceof Refusal ? refuse(done) : { ...done, headers: { ...headers, ...done.headers } }
  }
}

/** `expand` is a parameter of everything. */
const withoutExpand = (tree: Tree): { expand: string[]; rest: Tree } => {
  if (typeof tree !== 'object' || Array.isArray(tree)) return { expand: [], rest: tree }
  const { expand: paths, ...rest } = tree
  return { expand: Array.isArray(paths) ? paths.filter((path) => typeof path === 'string') : [], rest }
}
