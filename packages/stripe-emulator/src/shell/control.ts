import { z } from 'zod'
import { runDue } from '../core/agenda.ts'
import { settlePayment } from '../core/checkout.ts'
import { handOver, plan } from '../core/desk.ts'
import { settleRefund } from '../core/refunds.ts'
import { standing } from '../core/world.ts'
import type { Service } from './service.ts'

/** What an order came to: 200 with an answer, or 4xx with words. */
export type Report = { status: number; body: object }
const no = (status: number, problem: string): Report => ({ status, body: { problem } })
const ok = (body: object = {}): Report => ({ status: 200, body })

const YEAR_MS = 366 * 86_400_000
const fault = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('wait'), ms: z.int().min(0).max(60_000) }),
  z.strictObject({
    what: z.literal('refuse'),
    status: z.literal([409, 429, 500, 503]),
  }),
  z.strictObject({ what: z.literal('hold') }),
  z.strictObject({ what: z.literal('lose-request') }),
  z.strictObject({ what: z.literal('lose-answer') }),
])

const SCHEMAS = {
  clock: z.strictObject({ forwardMs: z.int().min(0).max(YEAR_MS) }),
  deliver: z.strictObject({
    event: z.string(),
    endpoint: z.string().optional(),
    inMs: z.int().min(0).max(YEAR_MS).default(0),
    signedAgoMs: z.int().min(0).max(YEAR_MS).default(0),
    times: z.int().min(1).max(20).default(1),
  }),
  webhooks: z.strictObject({
    mode: z.enum(['on', 'drop', 'hold']),
    order: z.enum(['kept', 'reversed']).default('kept'),
  }),
  settle: z.strictObject({ id: z.string(), as: z.enum(['succeeded', 'failed']).optional() }),
  faults: z.strictObject({
    fault: fault.nullable(),
    times: z.int().min(1).max(1_000).default(1),
    path: z.string().default('/v1'),
  }),
} as const

/** Moves the clock on; what comes due by it happens. */
const clock = ({ world, nowMs, desk }: Service, { forwardMs }: z.output<typeof SCHEMAS.clock>): Report => {
  const now = standing(world)
  world.settings.put({ ...now, aheadMs: now.aheadMs + forwardMs })
  runDue(desk(null))
  return ok({ nowMs: nowMs() })
}

/** Sends an event again: at once or later, several times, with an old signature. */
const deliver = ({ world, desk, nowMs }: Service, order: z.output<typeof SCHEMAS.deliver>): Report => {
  const event = world.events.get(order.event)
  if (!event) return no(404, `There is no event ${order.event}.`)
  const endpoints = world.endpoints
    .oldestFirst()
    .filter(({ id }) => order.endpoint === undefined || id === order.endpoint)
  const how = { atMs: nowMs() + order.inMs, signedAgoMs: order.signedAgoMs }
  const made = endpoints.flatMap(({ id }) =>
    Array.from({ length: order.times }, () => handOver(desk(null), event, id, how)),
  )
  return ok({ deliveries: made })
}

/** Lets webhooks through, drops them as an outage would, or holds them until they are let through, in order or the other way round. */
const webhooks = ({ world, nowMs }: Service, { mode, order }: z.output<typeof SCHEMAS.webhooks>): Report => {
  world.settings.put({ ...standing(world), webhooks: mode })
  const held = mode === 'hold' ? [] : world.deliveries.oldestFirst().filter(({ state }) => state === 'held')
  const inOrder = order === 'reversed' ? held.toReversed() : held
  for (const [i, delivery] of inOrder.entries()) {
    world.deliveries.put({ ...delivery, state: mode === 'on' ? 'waiting' : 'dropped' })
    // A millisecond apart, so that their order is what was asked for.
    if (mode === 'on') plan({ world, nowMs: nowMs() }, 'deliver', delivery.id, nowMs() + i)
  }
  return ok({ released: inOrder.length })
}

/** Brings a slow payment or refund to its end, as its method says or as it is told. */
const settle = ({ world, desk }: Service, { id, as }: z.output<typeof SCHEMAS.settle>): Report => {
  const session = world.sessions.get(id)
  const intent = world.intents.get(session?.intent ?? id)
  if (intent) return ok({ id: intent.id, status: settlePayment(desk(null), intent, as).state.status })
  const refund = world.refunds.get(id)
  if (refund) return ok({ id, status: settleRefund(desk(null), refund, as).status })
  return no(404, `Nothing that settles has the id ${id}.`)
}

const faults = (service: Service, order: z.output<typeof SCHEMAS.faults>): Report => {
  if (order.fault === null) service.faults.clear()
  else service.faults.plan({ fault: order.fault, times: order.times, path: order.path })
  return ok()
}

/** Every delivery, oldest first, with what its event is and its tries. */
const deliveries = ({ world }: Service, event: string | null): Report =>
  ok({
    deliveries: world.deliveries
      .oldestFirst()
      .filter((one) => event === null || one.event === event)
      .map((one) => ({ ...one, type: world.events.need(one.event).type })),
  })

const obey = <S extends z.ZodType>(
  service: Service,
  schema: S,
  text: string,
  act: (service: Service, order: z.output<S>) => Report,
): Report => {
  const given = readJson(text)
  const order = given === undefined ? null : schema.safeParse(given)
  if (!order) return no(400, 'The body has to be JSON.')
  if (!order.success) return no(400, z.prettifyError(order.error))
  const report = act(service, order.data)
  service.commit()
  return report
}

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What tests, and whoever tries things out, tell this Stripe beside its API: see the README. STRIPE-23. */
export const control = (
  service: Service,
  method: string,
  name: string,
  query: URLSearchParams,
  body: string,
): Report => {
  switch (`${method} ${name}`) {
    case 'GET clock':
      return ok({ nowMs: service.nowMs(), ...standing(service.world) })
    case 'GET deliveries':
      return deliveries(service, query.get('event'))
    case 'POST clock':
      return obey(service, SCHEMAS.clock, body, clock)
    case 'POST deliver':
      return obey(service, SCHEMAS.deliver, body, deliver)
    case 'POST webhooks':
      return obey(service, SCHEMAS.webhooks, body, webhooks)
    case 'POST settle':
      return obey(service, SCHEMAS.settle, body, settle)
    case 'POST faults':
      return obey(service, SCHEMAS.faults, body, faults)
    default:
      return no(404, 'There is no such order.')
  }
}

const HERE = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether a request may give orders: it came to this machine by one of its own names, and no page of elsewhere sent it. */
export const mayOrder = (url: string, header: (name: string) => string | undefined, method: string): boolean => {
  const site = header('sec-fetch-site') ?? 'none'
  const isJson = method === 'GET' || (header('content-type') ?? '').startsWith('application/json')
  return HERE.has(new URL(url).hostname) && (site === 'none' || site === 'same-origin') && isJson
}
