import { type Begun, createCaller, pursue } from '@gavel/api'
import { changeEvent, ledgerOf } from '@gavel/db'
import { expect, test, vi } from 'vitest'
import { expireRegistration } from '../registrations/settle.ts'
import { FEE, givenTill, MINUTE } from './given-till.ts'

const refused = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

test('TILL-1, TILL-6 a player enters, pays on the page, is in, and the books have it', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  expect(await till.statusOf(asha)).toBe('owing')
  const begun = await till.begins(asha)
  expect(begun).toMatchObject({ state: 'open', clientSecret: null, payment: `${asha.seat}.1` })
  const before = await asha.api.payment.byId({ id: begun.payment })
  expect(before).toMatchObject({ stage: { is: 'open', url: begun.url }, payable: true, tries: 1, receiptNumber: null })
  expect((await till.pays(begun.url)).status).toBe(303)
  const view = await asha.api.payment.refresh({ id: begun.payment })
  expect(view).toMatchObject({
    stage: { is: 'paid', kept: true, source: 'stripe' },
    stageWords: 'Paid.',
    money: { amount: FEE, currency: 'INR' },
    charges: [{ source: 'stripe', counts: true }],
    payable: false,
    next: [],
  })
  expect(await till.statusOf(asha)).toBe('confirmed')
  await till.hears()
  await till.settles(asha)
  const fee = await till.at('fees')
  expect(fee).toBeGreaterThan(0)
  expect([await till.at('income'), await till.at('received'), await till.at('stripe')]).toEqual([-FEE, 0, FEE - fee])
  expect(await till.toldTo(asha)).toEqual([expect.stringMatching(/^Paid: Entry fee, /)])
  expect(await asha.api.payment.mine()).toMatchObject([{ id: begun.payment, stage: 'paid' }])
})

test('TILL-4 a double click, two tabs and a form beside a page are one attempt', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const all = await Promise.all(Array.from({ length: 6 }, () => till.begins(asha)))
  const again = await till.begins(asha)
  const open = [...all, again].filter(({ state }) => state === 'open')
  expect(new Set(open.map(({ url }) => url))).toEqual(new Set([again.url]))
  expect((await till.payment(again.payment)).attempts).toHaveLength(1)
  expect(await till.begins(asha, 'form')).toMatchObject({ url: again.url })
  expect((await till.stripe.stripe.checkout.sessions.list({ limit: 10 })).data).toHaveLength(1)
})

test('TILL-4 a form is opened in the page, and asked for again it is the same', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const first = await till.begins(asha, 'form')
  expect(first).toMatchObject({ url: null, state: 'open', clientSecret: expect.stringMatching(/^pi_.+_secret_/) })
  expect(first.publishableKey).toMatch(/^pk_/)
  expect(first.scriptUrl).toBe(`${till.stripe.baseUrl}/v3/`)
  // A page beside it would be a second place to pay: whoever asks for one is led to the form.
  for (const way of ['form', 'page'] as const)
    expect(await till.begins(asha, way)).toMatchObject({ url: null, clientSecret: first.clientSecret })
  expect((await till.payment(first.payment)).attempts).toHaveLength(1)
  expect((await till.stripe.stripe.paymentIntents.list()).data).toHaveLength(1)
})

test('TILL-4 who asks for the page instead of the form has the form closed first, unless it was paid there', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const form = await till.begins(asha, 'form')
  const { registrationId } = asha
  const page = await asha.api.payment.begin({ registrationId, way: 'page', instead: true })
  expect(page).toMatchObject({ payment: form.payment, url: expect.stringContaining('/c/pay/'), clientSecret: null })
  expect(await confirms(till, form)).toContain('a status of canceled')
  const again = await asha.api.payment.begin({ registrationId, way: 'form', instead: true })
  expect(again.clientSecret).not.toBe(form.clientSecret)
  await till.pays(page.url)
  await confirms(till, again)
  const late = asha.api.payment.begin({ registrationId, way: 'page', instead: true })
  await expect(late).rejects.toEqual(refused('PAYMENT.REFUSED'))
  await asha.api.payment.refresh({ id: form.payment })
  expect([await till.charged(), await till.statusOf(asha)]).toMatchObject([[{ amount: FEE }], 'confirmed'])
})

test('TILL-4 without a publishable key a form is a page', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { gateway } = till.services
  if (!gateway) throw new Error('no Stripe')
  const services = { ...till.services, gateway: { ...gateway, publishableKey: null } }
  const api = createCaller({ services, actor: asha.actor, session: asha.session, address: 'here' })
  const begun = await api.payment.begin({ registrationId: asha.registrationId, way: 'form' })
  expect(begun).toMatchObject({ url: expect.stringContaining('/c/pay/'), clientSecret: null })
})

/** Pays in a form as Stripe's script does, with the client secret alone. @returns what became of the intent, or why nothing did */
const confirms = async (till: Awaited<ReturnType<typeof givenTill>>, { clientSecret, publishableKey }: Begun) => {
  const [id] = (clientSecret ?? '').split('_secret_')
  const answer = await fetch(`${till.stripe.baseUrl}/v1/payment_intents/${id}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${publishableKey}` },
    body: new URLSearchParams({
      client_secret: clientSecret ?? '',
      payment_method: 'pm_card_visa',
      return_url: 'http://localhost:3000/back',
    }),
  })
  const { status, error } = JSON.parse(await answer.text())
  return status ?? error.message
}

test('TILL-5 what was paid in a form is kept like any other', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const begun = await till.begins(asha, 'form')
  expect(await confirms(till, begun)).toBe('succeeded')
  const view = await asha.api.payment.refresh({ id: begun.payment })
  expect([view.stage, await till.statusOf(asha)]).toMatchObject([{ is: 'paid', kept: true }, 'confirmed'])
  expect(await confirms(till, begun)).toContain('a status of succeeded')
  expect(await till.charged()).toHaveLength(1)
})

test('TILL-6 a form whose hold is over is closed at Stripe, also where nobody looks', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const begun = await till.begins(asha, 'form')
  const { nextAtMs } = await till.record(begun.payment)
  const heldUntilMs = (await asha.api.payment.byId({ id: begun.payment })).heldUntilMs
  expect(nextAtMs).toBe(heldUntilMs)
  await pursue(till.services, begun.payment, nextAtMs ?? 0)
  expect(await till.record(begun.payment)).toMatchObject({ stage: 'expired', nextAtMs: null })
  expect(await confirms(till, begun)).toContain('a status of canceled')
})

test('TILL-4 a form whose time is over is closed, and paying may be begun again', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment } = await till.begins(asha, 'form')
  const [attempt] = (await till.payment(payment)).attempts
  await pursue(till.services, payment, (attempt?.expiresAtMs ?? 0) + 5 * MINUTE)
  const { stage, nextAtMs } = await till.record(payment)
  expect([stage, nextAtMs]).toEqual(['expired', null])
  expect((await till.stripe.stripe.paymentIntents.list()).data).toMatchObject([{ status: 'canceled' }])
  expect(await till.begins(asha)).toMatchObject({ payment, url: expect.stringContaining('/c/pay/') })
  expect((await till.payment(payment)).attempts).toHaveLength(2)
})

test('TILL-4 nobody pays for another one’s seat, or what is not asked for', async () => {
  const till = await givenTill({ players: 1 })
  const [asha, ravi] = [await till.enters(), await till.enters()]
  expect(await till.statusOf(ravi)).toBe('waitlisted')
  await expect(till.begins(ravi)).rejects.toEqual(refused('PAYMENT.NOTHING_DUE'))
  const others = ravi.api.payment.begin({ registrationId: asha.registrationId, seat: asha.seat, way: 'page' })
  await expect(others).rejects.toEqual(refused('PAYMENT.NOTHING_DUE'))
  const { payment, url } = await till.begins(asha)
  await expect(ravi.api.payment.byId({ id: payment })).rejects.toEqual(refused('AUTH.FORBIDDEN'))
  expect((await till.organiser.api.payment.byId({ id: payment })).stage).toMatchObject({ is: 'open', url: null })
  await till.pays(url)
  await asha.api.payment.refresh({ id: payment })
  await expect(till.begins(asha)).rejects.toEqual(refused('PAYMENT.NOTHING_DUE'))
})

test('TILL-5, HOOK-3 webhooks twice and the wrong way round, and the landing page at the same moment: paid once, kept once', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.stripe.order('webhooks', { mode: 'hold' })
  await till.pays(url)
  await till.stripe.order('webhooks', { mode: 'on', order: 'reversed' })
  for (const { event } of await till.stripe.deliveries()) await till.stripe.order('deliver', { event, times: 2 })
  const sent = (await till.stripe.deliveries()).length
  await vi.waitFor(() => expect(till.hook.received.length).toBeGreaterThanOrEqual(sent), { timeout: 30_000 })
  await Promise.all([
    till.hears(),
    till.hears(),
    ...Array.from({ length: 4 }, () => asha.api.payment.refresh({ id: payment })),
  ])
  await till.hears()
  const record = await till.record(payment)
  const types = record.changes.map(({ type }) => type)
  for (const once of ['ChargeSeen', 'Kept', 'FeeSeen'] as const)
    expect(types.filter((type) => type === once)).toHaveLength(1)
  expect(await till.charged()).toHaveLength(1)
  expect(await till.statusOf(asha)).toBe('confirmed')
  expect(await till.at('income')).toBe(-FEE)
  expect(new Set((await ledgerOf(till.services.mongo, {})).map(({ id }) => id)).size).toBe(3)
  expect(await till.toldTo(asha)).toHaveLength(1)
})

test('TILL-5 a declined card is told of, and another one pays on the same page', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.pays(url, '4000000000009995')
  const declined = await asha.api.payment.refresh({ id: payment })
  expect(declined).toMatchObject({ stage: { is: 'open', url }, payable: true })
  expect(declined.declinedWords).toBe('There was not enough money on this card.')
  await till.pays(url)
  expect(await asha.api.payment.refresh({ id: payment })).toMatchObject({ stage: { is: 'paid' }, tries: 1 })
})

/** Somebody enters whose time to pay ends while the page is open. */
const lapsing = async (players = 5) => {
  const till = await givenTill({ players, terms: { payMs: 1_500 } })
  const asha = await till.enters()
  const begun = await till.begins(asha)
  await vi.waitFor(
    async () => expect((await expireRegistration(till.services, { id: asha.registrationId })).stage.is).toBe('lapsed'),
    { timeout: 30_000 },
  )
  return { till, asha, ...begun }
}

test('TILL-6 a page whose entry has lapsed is closed, and nothing can be paid there any more', async () => {
  const { till, asha, payment, url } = await lapsing()
  await till.settles(asha)
  expect(await asha.api.payment.byId({ id: payment })).toMatchObject({ stage: { is: 'cancelled' }, payable: false })
  await till.pays(url)
  expect(await till.charged()).toEqual([])
  expect((await till.stripe.stripe.checkout.sessions.list()).data).toMatchObject([{ status: 'expired' }])
})

test('TILL-7 money that comes after the hold revives the place where it is free', async () => {
  const { till, asha, payment, url } = await lapsing()
  await till.pays(url)
  await till.settles(asha)
  const view = await asha.api.payment.refresh({ id: payment })
  expect([view.stage, await till.statusOf(asha)]).toMatchObject([{ is: 'paid', kept: true }, 'confirmed'])
})

test('TILL-7 money that comes after the place went to somebody else goes back in full', async () => {
  const { till, asha, payment, url } = await lapsing(1)
  await changeEvent(till.services.mongo, till.event.id, { entry: { ...till.event.entry, payMs: 40 * MINUTE } })
  const ravi = await till.enters()
  expect(await till.statusOf(ravi)).toBe('owing')
  await till.pays(url)
  await asha.api.payment.refresh({ id: payment })
  const view = await asha.api.payment.refresh({ id: payment })
  expect(view).toMatchObject({ stage: { is: 'returned' }, refunds: [{ money: { amount: FEE }, state: 'done' }] })
  expect(await till.statusOf(ravi)).toBe('owing')
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([FEE])
  expect([await till.at('received'), await till.at('refunds-owed'), await till.at('income')].map(Math.abs)).toEqual([
    0, 0, 0,
  ])
  expect(await till.toldTo(asha)).toEqual([
    expect.stringMatching(/^You get money back/),
    expect.stringMatching(/^Given back/),
  ])
})

test('TILL-6 who withdraws gets back what the event gives back, once, and may enter and pay again', async () => {
  const till = await givenTill({ terms: { refunds: [{ untilMs: Date.UTC(2030, 0, 1), percent: 50 }] } })
  const asha = await till.enters()
  const first = await till.begins(asha)
  await till.pays(first.url)
  await asha.api.payment.refresh({ id: first.payment })
  await asha.api.registration.withdraw({ slug: till.slug, id: asha.registrationId })
  await Promise.all([till.settles(asha), till.settles(asha)])
  await till.settles(asha)
  expect(await asha.api.payment.byId({ id: first.payment })).toMatchObject({
    stage: { is: 'paid' },
    refunds: [{ money: { amount: FEE / 2 }, why: 'returned', state: 'done' }],
  })
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([FEE / 2])
  expect(await till.at('income')).toBe(-FEE / 2)
  const { id } = await asha.api.event.register({
    slug: till.slug,
    details: { kind: 'player', name: 'Asha', country: 'India', role: 'Batter', base: 300_000_000 },
  })
  expect(id).toBe(asha.registrationId)
  await till.settles(asha)
  const second = await till.begins(asha)
  expect(second.payment).not.toBe(first.payment)
  await till.pays(second.url)
  await asha.api.payment.refresh({ id: second.payment })
  expect(await till.statusOf(asha)).toBe('confirmed')
})

test('TILL-8 where Stripe does not answer the payment waits, and its page comes by itself', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  await till.stripe.order('faults', { fault: { what: 'refuse', status: 503 }, times: 1 })
  const waiting = await till.begins(asha)
  expect(waiting).toMatchObject({ state: 'waiting', url: null })
  expect(await asha.api.payment.byId({ id: waiting.payment })).toMatchObject({ stage: { is: 'created' } })
  const { record } = await pursue(till.services, waiting.payment, Date.now() + MINUTE)
  expect(record.stage).toBe('open')
  expect(await till.begins(asha)).toMatchObject({ state: 'open', url: expect.stringContaining('/c/pay/') })
})

test('TILL-8 an answer that was lost is asked for again: one page, one charge', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  // A connection that breaks is tried once more by the SDK itself.
  await till.stripe.order('faults', { fault: { what: 'lose-answer' }, times: 2, path: '/v1/checkout/sessions' })
  const { payment, state } = await till.begins(asha)
  expect(state).toBe('waiting')
  await pursue(till.services, payment, Date.now() + MINUTE)
  const { url } = await till.begins(asha)
  expect((await till.stripe.stripe.checkout.sessions.list()).data).toHaveLength(1)
  await till.pays(url)
  await asha.api.payment.refresh({ id: payment })
  expect([await till.charged(), await till.statusOf(asha)]).toMatchObject([[{ amount: FEE }], 'confirmed'])
})

test('TILL-9 a slow payment holds the place while it is on its way, and is told of when it fails', async () => {
  const till = await givenTill({ terms: { payMs: 1_500 } })
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.debits(url)
  expect(await asha.api.payment.refresh({ id: payment })).toMatchObject({ stage: { is: 'processing' }, payable: false })
  const paysUntilMs = Date.now() + 1_500
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(paysUntilMs), { timeout: 30_000 })
  expect((await expireRegistration(till.services, { id: asha.registrationId })).stage.is).toBe('owing')
  const [{ provider } = { provider: '' }] = (await till.record(payment)).at
  await till.stripe.order('settle', { id: provider, as: 'failed' })
  await vi.waitFor(async () => {
    await till.hears()
    expect((await asha.api.payment.byId({ id: payment })).stage.is).toBe('failed')
  })
  expect(await till.toldTo(asha)).toEqual([expect.stringMatching(/^Your payment did not go through/)])
  expect(await till.begins(asha)).toMatchObject({ state: 'open', payment })
})

test('TILL-9 a slow payment that arrives confirms the place', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.debits(url)
  await asha.api.payment.refresh({ id: payment })
  const [{ provider } = { provider: '' }] = (await till.record(payment)).at
  await till.stripe.order('settle', { id: provider, as: 'succeeded' })
  await vi.waitFor(async () => {
    await till.hears()
    expect(await till.statusOf(asha)).toBe('confirmed')
  })
  expect(await till.at('income')).toBe(-FEE)
})

test('TILL-6 whoever is offered a place takes it by paying', async () => {
  const till = await givenTill({ players: 1, terms: { offerMs: 40 * MINUTE } })
  const [asha, ravi] = [await till.enters(), await till.enters()]
  await asha.api.registration.withdraw({ slug: till.slug, id: asha.registrationId })
  await till.settles(asha)
  expect(await till.statusOf(ravi)).toBe('offered')
  const { payment, url } = await till.begins(ravi)
  await till.pays(url)
  await ravi.api.payment.refresh({ id: payment })
  expect(await till.statusOf(ravi)).toBe('confirmed')
})

test('TILL-6 an event that is cancelled gives everything back, and closes the pages that are open', async () => {
  const till = await givenTill()
  const [asha, ravi] = [await till.enters(), await till.enters()]
  const paid = await till.begins(asha)
  await till.pays(paid.url)
  await asha.api.payment.refresh({ id: paid.payment })
  const open = await till.begins(ravi)
  await till.organiser.api.event.cancel({ slug: till.slug, reason: 'Rain for a week.' })
  await Promise.all([asha, ravi].map(till.settles))
  expect(await asha.api.payment.byId({ id: paid.payment })).toMatchObject({ stage: { is: 'returned' } })
  expect(await ravi.api.payment.byId({ id: open.payment })).toMatchObject({ stage: { is: 'cancelled' } })
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([FEE])
  expect(await till.at('income')).toBe(0)
})
