import { expect, test } from 'vitest'
import type { Facts } from './commands.ts'
import { HOUR, Till } from './given.ts'

type RefundFact = Facts['refunds'][number]
const refund = (id: string, more: Partial<RefundFact> = {}) => ({
  refunds: [{ id, charge: 'ch1', amount: 50_000, state: 'done', ours: null, ...more } as const],
})
const dispute = (state: 'open' | 'won' | 'lost', amount = 50_000) => ({
  disputes: [{ id: 'd1', charge: 'ch1', amount, fee: 1_500, state }],
})
const kept = () => new Till().pays().does({ type: 'Keep' })
const returning = () => new Till().pays().does({ type: 'Return', refund: 'r1', percent: 100 })

test('REFUND-1 a refund is owed before Stripe is asked, once, and keeps its key until Stripe says that it failed', () => {
  const till = returning().does({ type: 'Return', refund: 'r1', percent: 100 })
  expect(till.payment.refunds).toHaveLength(1)
  till.does({ type: 'HearNotRefunded', refund: 'r1', failure: { is: 'network' }, random: 0.9 })
  expect(till.due()).toEqual([])
  till.nowMs += 1_000
  expect(till.due()).toMatchObject([{ do: 'refund', key: 'r1:0' }])
  till.learns(refund('re1', { ours: 'r1', state: 'pending' }))
  expect(till.due()).toEqual([])
  till.learns(refund('re1', { ours: 'r1', state: 'failed' }))
  till.nowMs += HOUR
  expect(till.due()).toMatchObject([{ do: 'refund', key: 'r1:1' }])
})

test('REFUND-2 refunds never exceed the charge', () => {
  const till = kept().does({ type: 'Refund', refund: 'r1', amount: 30_000 })
  for (const amount of [20_001, 0, -1, 0.5])
    expect(till.ask({ type: 'Refund', refund: 'r2', amount })?.code).toBe('TOO_MUCH')
  till.does({ type: 'Refund', refund: 'r2', amount: 20_000 })
  expect([till.at('income'), till.at('refunds-owed'), till.stage.is]).toEqual([0, -50_000, 'returned'])
  expect(new Till().ask({ type: 'Refund', refund: 'r', amount: 1 })?.code).toBe('NOT_PAID')
})

test('REFUND-3 a part goes back and the rest is kept, whether it was decided before or not', () => {
  for (const till of [kept(), new Till().pays()]) {
    till.does({ type: 'Return', refund: 'r1', percent: 50 })
    expect([till.at('income'), till.at('refunds-owed'), till.at('received')]).toEqual([-25_000, -25_000, 0])
  }
  const nothing = kept().does({ type: 'Return', refund: 'r1', percent: 0 })
  expect([nothing.at('income'), nothing.payment.refunds]).toEqual([-50_000, []])
  expect(new Till().ask({ type: 'Return', refund: 'r', percent: 100 })?.code).toBe('NOT_PAID')
})

test('REFUND-4 one that fails after it was done is owed again, three times at most', () => {
  const till = returning()
  for (const id of ['re1', 're2', 're3']) {
    till.learns(refund(id, { ours: 'r1' }))
    expect([till.at('stripe'), till.at('refunds-owed')]).toEqual([0, 0])
    till.learns(refund(id, { ours: 'r1', state: 'failed' }), refund(id, { ours: 'r1' }))
    expect([till.at('stripe'), till.at('refunds-owed')]).toEqual([50_000, -50_000])
  }
  expect(till.due()).toMatchObject([{ do: 'mend', what: 'r1', step: expect.stringContaining('pay it back') }])
  till.does({ type: 'HandBack', refund: 'r1', how: 'upi', reference: 'T 9' })
  expect([till.at('stripe'), till.at('upi'), till.at('refunds-owed')]).toEqual([50_000, -50_000, 0])
})

test('REFUND-4 one that Stripe refuses waits for an administrator', () => {
  const till = returning()
  const failure = { is: 'refused', code: 'charge_disputed', message: 'No.' } as const
  till.does({ type: 'HearNotRefunded', refund: 'r1', failure, random: 0 })
  expect(till.due()).toMatchObject([{ do: 'mend', what: 'r1' }])
  expect(till.ask({ type: 'HearNotRefunded', refund: 'r9', failure, random: 0 })?.code).toBe('NO_REFUND')
})

test('REFUND-5 a refund made at the provider is taken over', () => {
  const more = kept().learns(refund('re1', { amount: 10_000 }))
  expect(more.payment.refunds).toMatchObject([{ id: 're1', amount: 10_000, why: 'at-provider', state: { is: 'done' } }])
  expect([more.at('stripe'), more.at('income')]).toEqual([40_000, -40_000])
  const ours = returning().learns(refund('re1'))
  expect(ours.payment.refunds).toMatchObject([{ id: 'r1', state: { is: 'done', proof: 're1' } }])
  const beyond = returning().learns(refund('re1', { amount: 20_000 }))
  expect(beyond.payment.refunds.map(({ id, amount, state }) => [id, amount, state.is])).toEqual([
    ['r1', 50_000, 'dropped'],
    ['r1:re1', 30_000, 'owed'],
    ['re1', 20_000, 'done'],
  ])
  expect([beyond.at('stripe'), beyond.at('refunds-owed'), beyond.at('received')]).toEqual([30_000, -30_000, 0])
})

test('REFUND-5 one of ours whose reply was lost counts too, also where somebody made the same by hand', () => {
  const till = kept().does({ type: 'Refund', refund: 'r1', amount: 10_000 })
  till.learns(refund('re1', { amount: 10_000 }), refund('re2', { amount: 10_000, ours: 'r1' }))
  expect(till.payment.refunds.map(({ id, state }) => [id, state.is])).toEqual([
    ['r1', 'done'],
    ['re2', 'done'],
  ])
  expect([till.at('stripe'), till.at('refunds-owed')]).toEqual([30_000, 0])
})

test('REFUND-5 one by hand that had failed before we heard of it is noted, and older news of it are known', () => {
  const till = kept().learns(refund('re1', { amount: 10_000, state: 'failed' }), refund('re1', { amount: 10_000 }))
  expect(till.payment.refunds).toMatchObject([{ id: 're1', state: { is: 'dropped' } }])
  expect([till.at('stripe'), till.at('income'), till.due()]).toEqual([50_000, -50_000, []])
})

test('DISPUTE-1 nothing of a disputed charge is refunded', () => {
  const till = returning().learns(dispute('open'))
  expect([till.due(), till.at('stripe'), till.at('disputed'), till.at('fees')]).toEqual([[], -1_500, 50_000, 1_500])
  expect(kept().learns(dispute('open')).ask({ type: 'Refund', refund: 'r', amount: 1 })?.code).toBe('TOO_MUCH')
  till.learns(dispute('won'), dispute('open'))
  expect([till.at('disputed'), till.due()]).toMatchObject([0, [{ do: 'refund', refund: 'r1' }]])
})

test('DISPUTE-2 a lost one takes the place of what was owed back', () => {
  const owed = returning().learns(dispute('lost'), dispute('won'))
  expect(owed.payment.refunds).toMatchObject([{ state: { is: 'dropped' } }])
  expect([owed.at('received'), owed.at('refunds-owed'), owed.at('disputes-lost'), owed.at('disputed')]).toEqual([
    0, 0, 0, 0,
  ])
  expect([owed.stage.is, owed.due()]).toEqual(['returned', []])
  const part = returning().learns(dispute('lost', 20_000))
  expect(part.due()).toMatchObject([{ do: 'refund', refund: 'r1:d1', money: { amount: 30_000 } }])
  expect([part.at('received'), part.at('refunds-owed')]).toEqual([0, -30_000])
})

test('DISPUTE-2 of kept money it is a loss, and before it was kept the payer has it back', () => {
  const lost = kept().learns(dispute('open'), dispute('lost'))
  expect([lost.at('income'), lost.at('disputes-lost'), lost.at('stripe')]).toEqual([-50_000, 50_000, -1_500])
  const undecided = new Till().pays().learns(dispute('lost'))
  expect([undecided.at('received'), undecided.stage.is, undecided.due()]).toEqual([0, 'returned', []])
  expect(undecided.ask({ type: 'Keep' })?.code).toBe('RETURNED')
  undecided.does({ type: 'Return', refund: 'r1', percent: 100 })
  expect(undecided.payment.refunds).toEqual([])
})

test('DISPUTE-2 what gives way stands where the money stands by then, not where it was when it was owed', () => {
  const till = new Till()
    .pays()
    .learns(refund('re1', { amount: 1, state: 'pending' }))
    .does({ type: 'Keep' })
  till.learns({ ...refund('re1', { amount: 1, state: 'failed' }), ...dispute('lost') })
  expect([till.at('received'), till.at('refunds-owed'), till.at('income')]).toEqual([0, 0, -50_000])
})

test('DISPUTE-3 a payment that is disputed, or was lost, says so', () => {
  const till = kept()
  expect(till.stage).toMatchObject({ is: 'paid', dispute: null })
  expect(till.learns(dispute('open')).stage).toMatchObject({ is: 'paid', dispute: 'open' })
  expect(till.learns(dispute('lost')).stage).toMatchObject({ is: 'paid', kept: true, dispute: 'lost' })
  expect(kept().learns(dispute('won')).stage).toMatchObject({ dispute: null })
})
