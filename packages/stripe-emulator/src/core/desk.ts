import { type JsonObject, wire } from './json.ts'
import { type Due, type Event, standing, type World } from './world.ts'

/** The version of the API whose shapes these are: the one that the SDK of this repository speaks. */
export const API_VERSION = '2026-10-28.endive'

/** Where a command works: what there is, the time, and where ids come from. Nothing else reaches the core. */
export type Desk = {
  world: World
  nowMs: number
  /** A new id: the prefix, and letters and digits that nobody guesses (24 where not said otherwise). */
  newId: (prefix: string, length?: number) => string
  /** Where people find the hosted pages. */
  baseUrl: string
  /** How long a slow payment or refund takes. */
  settleMs: number
  /** Whose doing it is; null where time did it. */
  request: { id: string; idempotencyKey: string | null } | null
}

/** Puts something on the agenda. One entry per thing and doing. */
export const plan = (
  { world, nowMs }: Pick<Desk, 'world' | 'nowMs'>,
  what: Due['what'],
  about: string,
  atMs: number,
): void => {
  world.agenda.put({ id: `${what} ${about}`, createdMs: nowMs, atMs, what, about })
}

/** Whether an endpoint asked for this type of event. */
const wants = (enabled: readonly string[], type: string): boolean => enabled.includes('*') || enabled.includes(type)

/** Says that something happened: an event as things are now, and a delivery to each endpoint that wants it. STRIPE-20. */
export const emit = (desk: Desk, type: string, object: object): void => {
  const { world, nowMs, newId, request } = desk
  const event = world.events.put({
    id: newId('evt'),
    createdMs: nowMs,
    type,
    object: wire(object),
    requestId: request?.id ?? null,
    idempotencyKey: request?.idempotencyKey ?? null,
  })
  for (const endpoint of world.endpoints.oldestFirst())
    if (endpoint.isEnabled && wants(endpoint.events, type)) handOver(desk, event, endpoint.id)
}

/** One more delivery of an event, subject to how webhooks stand. Returns its id. */
export const handOver = (
  desk: Desk,
  event: Event,
  endpoint: string,
  { atMs = desk.nowMs, signedAgoMs = 0 }: { atMs?: number; signedAgoMs?: number } = {},
): string => {
  const { webhooks } = standing(desk.world)
  const state = webhooks === 'on' ? 'waiting' : webhooks === 'drop' ? 'dropped' : 'held'
  const id = desk.newId('whd')
  desk.world.deliveries.put({ id, createdMs: desk.nowMs, event: event.id, endpoint, state, signedAgoMs, tries: [] })
  if (state === 'waiting') plan(desk, 'deliver', id, atMs)
  return id
}

/** An event as the API and a webhook tell it. */
export const renderEvent = (world: World, event: Event): JsonObject => ({
  id: event.id,
  object: 'event',
  api_version: API_VERSION,
  created: seconds(event.createdMs),
  data: { object: event.object },
  livemode: false,
  pending_webhooks: world.deliveries
    .oldestFirst()
    .filter((d) => d.event === event.id && (d.state === 'waiting' || d.state === 'held')).length,
  request: { id: event.requestId, idempotency_key: event.idempotencyKey },
  type: event.type,
})

/** Stripe's times: whole seconds since 1970. */
export const seconds = (ms: number): number => Math.floor(ms / 1_000)
