import { z } from 'zod'
import { cancelInput } from '../../event/cancel.ts'
import { createEventInput } from '../../event/create.ts'
import { updateInput } from '../../event/update.ts'
import { listRoute, type RestRoute, route } from '../route.ts'
import { event } from '../schemas.ts'

const tag = 'Events'
const made = z.object({ slug: z.string(), auctionId: z.string().nullable() })

export const eventRoutes: readonly RestRoute[] = [
  listRoute({
    ...{ id: 'listEvents', path: '/events', tag, calls: 'event.list' },
    summary: 'The events that everybody finds: those that are on, then what is next, then what is over.',
    filter: { when: z.enum(['live', 'next', 'past']).optional().describe('Only these.') },
    item: event,
    keyOf: ({ slug }) => slug,
    all: async (api, { query: { when } }) => {
      const { live, next, past } = await api.event.list()
      return when ? { live, next, past }[when] : [...live, ...next, ...past]
    },
  }),
  route({
    ...{ id: 'createEvent', method: 'POST', path: '/events', tag, calls: 'event.create' },
    summary: 'Makes an event with its auction; you organise it.',
    status: 201,
    body: createEventInput,
    answer: made,
    serve: (api, { body }) => api.event.create(body),
  }),
  route({
    ...{ id: 'readEvent', method: 'GET', path: '/events/{slug}', tag, calls: 'event.bySlug' },
    summary: 'One event, and what you are in it.',
    answer: event.extend({
      you: z.object({
        roles: z.array(z.string()),
        mayManage: z.boolean(),
        mayConduct: z.boolean(),
        mayWatch: z.boolean(),
      }),
    }),
    serve: (api, { params }) => api.event.bySlug(params),
  }),
  route({
    ...{ id: 'changeEvent', method: 'PATCH', path: '/events/{slug}', tag, calls: 'event.update' },
    summary: 'Changes what is named and leaves the rest.',
    body: updateInput,
    answer: z.object({ slug: z.string() }),
    serve: (api, { params, body }) => api.event.update({ ...body, ...params }),
  }),
  route({
    ...{ id: 'publishEvent', method: 'POST', path: '/events/{slug}/publish', tag, calls: 'event.publish' },
    summary: 'Shows a draft to everybody and opens its registration.',
    answer: made,
    serve: (api, { params }) => api.event.publish(params),
  }),
  route({
    ...{ id: 'cancelEvent', method: 'POST', path: '/events/{slug}/cancel', tag, calls: 'event.cancel' },
    summary: 'Cancels an event and tells everybody concerned why.',
    body: cancelInput,
    answer: z.object({ slug: z.string(), reason: z.string() }),
    serve: (api, { params, body }) => api.event.cancel({ ...body, ...params }),
  }),
]
