import type Stripe from 'stripe'
import { z } from 'zod'
import { mergedMetadata } from '../core/checkout.ts'
import { emit, renderEvent } from '../core/desk.ts'
import { findObject, listOf } from '../core/find.ts'
import { wire } from '../core/json.ts'
import { currencyOf } from '../core/money.ts'
import { missing, Refusal } from '../core/problem.ts'
import { renderCustomer, renderPrice, renderProduct } from '../core/render.ts'
import { renderEndpoint } from '../core/render-session.ts'
import { address, email, flag, metadata, type Names, paging, text, whole } from './params.ts'
import { type Route, route } from './route.ts'

const nothing = z.strictObject({})
const person = z.strictObject({
  email: email.optional(),
  name: text(256).optional(),
  phone: text(20).optional(),
  description: text().optional(),
  metadata: metadata.optional(),
} satisfies Names<Stripe.CustomerCreateParams>)

const customers: readonly Route[] = [
  route('POST', '/v1/customers', person, ({ desk, params }) => {
    const { email: address = null, name = null, phone = null, description = null } = params
    const customer = desk.world.customers.put({
      id: desk.newId('cus', 14),
      createdMs: desk.nowMs,
      email: address,
      name,
      phone,
      description,
      metadata: mergedMetadata({}, params.metadata),
      isDeleted: false,
    })
    const told = wire(renderCustomer(customer))
    emit(desk, 'customer.created', told)
    return told
  }),
  route('GET', '/v1/customers', z.strictObject({ ...paging, email: email.optional() }), ({ desk, params }) =>
    listOf(
      { url: '/v1/customers', kind: 'customer' },
      desk.world.customers
        .newestFirst()
        .filter((one) => !one.isDeleted && (params.email === undefined || one.email === params.email)),
      params,
      renderCustomer,
    ),
  ),
  route('GET', '/v1/customers/:id', nothing, ({ desk, id }) => findObject(desk, id) ?? missing('customer', id, 'id')),
  route('POST', '/v1/customers/:id', person, ({ desk, id, params }) => {
    const known = desk.world.customers.get(id)
    if (!known || known.isDeleted) return missing('customer', id, 'id')
    const { email: address = known.email, name = known.name, phone = known.phone } = params
    const { description = known.description } = params
    const merged = mergedMetadata(known.metadata, params.metadata)
    const changed = { ...known, email: address, name, phone, description, metadata: merged }
    const told = wire(renderCustomer(desk.world.customers.put(changed)))
    emit(desk, 'customer.updated', told)
    return told
  }),
  route('DELETE', '/v1/customers/:id', nothing, ({ desk, id }) => {
    const known = desk.world.customers.get(id)
    if (!known || known.isDeleted) return missing('customer', id, 'id')
    const { id: gone } = desk.world.customers.put({ ...known, email: null, name: null, phone: null, isDeleted: true })
    emit(desk, 'customer.deleted', renderCustomer(known))
    return { id: gone, object: 'customer', deleted: true }
  }),
]

const prices: readonly Route[] = [
  route(
    'POST',
    '/v1/products',
    z.strictObject({ name: text(250).min(1), description: text().optional(), metadata: metadata.optional() }),
    ({ desk, params }) => {
      const { name, description = null } = params
      const merged = mergedMetadata({}, params.metadata)
      const id = desk.newId('prod', 14)
      const row = { id, createdMs: desk.nowMs, name, description, metadata: merged }
      return wire(renderProduct(desk.world.products.put(row)))
    },
  ),
  route('GET', '/v1/products/:id', nothing, ({ desk, id }) => findObject(desk, id) ?? missing('product', id, 'id')),
  route(
    'POST',
    '/v1/prices',
    z.strictObject({ currency: text(3), unit_amount: whole, product: text(), metadata: metadata.optional() }),
    ({ desk, params }) => {
      const currency = currencyOf(params.currency, 'currency')
      if (currency instanceof Refusal) return currency
      if (!desk.world.products.get(params.product)) return missing('product', params.product, 'product')
      const price = desk.world.prices.put({
        id: desk.newId('price'),
        createdMs: desk.nowMs,
        product: params.product,
        currency,
        unitAmount: params.unit_amount,
        metadata: mergedMetadata({}, params.metadata),
      })
      return wire(renderPrice(price))
    },
  ),
  route('GET', '/v1/prices/:id', nothing, ({ desk, id }) => findObject(desk, id) ?? missing('price', id, 'price')),
]

const events: readonly Route[] = [
  route(
    'GET',
    '/v1/events',
    z.strictObject({
      ...paging,
      type: text().optional(),
      types: z.array(text()).max(20).optional(),
      delivery_success: flag.optional(),
    }),
    ({ desk, params }) => {
      const { type, types, delivery_success: wanted } = params
      const matches = (asked: string, is: string) =>
        asked.endsWith('*') ? is.startsWith(asked.slice(0, -1)) : asked === is
      const failing = new Set(
        desk.world.deliveries
          .oldestFirst()
          .filter(({ state }) => state !== 'delivered')
          .map(({ event }) => event),
      )
      return listOf(
        { url: '/v1/events', kind: 'event' },
        desk.world.events
          .newestFirst()
          .filter(
            (event) =>
              (type === undefined || matches(type, event.type)) &&
              (types === undefined || types.some((one) => matches(one, event.type))) &&
              (wanted === undefined || wanted !== failing.has(event.id)),
          ),
        params,
        (event) => renderEvent(desk.world, event),
      )
    },
  ),
  route('GET', '/v1/events/:id', nothing, ({ desk, id }) => findObject(desk, id) ?? missing('event', id, 'id')),
]

const endpoint = {
  url: address,
  enabled_events: z.array(text()).min(1),
  description: text().optional(),
  metadata: metadata.optional(),
}

const endpoints: readonly Route[] = [
  route(
    'POST',
    '/v1/webhook_endpoints',
    z.strictObject({ ...endpoint, api_version: text().optional() }),
    ({ desk, params }) => {
      const row = desk.world.endpoints.put({
        id: desk.newId('we'),
        createdMs: desk.nowMs,
        url: params.url,
        events: params.enabled_events,
        secret: desk.newId('whsec', 32),
        description: params.description ?? null,
        metadata: mergedMetadata({}, params.metadata),
        isEnabled: true,
      })
      return wire(renderEndpoint(row, true))
    },
  ),
  route('GET', '/v1/webhook_endpoints', z.strictObject(paging), ({ desk, params }) =>
    listOf(
      { url: '/v1/webhook_endpoints', kind: 'webhook_endpoint' },
      desk.world.endpoints.newestFirst(),
      params,
      (row) => renderEndpoint(row),
    ),
  ),
  route('GET', '/v1/webhook_endpoints/:id', nothing, ({ desk, id }) => {
    const row = desk.world.endpoints.get(id)
    return row ? wire(renderEndpoint(row)) : missing('webhook endpoint', id, 'id')
  }),
  route(
    'POST',
    '/v1/webhook_endpoints/:id',
    z.strictObject({
      ...endpoint,
      url: address.optional(),
      enabled_events: endpoint.enabled_events.optional(),
      disabled: flag.optional(),
    }),
    ({ desk, id, params }) => {
      const row = desk.world.endpoints.get(id)
      if (!row) return missing('webhook endpoint', id, 'id')
      const changed = desk.world.endpoints.put({
        ...row,
        url: params.url ?? row.url,
        events: params.enabled_events ?? row.events,
        description: params.description ?? row.description,
        metadata: mergedMetadata(row.metadata, params.metadata),
        isEnabled: params.disabled === undefined ? row.isEnabled : !params.disabled,
      })
      return wire(renderEndpoint(changed))
    },
  ),
  route('DELETE', '/v1/webhook_endpoints/:id', nothing, ({ desk, id }) => {
    if (!desk.world.endpoints.get(id)) return missing('webhook endpoint', id, 'id')
    desk.world.endpoints.drop(id)
    return { id, object: 'webhook_endpoint', deleted: true }
  }),
]

/** What is not money: customers, prices, events and where they are sent. */
export const accountRoutes: readonly Route[] = [...customers, ...prices, ...events, ...endpoints]
