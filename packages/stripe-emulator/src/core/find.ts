import { type Desk, renderEvent } from './desk.ts'
import { isObject, type Json, type JsonObject, wire } from './json.ts'
import { invalid, missing, type Outcome, Refusal } from './problem.ts'
import { renderCustomer, renderIntent, renderMethod, renderPrice, renderProduct } from './render.ts'
import { renderCharge, renderDispute, renderRefund, renderTransaction } from './render-money.ts'
import { renderItem, renderSession } from './render-session.ts'

const MOST = 100
const USUAL = 10

/** How a list is asked for. Times in milliseconds. */
export type Paging = {
  limit?: number | undefined
  starting_after?: string | undefined
  ending_before?: string | undefined
  created?: { gt?: number; gte?: number; lt?: number; lte?: number } | undefined
}

/** A list of Stripe's. `rows` come newest first; times are compared in seconds, as they are told. STRIPE-5. */
export const listOf = <T extends { id: string; createdMs: number }>(
  { url, kind }: { url: string; kind: string },
  rows: readonly T[],
  { limit = USUAL, starting_after, ending_before, created = {} }: Paging,
  render: (row: T) => object,
): Outcome<JsonObject> => {
  if (limit < 1 || limit > MOST)
    return invalid(`This value must be between 1 and ${MOST} (it currently is '${limit}').`, {
      code: 'parameter_invalid_integer',
      param: 'limit',
    })
  const { gt = -1, gte = 0, lt = Number.POSITIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = created
  const within = rows.filter(({ createdMs }) => {
    const at = Math.floor(createdMs / 1_000)
    return at > gt && at >= gte && at < lt && at <= lte
  })
  const place = (id: string) => within.findIndex((row) => row.id === id)
  const named = starting_after ?? ending_before
  if (named !== undefined && !rows.some(({ id }) => id === named))
    return missing(kind, named, starting_after === undefined ? 'ending_before' : 'starting_after')
  const rest =
    ending_before === undefined
      ? within.slice(starting_after === undefined ? 0 : place(starting_after) + 1)
      : within.slice(0, place(ending_before))
  const page = ending_before === undefined ? rest.slice(0, limit) : rest.slice(-limit)
  return wire({ object: 'list', data: page.map(render), has_more: rest.length > page.length, url })
}

/** Any object by its id, whose prefix says what it is; undefined where there is none. */
export const findObject = (desk: Desk, id: string): JsonObject | undefined => {
  const { world, nowMs, baseUrl } = desk
  const told = <T>(row: T | undefined, render: (row: T) => object) => (row ? wire(render(row)) : undefined)
  switch (id.split('_')[0]) {
    case 'cus':
      return told(world.customers.get(id), (row) =>
        row.isDeleted ? { id, object: 'customer', deleted: true } : renderCustomer(row),
      )
    case 'prod':
      return told(world.products.get(id), renderProduct)
    case 'price':
      return told(world.prices.get(id), renderPrice)
    case 'pm':
      return told(world.methods.get(id), renderMethod)
    case 'pi':
      return told(world.intents.get(id), (row) => renderIntent(row, baseUrl))
    case 'ch':
    case 'py':
      return told(world.charges.get(id), (row) => renderCharge(world, row))
    case 're':
    case 'pyr':
      return told(world.refunds.get(id), (row) => renderRefund(world, row))
    case 'txn':
      return told(world.transactions.get(id), (row) => renderTransaction(row, nowMs))
    case 'du':
      return told(world.disputes.get(id), (row) => renderDispute(world, row, nowMs))
    case 'cs':
      return told(world.sessions.get(id), (row) => renderSession(row, baseUrl))
    case 'evt':
      return told(world.events.get(id), (row) => renderEvent(world, row))
    default:
      return undefined
  }
}

/** What is left out of an object until it is asked for. */
const included = (desk: Desk, object: JsonObject, field: string): Outcome<JsonObject> | undefined => {
  const { world } = desk
  if (object.object === 'checkout.session' && field === 'line_items') {
    const session = world.sessions.need(String(object.id))
    const data = session.items.map((item) => renderItem(world, session, item))
    return { object: 'list', data, has_more: false, url: `/v1/checkout/sessions/${session.id}/line_items` }
  }
  if (object.object === 'charge' && field === 'refunds') {
    const of = world.refunds.newestFirst().filter(({ charge }) => charge === object.id)
    const about = { url: `/v1/charges/${object.id}/refunds`, kind: 'refund' }
    return listOf(about, of, {}, (row) => renderRefund(world, row))
  }
  return undefined
}

const expandPath = (desk: Desk, value: Json, path: readonly string[], whole: string): Refusal | null => {
  const [field, ...rest] = path
  if (field === undefined || value === null) return null
  if (Array.isArray(value)) {
    for (const one of value) {
      const refusal = expandPath(desk, one, path, whole)
      if (refusal) return refusal
    }
    return null
  }
  const refused = invalid(`This property cannot be expanded (${whole}).`, { param: 'expand' })
  if (!isObject(value)) return refused
  const there = value[field]
  const found =
    (typeof there === 'string' ? findObject(desk, there) : undefined) ??
    (there === undefined ? included(desk, value, field) : undefined)
  if (found instanceof Refusal) return found
  if (found) value[field] = found
  const next = value[field]
  const isWhole = found !== undefined || next === null || (rest.length > 0 && typeof next === 'object')
  if (next === undefined || !isWhole) return refused
  return expandPath(desk, next, rest, whole)
}

/** Puts whole objects where ids are: `expand[]=payment_intent.latest_charge`. STRIPE-6. */
export const expand = (desk: Desk, object: JsonObject, paths: readonly string[]): Outcome<JsonObject> => {
  for (const path of paths) {
    const refusal = expandPath(desk, object, path.split('.'), path)
    if (refusal) return refusal
  }
  return object
}
