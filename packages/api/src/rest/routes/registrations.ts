import { z } from 'zod'
import { registerInput } from '../../event/register-input.ts'
import { approveInput, rejectInput } from '../../registration/decide.ts'
import { withdrawInput } from '../../registration/withdraw.ts'
import { listRoute, type RestRoute, route } from '../route.ts'
import { registration } from '../schemas.ts'

const tag = 'Registrations'
const ids = z.array(z.string()).describe('The entries that this changed.')

export const registrationRoutes: readonly RestRoute[] = [
  listRoute({
    ...{ id: 'listRegistrations', path: '/events/{slug}/registrations', tag, calls: 'registration.list' },
    summary: 'Every entry of an event with its person, the oldest first, for its organisers.',
    item: registration.extend({ person: z.string(), email: z.string(), approved: z.boolean() }),
    keyOf: ({ id }) => id,
    all: (api, { params }) => api.registration.list(params),
  }),
  listRoute({
    ...{ id: 'listMyRegistrations', path: '/events/{slug}/registrations/mine', tag, calls: 'event.myRegistrations' },
    summary: 'Your own entries in an event.',
    item: registration,
    keyOf: ({ id }) => id,
    all: (api, { params }) => api.event.myRegistrations(params),
  }),
  route({
    ...{ id: 'register', method: 'POST', path: '/events/{slug}/registrations', tag, calls: 'event.register' },
    summary:
      'Enters you into an event. Answers at once, mostly as pending; read your entries to learn what becomes of it.',
    status: 201,
    body: registerInput,
    answer: registration,
    serve: (api, { params, body }) => api.event.register({ ...body, ...params }),
  }),
  route({
    ...{ id: 'approveRegistrations', method: 'POST', path: '/events/{slug}/registrations/approve' },
    ...{ tag, calls: 'registration.approve', summary: 'Lets people in; who is in already stays.' },
    body: approveInput,
    answer: z.object({ approved: ids }),
    serve: (api, { params, body }) => api.registration.approve({ ...body, ...params }),
  }),
  route({
    ...{ id: 'rejectRegistrations', method: 'POST', path: '/events/{slug}/registrations/reject' },
    ...{ tag, calls: 'registration.reject', summary: 'Turns people away who are not in yet, and tells them why.' },
    body: rejectInput,
    answer: z.object({ rejected: ids }),
    serve: (api, { params, body }) => api.registration.reject({ ...body, ...params }),
  }),
  route({
    ...{ id: 'withdrawRegistration', method: 'POST', path: '/events/{slug}/registrations/{id}/withdraw' },
    ...{ tag, calls: 'registration.withdraw', summary: 'Withdraws your entry, or anybody’s as an organiser.' },
    body: withdrawInput,
    answer: registration,
    serve: (api, { params, body }) => api.registration.withdraw({ ...body, ...params }),
  }),
]
