import { newId, type PaymentRecord, paymentOf, userById } from '@gavel/db'
import { type Attempt, attemptEndsAtMs, liveAttempt } from '@gavel/payments'
import type { Gateway } from '@gavel/payments/stripe'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { signedInProcedure } from '../trpc.ts'
import { actOnPayment, refusedPayment } from './act.ts'
import { type Pursued, pursue } from './pursue.ts'
import { findOwed, type Owed } from './registrar.ts'
import { heldUntilMs, paymentForSeat, seatToPay } from './seats.ts'
import { asked, lookAt, openAt } from './tasks.ts'
import { paidFor } from './words.ts'

/**
 * A payment that was begun. `url`: Stripe's page, to go to. `clientSecret`: for the form in the page. Both null: look at the payment, which is
 * paid already, or `waiting` because Stripe does not answer, and is tried again.
 */
export type Begun = {
  payment: string
  url: string | null
  clientSecret: string | null
  /** What Stripe's script needs beside the client secret, and where it is; null where its own loader knows. */
  publishableKey: string | null
  scriptUrl: string | null
  state: 'open' | 'waiting'
  /** The server's time, for the clock of the hold. */
  nowMs: number
}

/** Begins to pay for a seat of one's own, or for a share of one's team. Asking again, also at once, leads to the same page (TILL-4). */
export const begin = signedInProcedure
  .input(
    z.strictObject({
      registrationId: z.string().max(80),
      seat: z.string().max(80).optional(),
      way: z.enum(['page', 'form']),
      /** Closes what is open in the other way first: its fields do not come, as where a browser blocks Stripe's script. */
      instead: z.boolean().default(false),
    }),
  )
  .mutation(async ({ ctx: { services, userId }, input }): Promise<Begun> => {
    await services.limits.take('payByUser', userId)
    const owed = await findOwed(services, input.registrationId)
    if (!owed) throw new AppError('REGISTRATION.NOT_FOUND')
    return beginPayment(services, owed, userId, input)
  })

/** A page lives for half an hour at least: more is no payer, or a key that does not work. */
const MOST_TRIES = 50
const TOO_OFTEN = 'This was tried too often. Ask the organiser to help.'

const beginPayment = async (
  services: Services,
  owed: Owed,
  userId: string,
  { seat: named, way: wanted, instead }: { seat?: string | undefined; way: Attempt['way']; instead: boolean },
): Promise<Begun> => {
  const { gateway } = services
  const { event, entry } = owed
  // What is rehearsed costs nobody anything.
  if (!gateway || event.rehearsal || event.sandboxOf !== null) throw new AppError('PAYMENT.NO_CARDS')
  const nowMs = Date.now()
  const seat = seatToPay(owed, userId, named)
  const untilMs = heldUntilMs(entry)
  if (!seat || untilMs === null || untilMs <= nowMs) throw new AppError('PAYMENT.NOTHING_DUE')
  if (seat.payment !== null) throw refusedPayment({ code: 'PAID' })
  const record = await paymentForSeat(services, owed, seat, userId, nowMs)
  if (paymentOf(record).attempts.length >= MOST_TRIES) throw refusedPayment({ code: 'UNDER_WAY', words: TOO_OFTEN })
  // A form that nobody can show would keep its payer from the page.
  const way = gateway.publishableKey === null ? 'page' : wanted
  if (instead) await closeOther({ ...services, gateway }, record, way, nowMs)
  const attempt = newId()
  const email = (await userById(services.postgres, userId))?.email ?? null
  const order = { attempt, words: paidFor(event, record.purpose), email }
  const command = { type: 'Begin', attempt, way, expiresAtMs: attemptEndsAtMs(way, nowMs, untilMs) } as const
  const { refusal } = await actOnPayment(services, record.id, command, { nowMs, beside: { order } })
  if (refusal) throw refusedPayment(refusal)
  // By the clock as it is now: in another tab it may have been begun a moment after this one was asked.
  return begunAt({ ...services, gateway }, await pursue(services, record.id), nowMs)
}

/** Closes what is open in another way. What was paid there meanwhile, or does not answer, stays what it is, and leads there. */
const closeOther = async (
  stores: Pick<Services, 'mongo' | 'logger'> & { gateway: Gateway },
  record: PaymentRecord,
  way: Attempt['way'],
  nowMs: number,
): Promise<void> => {
  const live = liveAttempt(paymentOf(record), nowMs)
  if (live?.state.is === 'open' && live.way !== way) await lookAt(stores, record, live.id, nowMs, 'close')
}

const begunAt = async (
  stores: Pick<Services, 'site'> & { gateway: Gateway },
  { record, payment, forms }: Pursued,
  nowMs: number,
): Promise<Begun> => {
  const { publishableKey, scriptUrl } = stores.gateway
  const common = { payment: record.id, publishableKey, scriptUrl, nowMs }
  const live = liveAttempt(payment, nowMs)
  if (!live) {
    // Stripe said no for good: an administrator is told, and the payer may try anew.
    if (payment.attempts.at(-1)?.state.is === 'dead') throw new AppError('PAYMENT.UNAVAILABLE')
    return { ...common, url: null, clientSecret: null, state: 'open' }
  }
  if (live.state.is !== 'open') return { ...common, url: null, clientSecret: null, state: 'waiting' }
  if (live.way === 'page') return { ...common, url: live.state.url, clientSecret: null, state: 'open' }
  const clientSecret = forms.get(live.id) ?? (await secretOf(stores, record, live))
  return { ...common, url: null, clientSecret, state: clientSecret === null ? 'waiting' : 'open' }
}

/** The secret of a form that is open already, as in another tab. */
const secretOf = async (
  stores: Pick<Services, 'site'> & { gateway: Gateway },
  record: PaymentRecord,
  attempt: Attempt,
): Promise<string | null> => {
  const answer = await asked(openAt(stores, record, attempt))
  return 'said' in answer ? answer.said.clientSecret : null
}
