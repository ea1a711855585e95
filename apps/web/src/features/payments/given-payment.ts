import type { PaymentView } from '@gavel/api'

const NOON_MS = Date.UTC(2026, 10, 20, 12)

/** A payment of ₹500 that nobody has begun to pay, its place held for an hour; with whatever a test is about. */
export const aPayment = (with_: Partial<PaymentView> = {}): PaymentView => ({
  id: 'seat.1',
  event: { slug: 'harbour-cup', name: 'Harbour Cup', timeZone: 'Asia/Kolkata' },
  words: 'Entry fee, Harbour Cup',
  money: { amount: 50_000, currency: 'INR' },
  purpose: 'fee',
  stage: { is: 'created' },
  stageWords: 'Nothing was paid yet.',
  heldUntilMs: NOON_MS + 3_600_000,
  payable: true,
  tries: 0,
  declinedWords: null,
  charges: [],
  refunds: [],
  createdAtMs: NOON_MS,
  receiptNumber: null,
  registrationId: 'entry',
  seat: 'seat',
  entry: 'owing',
  payer: { userId: 'asha', name: 'Asha Rao' },
  refundable: { amount: 0, currency: 'INR' },
  manages: false,
  next: [],
  nowMs: NOON_MS,
  ...with_,
})

/** It was paid by card. */
export const paid = (kept: boolean, dispute: 'open' | 'won' | 'lost' | null = null): PaymentView['stage'] => ({
  ...{ is: 'paid', charge: 'ch_1', source: 'stripe', kept, dispute },
})
