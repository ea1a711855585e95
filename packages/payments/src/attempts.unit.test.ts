import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import { fold } from './evolve.ts'
import { charge, DAY, FEE, HOUR, MINUTE, Till } from './given.ts'
import { REFUSAL_CODES, refusalWords } from './refusals.ts'

test('PAY-1 an attempt is stored before Stripe is asked, and asked again with the same key', () => {
  const till = new Till().begins()
  const [open] = till.due()
  expect(open).toMatchObject({ do: 'open', attempt: { id: 'a1', state: { is: 'begun', tries: 0 } } })
  till.does({ type: 'HearNotOpened', attempt: 'a1', failure: { is: 'network' }, random: 0.5 })
  expect(till.due()).toEqual([])
  till.nowMs += 500
  expect(till.due()).toMatchObject([{ do: 'open', attempt: { id: 'a1', state: { tries: 1 } } }])
  till.does({ type: 'HearOpened', attempt: 'a1', url: 'https://pay/a1' })
  expect([till.due(), till.stage]).toEqual([[], { is: 'open', attempt: 'a1', url: 'https://pay/a1', declined: null }])
})

test('PAY-2 a double click and a second tab are the same attempt', () => {
  const till = new Till().begins('a1').begins('a2').begins('a3')
  expect(till.payment.attempts.map(({ id }) => id)).toEqual(['a1'])
  till.nowMs += HOUR
  expect(till.begins('a4').payment.attempts.map(({ id }) => id)).toEqual(['a1', 'a4'])
})

test('PAY-3 what is paid, under way or cancelled is not begun again', () => {
  const again = { type: 'Begin', attempt: 'a9', way: 'page', expiresAtMs: 1e15 } as const
  expect(new Till().pays().ask(again)?.code).toBe('PAID')
  expect(
    new Till()
      .opens()
      .learns({ intent: { state: 'processing', declined: null } })
      .ask(again)?.code,
  ).toBe('UNDER_WAY')
  expect(new Till().does({ type: 'Cancel', why: 'Lapsed.' }, { type: 'Cancel', why: 'x' }).ask(again)?.code).toBe(
    'CANCELLED',
  )
  const back = new Till().pays().does({ type: 'Return', refund: 'r', percent: 100 })
  expect(back.ask(again)?.code).toBe('RETURNED')
})

test('PAY-4 open pages are closed once it is paid or cancelled', () => {
  const cash = new Till().opens().does({ type: 'MarkPaid', charge: 'c', how: 'cash', reference: 'R 17', by: 'boss' })
  expect(cash.due()).toContainEqual({ do: 'close', attempt: 'a1' })
  const gone = new Till().opens().does({ type: 'Cancel', why: 'Lapsed.' })
  expect(gone.due()).toEqual([{ do: 'close', attempt: 'a1' }])
  expect(gone.learns({ page: { state: 'expired', url: null } }).due()).toEqual([])
})

test('PAY-4 a form whose time is over is closed, since Stripe does not', () => {
  const till = new Till().begins('a1', HOUR, 'form').does({ type: 'HearOpened', attempt: 'a1', url: null })
  till.learns({ intent: { state: 'waiting', declined: 'insufficient_funds' } })
  till.nowMs += HOUR - 1
  expect(till.due()).toEqual([])
  till.nowMs += 1
  expect(till.due()).toEqual([{ do: 'close', attempt: 'a1' }])
  expect(till.learns({ intent: { state: 'cancelled', declined: null } }).due()).toEqual([])
  expect(till.stage.is).toBe('expired')
  expect(till.begins('a2', HOUR, 'form').payment.attempts.map(({ id }) => id)).toEqual(['a1', 'a2'])
})

test('PAY-5 the stage is what is known', () => {
  const till = new Till()
  expect(till.stage).toEqual({ is: 'created' })
  expect(till.begins().stage).toEqual({ is: 'created' })
  expect(till.does({ type: 'HearOpened', attempt: 'a1', url: null }).stage.is).toBe('open')
  expect(till.learns({ page: { state: 'expired', url: null } }).stage.is).toBe('expired')
  expect(till.opens('a2').learns({ attempt: 'a2', intent: { state: 'processing', declined: null } }).stage.is).toBe(
    'processing',
  )
  till.learns({ attempt: 'a2', intent: { state: 'failed', declined: 'insufficient_funds' } })
  expect(till.stage).toEqual({ is: 'failed', code: 'insufficient_funds' })
  till.opens('a3').learns({ attempt: 'a3', charges: [charge('ch1')] })
  expect(till.stage).toEqual({ is: 'paid', charge: 'ch1', source: 'stripe', kept: false, dispute: null })
  expect(till.does({ type: 'Return', refund: 'r', percent: 100 }).stage.is).toBe('returned')
  expect(new Till().opens().does({ type: 'Cancel', why: 'Lapsed.' }).stage).toEqual({ is: 'cancelled', why: 'Lapsed.' })
})

test('PAY-6 the log gives the payment again, from anywhere on, and a gap is a bug', () => {
  const { log, payment } = new Till().pays().does({ type: 'Keep' }, { type: 'Refund', refund: 'r', amount: 100 })
  for (let n = 0; n <= log.length; n += 1) expect(fold(log.slice(n), fold(log.slice(0, n)))).toEqual(payment)
  expect(() => fold(log.slice(1))).toThrow('does not follow')
})

test('PAY-7 what is left to be done is read from the payment', () => {
  const till = new Till().pays()
  expect(till.due()).toEqual([{ do: 'tell', charge: 'ch1' }])
  till.does({ type: 'Keep' })
  expect(till.due()).toEqual([])
  till.does({ type: 'Refund', refund: 'r1', amount: 100 })
  const refund = { do: 'refund', refund: 'r1', charge: 'ch1', money: { amount: 100, currency: 'INR' }, key: 'r1:0' }
  expect(till.due()).toEqual([refund])
  const unheard = new Till().opens()
  unheard.nowMs += HOUR + 2 * MINUTE
  expect(unheard.due()).toEqual([{ do: 'look', attempt: 'a1' }])
  const slow = new Till().opens().learns({ intent: { state: 'processing', declined: null } })
  expect(slow.due()).toEqual([{ do: 'look', attempt: 'a1' }])
})

test('RETRY-5 an attempt that is given up names what an administrator does, and still counts where it was paid', () => {
  const till = new Till().begins().does({ type: 'HearNotOpened', attempt: 'a1', failure: { is: 'key' }, random: 0 })
  expect(till.stage).toEqual({ is: 'failed', code: null })
  expect(till.due()).toMatchObject([{ do: 'mend', what: 'a1', step: expect.stringContaining('key') }])
  expect(till.learns({ page: { state: 'open', url: 'u' } }).stage.is).toBe('open')
  const form = new Till().begins()
  const failure = { is: 'declined', code: 'stolen_card' } as const
  form.does({ type: 'HearNotOpened', attempt: 'a1', failure, random: 0 })
  expect(form.stage).toMatchObject({ is: 'open', declined: 'stolen_card' })
})

test('CASH-1 the organiser marks it paid once, with a reference, and who did it stays', () => {
  const till = new Till()
  const mark = { type: 'MarkPaid', charge: 'c1', how: 'upi', reference: ' T 42 ', by: 'boss' } as const
  for (const reference of ['', '  ', 'x'.repeat(101)])
    expect(till.ask({ ...mark, reference })?.code).toBe('NO_REFERENCE')
  till.does(mark, mark)
  expect(till.payment.charges).toMatchObject([{ source: 'upi', counts: true, note: { reference: 'T 42', by: 'boss' } }])
  expect(till.ask({ ...mark, charge: 'c2' })?.code).toBe('PAID')
  expect([till.at('upi'), till.at('received')]).toEqual([50_000, -50_000])
})

test('CASH-1 money that still comes online after that goes back', () => {
  const till = new Till().opens()
  till.does({ type: 'MarkPaid', charge: 'c1', how: 'cash', reference: 'R 1', by: 'boss' })
  till.learns({ charges: [charge('ch1')] })
  expect(till.payment.charges.map(({ counts }) => counts)).toEqual([true, false])
  expect(till.payment.refunds).toMatchObject([{ charge: 'ch1', amount: 50_000, why: 'not-due' }])
})

test('CASH-2 money by hand goes back by hand', () => {
  const till = new Till().does({ type: 'MarkPaid', charge: 'c1', how: 'cash', reference: 'R 1', by: 'boss' })
  till.does({ type: 'Keep' }, { type: 'Return', refund: 'r1', percent: 50 })
  expect(till.due()).toEqual([{ do: 'hand-back', refund: 'r1', money: { amount: 25_000, currency: 'INR' } }])
  const back = { type: 'HandBack', refund: 'r1', how: 'cash', reference: 'R 2' } as const
  expect(till.ask({ ...back, reference: ' ' })?.code).toBe('NO_REFERENCE')
  till.does(back, back)
  expect([till.at('cash'), till.at('refunds-owed'), till.at('income')]).toEqual([25_000, 0, -25_000])
  const card = new Till().pays().does({ type: 'Return', refund: 'r1', percent: 100 })
  expect([card.ask(back)?.code, card.ask({ ...back, refund: 'r9' })?.code]).toEqual(['NOT_BY_HAND', 'NO_REFUND'])
})

test('MONEY-3 a payment that Stripe would not take is not made', () => {
  const purpose = { is: 'fee', registration: 'r1', seat: 's' } as const
  const create = { type: 'Create', id: 'p', event: 'e', payer: 'a', purpose, money: { ...FEE, amount: 10 } } as const
  expect(decide(null, create, 0)).toEqual({
    refusal: { code: 'NOT_CHARGEABLE', words: 'The least that can be charged is ₹0.50.' },
  })
  expect(decide(null, { type: 'Keep' }, 0)).toEqual({ refusal: { code: 'NO_PAYMENT' } })
})

test('each refusal is a sentence', () => {
  for (const code of REFUSAL_CODES) expect(refusalWords({ code })).toMatch(/^[A-Z].+\.$/)
  expect(DAY).toBe(24 * HOUR)
})
