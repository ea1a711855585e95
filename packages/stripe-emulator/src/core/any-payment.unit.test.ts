import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runDue } from './agenda.ts'
import { TEST_ACCOUNTS, TEST_CARDS } from './cards.ts'
import { answerBank, createSession, expireSession, paySession, settlePayment } from './checkout.ts'
import type { Desk } from './desk.ts'
import { closeDispute } from './disputes.ts'
import { deskForTest } from './given.ts'
import { methodNamed } from './methods.ts'
import { Refusal } from './problem.ts'
import { createRefund, settleRefund } from './refunds.ts'
import type { Charge, Session } from './world.ts'

/** Anything that can happen to a session, in any order, by any of its three tabs. */
type Step =
  | { is: 'pay'; method: string }
  | { is: 'answer'; yes: boolean }
  | { is: 'settle'; as: 'succeeded' | 'failed' | undefined }
  | { is: 'refund'; amount: number }
  | { is: 'settle refund'; as: 'succeeded' | 'failed' | undefined }
  | { is: 'close dispute'; as: 'won' | 'lost' }
  | { is: 'expire' }
  | { is: 'wait'; ms: number }

const METHODS = [...TEST_CARDS, ...TEST_ACCOUNTS]
  .filter(({ behaviour }) => behaviour.does !== 'pay')
  .map(({ method }) => method)
const result = fc.constantFrom('succeeded' as const, 'failed' as const, undefined)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ is: fc.constant('pay' as const), method: fc.constantFrom(...METHODS) }),
  fc.record({ is: fc.constant('answer' as const), yes: fc.boolean() }),
  fc.record({ is: fc.constant('settle' as const), as: result }),
  fc.record({ is: fc.constant('refund' as const), amount: fc.integer({ min: 1, max: 60_000 }) }),
  fc.record({ is: fc.constant('settle refund' as const), as: result }),
  fc.record({ is: fc.constant('close dispute' as const), as: fc.constantFrom('won' as const, 'lost' as const) }),
  fc.constant({ is: 'expire' as const }),
  fc.record({ is: fc.constant('wait' as const), ms: fc.integer({ min: 1, max: 40 * 3_600_000 }) }),
)

const SESSION = {
  items: [{ name: 'Entry fee', description: null, currency: 'inr', unitAmount: 50_000, quantity: 1 }],
  successUrl: 'http://localhost:3000/paid',
  cancelUrl: null,
  reference: 'payment-1',
  customer: null,
  customerEmail: null,
  metadata: {},
  intentData: { metadata: {}, description: null, receiptEmail: null },
  locale: null,
  submitType: null,
  expiresMs: undefined,
  allowedTypes: ['card', 'us_bank_account'] satisfies Session['allowedTypes'],
}

const opened = (desk: Desk): Session => {
  const session = createSession(desk, SESSION)
  if (session instanceof Refusal) throw new Error(session.error.message)
  return session
}

const chargesOf = ({ world }: Desk): Charge[] => world.charges.oldestFirst()

const take = (desk: Desk, sessionId: string, done: Step): Desk => {
  const { world } = desk
  const session = world.sessions.need(sessionId)
  const intent = session.intent === null ? undefined : world.intents.need(session.intent)
  const paid = chargesOf(desk).find(({ state }) => state.status === 'succeeded')
  const [refund] = world.refunds.newestFirst()
  const [dispute] = world.disputes.newestFirst()
  switch (done.is) {
    case 'pay': {
      const method = methodNamed(desk, done.method)
      if (!(method instanceof Refusal)) paySession(desk, session, method)
      return desk
    }
    case 'answer':
      if (intent) answerBank(desk, intent, done.yes)
      return desk
    case 'settle':
      if (intent) settlePayment(desk, intent, done.as)
      return desk
    case 'refund':
      if (paid) createRefund(desk, paid, { amount: done.amount, reason: null, metadata: {} })
      return desk
    case 'settle refund':
      if (refund) settleRefund(desk, refund, done.as)
      return desk
    case 'close dispute':
      if (dispute) closeDispute(desk, dispute, done.as)
      return desk
    case 'expire':
      expireSession(desk, session)
      return desk
    case 'wait': {
      const later = { ...desk, nowMs: desk.nowMs + done.ms }
      runDue(later)
      return later
    }
    default:
      return done satisfies never
  }
}

/** What has to hold whatever happened. */
const holds = (desk: Desk, sessionId: string): void => {
  const { world } = desk
  const session = world.sessions.need(sessionId)
  const intent = session.intent === null ? undefined : world.intents.need(session.intent)
  const paid = chargesOf(desk).filter(({ state }) => state.status === 'succeeded')
  expect(paid.length).toBeLessThanOrEqual(1)
  expect(intent?.state.status === 'succeeded').toBe(paid.length === 1)
  const isPaid = session.state.status === 'complete' && session.state.payment === 'paid'
  expect(isPaid).toBe(paid.length === 1)
  for (const charge of chargesOf(desk)) {
    expect(charge.refunded).toBeGreaterThanOrEqual(0)
    expect(charge.refunded).toBeLessThanOrEqual(charge.amount)
    const about = [
      charge.id,
      ...world.refunds
        .oldestFirst()
        .filter((one) => one.charge === charge.id)
        .map(({ id }) => id),
      ...world.disputes
        .oldestFirst()
        .filter((one) => one.charge === charge.id)
        .map(({ id }) => id),
    ]
    const lines = world.transactions.oldestFirst().filter(({ source }) => about.includes(source))
    const left = lines.reduce((sum, { amount }) => sum + amount, 0)
    const isTaken = world.disputes.oldestFirst().some((one) => one.charge === charge.id && one.status !== 'won')
    const came = charge.state.status === 'succeeded' ? charge.amount - charge.refunded : 0
    const disputed = world.disputes.oldestFirst().find((one) => one.charge === charge.id)?.amount ?? 0
    expect(left).toBe(came - (isTaken ? disputed : 0))
  }
  const said = world.events.oldestFirst().map(({ type }) => type)
  expect(said.filter((type) => type === 'payment_intent.succeeded').length).toBe(paid.length)
  for (const result of ['succeeded', 'failed'])
    expect(said.filter((type) => type === `checkout.session.async_payment_${result}`).length).toBeLessThanOrEqual(1)
  const ends = ['checkout.session.completed', 'checkout.session.expired']
  expect(said.filter((type) => ends.includes(type)).length).toBe(session.state.status === 'open' ? 0 : 1)
}

test('STRIPE-9, STRIPE-17, STRIPE-27 whatever happens in whatever order, money moves once and every line adds up', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      let desk = deskForTest()
      const { id } = opened(desk)
      for (const one of steps) {
        desk = take(desk, id, one)
        holds(desk, id)
      }
      for (const { type } of desk.world.events.oldestFirst()) met.add(type)
    }),
    { numRuns: 5_000 },
  )
  // None of it may be proved by never happening.
  for (const type of [
    'checkout.session.async_payment_failed',
    'checkout.session.async_payment_succeeded',
    'checkout.session.completed',
    'checkout.session.expired',
    'charge.dispute.closed',
    'charge.dispute.created',
    'charge.failed',
    'charge.refunded',
    'payment_intent.canceled',
    'payment_intent.requires_action',
    'payment_intent.succeeded',
    'refund.failed',
    'refund.updated',
  ])
    expect(met).toContain(type)
})
