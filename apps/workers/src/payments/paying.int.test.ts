import { expect, test } from 'vitest'
import { FEE, givenTill } from './given-till.ts'

test('RUN-1 a player enters, pays on the page, is in, and the books have it', async () => {
  const till = await givenTill()
  const asha = await till.enters()
  expect(await till.statusOf(asha)).toBe('owing')
  const begun = await till.begins(asha)
  expect(begun).toMatchObject({ state: 'open', clientSecret: null })
  expect((await till.pays(begun.url)).status).toBe(303)
  const view = await asha.api.payment.refresh({ id: begun.payment })
  expect(view).toMatchObject({ stage: { is: 'paid', kept: true }, money: { amount: FEE, currency: 'INR' } })
  expect(await till.statusOf(asha)).toBe('confirmed')
  expect(await till.balance()).toMatchObject({ income: -FEE, received: 0 })
  await till.isBalanced()
})
