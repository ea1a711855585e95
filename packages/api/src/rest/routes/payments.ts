import { z } from 'zod'
import { STAGES } from '../../payment/list.ts'
import { listRoute, type RestRoute } from '../route.ts'
import { fields } from '../schemas.ts'

const { timeMs } = fields
const money = z.object({ amount: fields.money, currency: z.string().describe('ISO 4217.') })

export const paymentRoutes: readonly RestRoute[] = [
  listRoute({
    ...{ id: 'listPayments', path: '/events/{slug}/payments', tag: 'Registrations', calls: 'payment.list' },
    summary: 'Every payment for an event, the oldest first, for its organisers.',
    filter: {
      stage: z.enum(STAGES).optional().describe('Those that stand so alone.'),
      kind: z.enum(['player', 'owner']).optional().describe('Fees of players, or deposits of teams, alone.'),
    },
    item: z.object({
      ...{ id: z.string(), registrationId: z.string(), seat: z.string() },
      payer: z.object({ userId: z.string(), name: z.string() }),
      purpose: z.enum(['fee', 'deposit']),
      money,
      stage: z.enum(STAGES),
      kept: z.boolean().describe('Whether there is a place for it.'),
      source: z.enum(['stripe', 'cash', 'upi']).nullable(),
      reference: z.string().nullable().describe('What was noted of one by hand.'),
      paidAtMs: timeMs.nullable(),
      returned: money.describe('What went back, or is about to.'),
      createdAtMs: timeMs,
      updatedAtMs: timeMs,
    }),
    keyOf: ({ id }) => id,
    all: (api, { params, query: { stage, kind } }) => api.payment.list({ ...params, stage, kind }),
  }),
]
