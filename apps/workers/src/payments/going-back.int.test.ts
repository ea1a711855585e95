import { createCaller, exportMine } from '@gavel/api'
import { aPlayer } from '@gavel/api/given'
import { newId, readAudit, registrationById } from '@gavel/db'
import { expect, test } from 'vitest'
import { FEE, givenTill, type Payer } from './given-till.ts'

const refused = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

type Till = Awaited<ReturnType<typeof givenTill>>
const paid = async (till: Till, card?: string): Promise<Payer & { payment: string }> => {
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  await till.pays(url, card)
  await asha.api.payment.refresh({ id: payment })
  return { ...asha, payment }
}
const byHand = (till: Till, { registrationId, seat }: Payer, reference = 'R 17') =>
  till.organiser.api.payment.markPaid({ slug: till.slug, registrationId, seat, how: 'cash', reference })

test('TILL-10 the organiser notes cash: the place is taken, the page closed, the books have it, and it is audited', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const { payment, url } = await till.begins(asha)
  const view = await byHand(till, asha)
  expect(view).toMatchObject({ id: payment, stage: { is: 'paid', source: 'cash', kept: true } })
  expect(view.charges).toMatchObject([{ source: 'cash', reference: 'R 17', counts: true }])
  expect(await till.statusOf(asha)).toBe('confirmed')
  expect([await till.at('cash'), await till.at('income')]).toEqual([FEE, -FEE])
  await till.pays(url)
  expect(await till.charged()).toEqual([])
  await expect(byHand(till, asha)).rejects.toEqual(refused('PAYMENT.NOTHING_DUE'))
  const [line] = await readAudit(till.services.postgres, { actorId: till.organiser.userId })
  expect(line).toMatchObject({
    action: 'payment.markPaid',
    subject: `payment:${payment}`,
    detail: { reference: 'R 17' },
  })
  const rows = await till.organiser.api.payment.list({ slug: till.slug, stage: 'paid' })
  expect(rows).toMatchObject([
    { id: payment, source: 'cash', reference: 'R 17', kept: true, payer: { userId: asha.userId } },
  ])
  expect(await till.organiser.api.payment.list({ slug: till.slug, kind: 'owner' })).toEqual([])
})

test('TILL-10 money by hand goes back by hand: the organiser is told what to do, and says when it is done', async () => {
  const till = await givenTill({ terms: { refunds: [{ untilMs: Date.UTC(2030, 0, 1), percent: 100 }] } })
  const asha = await till.enters()
  const { id } = await byHand(till, asha)
  await asha.api.registration.withdraw({ slug: till.slug, id: asha.registrationId })
  await till.settles(asha)
  const { stuck, asks } = await till.organiser.api.finance.event({ slug: till.slug, fromMs: 0, toMs: Date.now() })
  expect([asks, stuck.map((row) => row.next)]).toMatchObject([
    { 'hand-back': 1 },
    [[{ what: 'hand-back', money: { amount: FEE } }]],
  ])
  const [step] = stuck[0]?.next ?? []
  const back = { slug: till.slug, id, refund: step?.id ?? '', how: 'upi' as const, reference: 'T 9' }
  const view = await till.organiser.api.payment.handBack(back)
  expect([view.stage.is, view.next]).toEqual(['returned', []])
  expect([await till.at('cash'), await till.at('upi'), await till.at('income')]).toEqual([FEE, -FEE, 0])
  expect(await till.organiser.api.payment.handBack(back)).toMatchObject({ stage: { is: 'returned' } })
  expect(await till.at('upi')).toBe(-FEE)
})

test('TILL-11 a part goes back by Stripe, and never more than is left; two clicks at once are one refund', async () => {
  const till = await givenTill()
  const { payment } = await paid(till)
  const give = (amount: number) => till.organiser.api.payment.refund({ slug: till.slug, id: payment, amount })
  await Promise.all([give(10_000), give(10_000)])
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([10_000])
  await give(20_000)
  await expect(give(20_001)).rejects.toEqual(refused('PAYMENT.REFUSED'))
  expect(await give(20_000)).toMatchObject({ stage: { is: 'returned' } })
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([FEE])
  expect(await till.at('income')).toBe(0)
})

test('TILL-11 a refund whose answer was lost is sent once', async () => {
  const till = await givenTill()
  const { payment } = await paid(till)
  await till.stripe.order('faults', { fault: { what: 'lose-answer' }, times: 2, path: '/v1/refunds' })
  await till.organiser.api.payment.refund({ slug: till.slug, id: payment, amount: 10_000 })
  const { refunds } = await till.payment(payment)
  expect(refunds).toMatchObject([{ state: { is: 'owed', tries: 1 } }])
  // The webhook tells that it was sent.
  await till.hears()
  expect(await till.payment(payment)).toMatchObject({ refunds: [{ state: { is: 'done' } }] })
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([10_000])
})

test('TILL-12 a refund that Stripe refuses waits for an administrator, who is told, and may try again or hand it back', async () => {
  const till = await givenTill()
  const { payment, userId } = await paid(till)
  const [charge] = await till.charged()
  const slug = till.slug
  // Somebody has disputed it meanwhile, so Stripe refuses: here, because all of it was given back at Stripe by hand and no news came.
  await till.stripe.order('webhooks', { mode: 'drop' })
  await till.stripe.stripe.refunds.create({ charge: charge?.id ?? '' })
  await till.organiser.api.payment.refund({ slug, id: payment, amount: 10_000 })
  const view = await till.organiser.api.payment.byId({ id: payment })
  expect(view.refunds).toMatchObject([{ state: 'stuck' }])
  expect(view.next).toMatchObject([{ what: 'mend', step: expect.stringMatching(/^Stripe refused the request/) }])
  expect(await till.toldTo(till.admin)).toEqual(['Money waits for an administrator'])
  expect(await till.admin.api.finance.overview({ fromMs: 0, toMs: Date.now() })).toMatchObject({
    asks: { mend: 1 },
    stuck: [{ id: payment }],
    cards: true,
  })
  const after = await till.admin.api.payment.retry({ slug, id: payment })
  expect([after.stage.is, after.next]).toEqual(['returned', []])
  expect(await till.toldTo({ userId })).toContainEqual(expect.stringMatching(/^Given back/))
})

test('TILL-12 a disputed payment is told to the organisers', async () => {
  const till = await givenTill()
  const { payment } = await paid(till, '4000000000000259')
  await till.hears()
  const view = await till.organiser.api.payment.byId({ id: payment })
  expect(view).toMatchObject({ stage: { is: 'paid', dispute: 'open' } })
  expect(await till.toldTo(till.organiser)).toEqual([expect.stringMatching(/is disputed$/)])
  expect(await till.at('disputed')).toBe(FEE)
})

test('TILL-11 deposits of teams go back together, and once', async () => {
  const till = await givenTill()
  const entry = { ...till.event.entry, owners: { ...till.event.entry.owners, fee: 30_000, seats: 3 } }
  await till.organiser.api.event.update({ slug: till.slug, entry: JSON.parse(JSON.stringify(entry)) })
  const owner = await till.g.person()
  const details = { kind: 'owner', team: `Hawks ${newId().slice(0, 4)}`, short: 'HWK', colour: '#336699' } as const
  const { id } = await owner.api.event.register({ slug: till.slug, details, seats: 3 })
  await till.settles({ registrationId: id })
  for (const n of [1, 2, 3]) {
    const begun = await owner.api.payment.begin({ registrationId: id, seat: `${id}.1.${n}`, way: 'page' })
    await till.pays(begun.url)
    expect(await owner.api.payment.refresh({ id: begun.payment })).toMatchObject({
      purpose: 'deposit',
      money: { amount: 10_000 },
    })
  }
  expect(await till.statusOf({ registrationId: id })).toBe('confirmed')
  expect(await till.at('deposits')).toBe(-30_000)
  expect(await till.organiser.api.payment.returnDeposits({ slug: till.slug })).toEqual({ returned: 3 })
  expect(await till.organiser.api.payment.returnDeposits({ slug: till.slug })).toEqual({ returned: 0 })
  expect((await till.charged()).map(({ amount_refunded }) => amount_refunded)).toEqual([10_000, 10_000, 10_000])
  expect(await till.at('deposits')).toBe(0)
})

test('TILL-13 where no key is set nothing is asked of Stripe, and what is paid by hand is kept all the same', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  const services = { ...till.services, gateway: null }
  const as = (person: typeof asha | typeof till.organiser) =>
    createCaller({ services, actor: person.actor, session: person.session, address: 'here' })
  const { registrationId, seat } = asha
  await expect(as(asha).payment.begin({ registrationId, way: 'page' })).rejects.toEqual(refused('PAYMENT.NO_CARDS'))
  const how = { how: 'upi', reference: 'U 1' } as const
  const view = await as(till.organiser).payment.markPaid({ slug: till.slug, registrationId, seat, ...how })
  expect([view.stage, await till.statusOf(asha)]).toMatchObject([{ is: 'paid', source: 'upi' }, 'confirmed'])
})

test('DATA-1 one’s own payments are among everything that is kept about oneself', async () => {
  const till = await givenTill()
  const { actor, session, payment } = await paid(till)
  let text = ''
  for await (const piece of await exportMine({ services: till.services, actor, session, address: 'x' })) text += piece
  expect(JSON.parse(text).payments).toMatchObject([{ id: payment, stage: 'paid' }])
})

test('TILL-4 a member of a group pays for the own seat, by the own entry', async () => {
  const till = await givenTill()
  const players = { ...till.event.entry.players, seats: 3 }
  const entry = { ...till.event.entry, players }
  await till.organiser.api.event.update({ slug: till.slug, entry: JSON.parse(JSON.stringify(entry)) })
  const captain = await till.g.person()
  const { id } = await captain.api.event.register({ slug: till.slug, details: aPlayer('Asha'), seats: 2 })
  await till.settles({ registrationId: id })
  const group = await registrationById(till.services.mongo, id)
  const member = await till.g.person()
  const key = group?.joinKey ?? ''
  const details = { ...aPlayer('Ravi'), age: null, caps: null }
  const joined = await member.api.registration.takeSeat({ slug: till.slug, id, key, details })
  const pays = async ({ api }: Pick<typeof captain, 'api'>, registrationId: string) => {
    const begun = await api.payment.begin({ registrationId, way: 'page' })
    await till.pays(begun.url)
    return api.payment.refresh({ id: begun.payment })
  }
  const first = await pays(captain, id)
  expect([first.seat, await till.statusOf({ registrationId: id })]).toEqual([`${id}.1.1`, 'owing'])
  const second = await pays(member, joined.id)
  expect([second.seat, await till.statusOf({ registrationId: id })]).toEqual([`${id}.1.2`, 'confirmed'])
  await till.settles({ registrationId: id })
  expect(await till.statusOf({ registrationId: joined.id })).toBe('confirmed')
})
