import { defineEmulator, type EmulatorContext } from 'emulate'
import { accountRoutes } from '../api/account.ts'
import { checkoutRoutes } from '../api/checkout.ts'
import { type ApiAnswer, openApi } from '../api/handle.ts'
import { intentRoutes } from '../api/intents.ts'
import { moneyRoutes } from '../api/money.ts'
import { invalid, Refusal } from '../core/problem.ts'
import { cardScript, showCardFrame, stripeScript } from '../pages/elements.ts'
import { answerQuestion, showBank, showSession, submitSession } from '../pages/hosted.ts'
import { control, mayOrder } from './control.ts'
import { newId, openService, type Service, type ServiceOptions } from './service.ts'

type App = EmulatorContext<object>['app']

const ROUTES = [...intentRoutes, ...checkoutRoutes, ...moneyRoutes, ...accountRoutes]

/** Any page may talk to Stripe's API, as it may to the real one: what it may do, its key says. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, HEAD, PUT, PATCH, POST, DELETE',
  'access-control-allow-headers': 'authorization, content-type, idempotency-key, stripe-version',
  'access-control-expose-headers': 'Request-Id, Stripe-Version, Idempotent-Replayed',
}

const isApi = (path: string): boolean => path.startsWith('/v1/')

const json = (status: number, body: object, headers: Record<string, string> = {}): Response =>
  new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-cache, no-store', ...headers },
  })

/** A connection that breaks: headers, then nothing more. */
const broken = (): Response =>
  new Response(
    new ReadableStream({
      pull: (controller) => controller.error(new Error('lost on purpose')),
    }),
    { headers: { 'content-type': 'application/json', 'content-length': '1000' } },
  )

const apiAnswer = (answer: ApiAnswer): Response =>
  answer === null ? broken() : json(answer.status, answer.body, { ...CORS, ...answer.headers })

const refused = ({ status, error }: Refusal, path: string): Response =>
  json(status, { error }, { ...(isApi(path) && CORS), 'request-id': newId('req', 14) })

const unknown = (method: string, path: string): Refusal =>
  invalid(
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
    { status: 404 },
  )

const addApi = (app: App, service: Service): void => {
  // A browser asks first whether it may.
  app.use(async (c, next) =>
    c.req.method === 'OPTIONS' && isApi(c.req.path) ? new Response(null, { status: 204, headers: CORS }) : next(),
  )
  const handle = openApi(service)
  for (const route of ROUTES)
    app.on(route.method, route.path, async (c) => {
      const request = {
        path: c.req.path,
        id: c.req.param().id ?? '',
        query: new URL(c.req.url).search,
        body: route.method === 'GET' ? '' : await c.req.text(),
        header: (name: string) => c.req.header(name),
      }
      return apiAnswer(await handle(route, request))
    })
}

const addPages = (app: App, service: Service): void => {
  /** A page that changes something is a command like any other. */
  const committed = (response: Response): Response => {
    service.commit()
    return response
  }
  const desk = () => service.desk(null)
  app.get('/c/pay/:id', (c) => showSession(desk(), c.req.param('id')))
  app.post('/c/pay/:id', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    return committed(submitSession(desk(), c.req.param('id'), form))
  })
  app.get('/bank/:id', (c) => showBank(desk(), c.req.param('id'), c.req.query('client_secret') ?? null))
  app.post('/bank/:id', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    return committed(answerQuestion(desk(), c.req.param('id'), form))
  })
}

const addScripts = (app: App): void => {
  app.get('/v3/', () => stripeScript())
  app.get('/v3/card', (c) => showCardFrame(c.req.query('parent')))
  app.get('/v3/card.js', () => cardScript())
}

const addControl = (app: App, service: Service): void => {
  for (const method of ['GET', 'POST'])
    app.on(method, '/_gavel/:name', async (c) => {
      if (!mayOrder(c.req.url, (name) => c.req.header(name), method))
        return json(403, { problem: 'Orders are taken from this machine alone.' })
      const { status, body } = control(
        service,
        method,
        c.req.param('name'),
        new URL(c.req.url).searchParams,
        await c.req.text(),
      )
      return json(status, body)
    })
}

/**
 * A Stripe as routes of `emulate`. The state is the service's, not the emulator's: `emulate` copies, checks and writes the whole state for each
 * request (docs/adr/0023).
 */
export const stripeHere = (options: Omit<ServiceOptions, 'baseUrl'>) =>
  defineEmulator<object>({
    name: 'stripe-here',
    stateVersion: 1,
    cors: false,
    state: () => ({}),
    setup: ({ app, baseUrl, onDispose, signal }) => {
      const service = openService({ ...options, baseUrl })
      // What a fault holds would hold up the end.
      signal.addEventListener('abort', service.faults.clear)
      onDispose(() => service.close())
      app.notFound((c) => refused(unknown(c.req.method, c.req.path), c.req.path))
      app.onError((_, c) =>
        refused(
          new Refusal(500, { type: 'api_error', message: 'An unknown error occurred in the Stripe that stands in.' }),
          c.req.path,
        ),
      )
      addApi(app, service)
      addPages(app, service)
      addScripts(app)
      addControl(app, service)
    },
  })
