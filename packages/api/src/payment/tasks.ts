import { notePaymentAt, type PaymentRecord, paymentOf } from '@gavel/db'
import type { Attempt, Facts, Failure, Task } from '@gavel/payments'
import { type FormOrder, failureOf, type Gateway } from '@gavel/payments/stripe'
import type { Stores } from '../services.ts'
import { actOnPayment } from './act.ts'
import { tellRegistration } from './registrar.ts'
import { gaveBack, verdictOf } from './verdict.ts'

/** Client secrets of forms, by attempt: they are kept nowhere, since asking again with the same key answers them again. */
export type Opened = Map<string, string>

type How = { nowMs: number; forms: Opened }

/** Does one thing that is due for a payment, and stores what came of it. What failed is due again. @throws where a store is away, or on a bug */
export const workOn = async (stores: Stores, record: PaymentRecord, task: Task, how: How): Promise<void> => {
  const { gateway } = stores
  if (task.do === 'tell') return tell(stores, record, how)
  if (!gateway) return
  switch (task.do) {
    case 'open':
      return open({ ...stores, gateway }, record, task.attempt, how)
    case 'close':
      return lookAt({ ...stores, gateway }, record, task.attempt, how.nowMs, 'close')
    case 'look':
      return lookAt(
        { ...stores, gateway },
        record,
        task.attempt,
        how.nowMs,
        isOverForm(record, task) ? 'close' : 'look',
      )
    case 'refund':
      return refund({ ...stores, gateway }, record, task, how.nowMs)
    case 'hand-back':
    case 'mend':
      return
    default:
      return task satisfies never
  }
}

/** A page ends by itself; a form is only ever closed. */
const isOverForm = (record: PaymentRecord, { attempt }: { attempt: string }): boolean =>
  paymentOf(record).attempts.some(({ id, way, state }) => id === attempt && way === 'form' && state.is === 'open')

type AtStripe = Pick<Stores, 'mongo' | 'logger' | 'site'> & { gateway: Gateway }

/** The registration says whether it has a place for the money. Money never stays with one that is gone. */
const tell = async (stores: Stores, record: PaymentRecord, { nowMs }: How): Promise<void> => {
  const entry = await tellRegistration(stores, record, 'HearPaid')
  if (entry === 'away') return
  const verdict = entry === 'gone' ? gaveBack(record, 100) : verdictOf(entry, record)
  if (verdict && verdict.type !== 'Cancel') await actOnPayment(stores, record.id, verdict, { nowMs })
}

/** What Stripe answered, or why it did not. @throws what is no failure of Stripe's or of the network */
export const asked = async <T>(call: Promise<T>): Promise<{ said: T } | { failure: Failure }> => {
  try {
    return { said: await call }
  } catch (error) {
    const failure = failureOf(error)
    if (!failure) throw error
    return { failure }
  }
}

/** What Stripe is asked for by an attempt: the same each time. */
const orderOf = (record: PaymentRecord, { id }: Pick<Attempt, 'id'>): FormOrder => {
  const order = record.orders.find(({ attempt }) => attempt === id)
  // Whoever has deleted their account left no words.
  const { words = 'Payment', email = null } = order ?? {}
  return { key: id, attempt: id, payment: record.id, money: record.money, words, email }
}

const open = async (
  stores: AtStripe,
  record: PaymentRecord,
  attempt: Attempt,
  { nowMs, forms }: How,
): Promise<void> => {
  const { mongo } = stores
  const answer = await asked(openAt(stores, record, attempt))
  if ('failure' in answer) {
    const failed = {
      type: 'HearNotOpened',
      attempt: attempt.id,
      failure: answer.failure,
      random: Math.random(),
    } as const
    await actOnPayment({ mongo }, record.id, failed, { nowMs })
    return
  }
  const { provider, url, clientSecret } = answer.said
  if (clientSecret !== null) forms.set(attempt.id, clientSecret)
  const at = { attempt: attempt.id, provider }
  await actOnPayment({ mongo }, record.id, { type: 'HearOpened', attempt: attempt.id, url }, { nowMs, beside: { at } })
  // Where a webhook was first nothing changed, but where the page is has to be known.
  await notePaymentAt(mongo, record.id, [provider], [at])
}

/** Asks Stripe for an attempt's page or form; asking again with its key answers the same. */
export const openAt = async (
  { gateway, site }: Pick<AtStripe, 'gateway' | 'site'>,
  record: PaymentRecord,
  attempt: Attempt,
): Promise<{ provider: string; url: string | null; clientSecret: string | null }> => {
  const order = orderOf(record, attempt)
  if (attempt.way === 'form') return { url: null, ...(await gateway.openForm(order)) }
  const successUrl = `${site}/payments/${record.id}/return`
  const cancelUrl = `${site}/payments/${record.id}`
  const { expiresAtMs } = attempt
  return { clientSecret: null, ...(await gateway.openPage({ ...order, successUrl, cancelUrl, expiresAtMs })) }
}

/** Learns what Stripe says of an attempt now, or after it was told to close its page. */
export const lookAt = async (
  { mongo, gateway, logger }: Pick<AtStripe, 'mongo' | 'gateway' | 'logger'>,
  record: PaymentRecord,
  attempt: string,
  nowMs: number,
  how: 'look' | 'close' = 'look',
): Promise<void> => {
  for (const at of record.at.filter((one) => one.attempt === attempt)) {
    const answer = await asked(gateway[how](at))
    if ('said' in answer) await learn({ mongo }, record.id, answer.said, nowMs)
    else logger.warn({ failure: answer.failure, payment: record.id, how }, 'Stripe did not say how a payment stands')
  }
}

/** Takes in what Stripe said. */
export const learn = async (stores: Pick<Stores, 'mongo'>, id: string, facts: Facts, nowMs: number): Promise<void> => {
  await actOnPayment(stores, id, { type: 'Learn', facts }, { nowMs })
}

const refund = async (
  { mongo, gateway }: AtStripe,
  record: PaymentRecord,
  { refund: id, charge, money, key }: Extract<Task, { do: 'refund' }>,
  nowMs: number,
): Promise<void> => {
  const answer = await asked(gateway.refund({ key, payment: record.id, refund: id, charge, money }))
  if ('said' in answer) return learn({ mongo }, record.id, answer.said, nowMs)
  const failed = { type: 'HearNotRefunded', refund: id, failure: answer.failure, random: Math.random() } as const
  await actOnPayment({ mongo }, record.id, failed, { nowMs })
}

/** A payment has a few attempts; what older ones still tell comes by webhook. */
const LOOKED_AT = 3

/** The attempts of a payment that may still tell something new, the newest first. */
export const openAttempts = (record: PaymentRecord): string[] =>
  paymentOf(record)
    .attempts.filter(({ state }) => state.is === 'open' || state.is === 'processing')
    .map(({ id }) => id)
    .slice(-LOOKED_AT)
    .toReversed()
