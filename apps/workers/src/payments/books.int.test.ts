import { exportFinance, reconcileDaily } from '@gavel/api'
import { readAudit } from '@gavel/db'
import { expect, test } from 'vitest'
import { FEE, givenTill } from './given-till.ts'

const HOUR = 3_600_000
/** What is younger than an hour waits. */
const LATER = 2 * HOUR
const refused = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

type Till = Awaited<ReturnType<typeof givenTill>>
const paid = async (till: Till) => {
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.pays(url)
  await asha.api.payment.refresh({ id: payment })
  return payment
}
const byHandAtStripe = (till: Till) =>
  till.stripe.stripe.paymentIntents.create({
    ...{ amount: 12_300, currency: 'inr', confirm: true, payment_method: 'pm_card_visa' },
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
  })
const open = async (till: Till) =>
  (await till.admin.api.finance.mismatches()).flatMap(({ kind, owner, state }) =>
    state.is === 'open' ? [[kind, owner]] : [],
  )

test('BOOKS-1 a charge that was made at Stripe by hand is nobody’s, until an administrator accepts it', async () => {
  const till = await givenTill()
  await paid(till)
  await byHandAtStripe(till)
  await reconcileDaily(till.services, Date.now() + LATER)
  expect(await open(till)).toEqual([['nobodys', 'administrator']])
  const [found] = await till.admin.api.finance.mismatches()
  const id = found?.id ?? ''
  expect(await till.admin.api.finance.accept({ id, note: 'A test of ours.' })).toMatchObject({
    state: { is: 'accepted', by: till.admin.userId, note: 'A test of ours.' },
  })
  await expect(till.admin.api.finance.accept({ id, note: 'Again.' })).rejects.toEqual(refused('FINANCE.NO_MISMATCH'))
  const [line] = await readAudit(till.services.postgres, { actorId: till.admin.userId })
  expect(line).toMatchObject({ action: 'finance.accept', subject: `mismatch:${id}` })
  await reconcileDaily(till.services, Date.now() + LATER + 25 * HOUR)
  expect(await open(till)).toEqual([])
  const overview = await till.admin.api.finance.overview({ fromMs: 0, toMs: Date.now() + HOUR })
  expect(overview).toMatchObject({ reconciled: { pairs: 1, found: 1 }, open: 0, stages: { paid: 1 } })
  expect(overview.days).toMatchObject([{ currency: 'INR', cameIn: FEE, kept: FEE, gaveBack: 0 }])
})

test('BOOKS-2 what Stripe has and we do not is fetched, and then there is nothing that differs', async () => {
  const till = await givenTill()
  await till.stripe.order('webhooks', { mode: 'drop' })
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.pays(url)
  await reconcileDaily(till.services, Date.now() + LATER)
  expect((await till.payment(payment)).kept).toBe(true)
  expect([await open(till), await till.statusOf(asha)]).toEqual([[], 'confirmed'])
  const [charge] = await till.charged()
  await till.stripe.stripe.refunds.create({ charge: charge?.id ?? '', amount: 10_000 })
  await reconcileDaily(till.services, Date.now() + LATER + 25 * HOUR)
  expect((await till.payment(payment)).refunds).toMatchObject([{ why: 'at-provider', amount: 10_000 }])
  expect(await open(till)).toEqual([])
  expect(await till.at('income')).toBe(10_000 - FEE)
})

test('BOOKS-3 an amount that differs is found, told with its next step, and resolved when it is gone', async () => {
  const till = await givenTill()
  const payment = await paid(till)
  const payments = till.services.mongo.connection.collection('payments')
  const { changes } = await till.record(payment)
  const wrong = changes.map((change) =>
    change.type === 'ChargeSeen'
      ? { ...change, charge: { ...change.charge, money: { ...change.charge.money, amount: 49_000 } } }
      : change,
  )
  await payments.updateOne({ _id: payment as never }, { $set: { changes: wrong } })
  await reconcileDaily(till.services, Date.now() + LATER)
  expect(await open(till)).toEqual([['amount', 'administrator']])
  expect((await till.admin.api.finance.mismatches())[0]?.step).toContain('We have ₹490, Stripe has ₹500.')
  await payments.updateOne({ _id: payment as never }, { $set: { changes } })
  await reconcileDaily(till.services, Date.now() + LATER + 25 * HOUR)
  expect((await till.admin.api.finance.mismatches()).map(({ state }) => state.is)).toEqual(['resolved'])
})

test('BOOKS-4 it runs once a day, and now where somebody asks; while Stripe is away it says so', async () => {
  const till = await givenTill()
  const payment = await paid(till)
  await reconcileDaily(till.services, Date.now() - 3 * HOUR)
  await byHandAtStripe(till)
  await reconcileDaily(till.services, Date.now())
  const reconciled = async () => (await till.admin.api.finance.overview({ fromMs: 0, toMs: Date.now() })).reconciled
  expect(await reconciled()).toMatchObject({ pairs: 0 })
  expect(await till.admin.api.finance.reconcile()).toEqual({ pairs: 1, found: 0 })
  await till.stripe.order('faults', { fault: { what: 'refuse', status: 503 }, times: 1, path: '/v1/charges' })
  await expect(till.admin.api.finance.reconcile()).rejects.toEqual(refused('PAYMENT.UNAVAILABLE'))
  const span = { account: 'stripe', currency: 'INR', fromMs: 0, toMs: Date.now() + HOUR } as const
  const { before, rows } = await till.admin.api.finance.statement(span)
  expect([before, rows.map((row) => row.payment)]).toEqual([0, [payment, payment]])
  expect(rows.at(-1)?.balance).toBe(await till.at('stripe'))
})

test('BOOKS-5 the books come as files, of one event for its organisers and of all for administrators, and nothing in them runs', async () => {
  const till = await givenTill()
  await paid(till)
  const ravi = await till.enters()
  const { registrationId, seat } = ravi
  const noted = { slug: till.slug, registrationId, seat, how: 'cash', reference: '=HYPERLINK("x")' } as const
  await till.organiser.api.payment.markPaid(noted)
  const ctx = ({ actor }: Pick<typeof ravi, 'actor'>) => ({
    services: till.services,
    actor,
    session: null,
    address: 'x',
  })
  const span = { slug: till.slug, fromMs: 0, toMs: Date.now() + HOUR }
  const payments = await exportFinance(ctx(till.organiser), 'payments.csv', span)
  expect(payments.name).toBe(`${till.slug}-payments.csv`)
  expect(payments.body.split('\r\n')).toHaveLength(4)
  expect(payments.body).toContain('Entry fee,500,INR,paid,stripe')
  expect(payments.body).toContain(`"'=HYPERLINK(""x"")"`)
  const ledger = await exportFinance(ctx(till.admin), 'ledger.csv', { ...span, slug: null })
  expect(ledger.body).toMatch(/Kept,income,-500,INR/)
  await expect(exportFinance(ctx(till.organiser), 'ledger.csv', { ...span, slug: null })).rejects.toThrow('may not')
  await expect(exportFinance(ctx(ravi), 'payments.csv', span)).rejects.toThrow('may not')
})
