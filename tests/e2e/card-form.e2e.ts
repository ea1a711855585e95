import AxeBuilder from '@axe-core/playwright'
import type { FrameLocator, Page } from '@playwright/test'
import { ask, call } from './calls.ts'
import { CARDS } from './checkout.ts'
import { entrant, FEE, payButton } from './fees.ts'
import { checkLooks } from './looks.ts'
import { isAt, PHONE } from './people.ts'
import { expect, test } from './story.ts'

const ASKS = '4000 0025 0000 3155'

/** Goes to the form from the event's page. */
async function toForm(page: Page, slug: string): Promise<{ id: string; card: FrameLocator }> {
  await page.goto(`/events/${slug}`)
  await page.getByRole('button', { name: 'Pay here by card' }).click()
  await page.waitForURL(/\/payments\/[^/]+\/card$/)
  const id = new URL(page.url()).pathname.split('/').at(-2) ?? ''
  return { id: decodeURIComponent(id), card: page.frameLocator('iframe[title="Secure payment input frame"]') }
}

const type = async (card: FrameLocator, number: string) => {
  await card.getByLabel('Card number').fill(number)
  await card.getByLabel('Expiry').fill('12 / 40')
  await card.getByLabel('Security code').fill('123')
}

/** The page that paying ends at, which says that the place is confirmed. */
const isIn = async (page: Page, id: string) => {
  await isAt(page, `/payments/${id}/return`)
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
}

test('CARD-1, STRIPE-31, STRIPE-34 a fee is paid in the page by keys alone, and the card is typed in a frame of Stripe’s own', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  await expect(page.getByRole('heading', { name: /^Entry fee/ })).toBeVisible()
  await expect(page.getByText('Your place is kept until')).toBeVisible()
  const src = await page.getByTitle('Secure payment input frame').getAttribute('src')
  expect(new URL(src ?? '').origin).not.toBe(new URL(page.url()).origin)

  await payButton(page).click()
  await expect(card.getByText('Your card number is incomplete.')).toBeVisible()
  await expect(card.getByLabel('Card number')).toBeFocused()
  await page.keyboard.type('4242424242424242')
  await expect(card.getByLabel('Card number')).toHaveValue(CARDS.pays)
  await page.keyboard.press('Tab')
  await page.keyboard.type('1240')
  await page.keyboard.press('Tab')
  await page.keyboard.type('123')
  await page.keyboard.press('Enter')
  await isIn(page, id)

  await page.goBack()
  await isAt(page, `/events/${slug}`)
  await page.goto(`/payments/${id}/card`)
  await expect(page.getByText('There is nothing to pay here now')).toBeVisible()
})

test('CARD-2, STRIPE-33 a card that is declined is told of, and another one pays in the same form', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  await type(card, CARDS.tooLittle)
  await payButton(page).click()
  await expect(page.getByRole('alert').getByText('There was not enough money on this card.')).toBeVisible()
  await type(card, '4000 0000 0000 0127')
  await payButton(page).click()
  await expect(page.getByRole('alert').getByText('The security code is wrong.')).toBeVisible()
  await expect(card.getByLabel('Security code')).toBeFocused()

  // The same form after a reload, with what came of the last try, once Gavel has heard of it.
  const heard = async () => (await ask<{ declinedWords: string | null }>(page, 'payment.byId', { id })).declinedWords
  await expect.poll(heard).toMatch(/security code/)
  await page.reload()
  await expect(page.getByRole('alert').getByText('The security code is wrong.')).toBeVisible()
  await type(card, CARDS.pays)
  await payButton(page).click()
  await isIn(page, id)
})

test('CARD-2, STRIPE-33 the bank asks on its own page: refused it leads back to the form, confirmed it is paid', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  const toBank = async () => {
    await type(card, ASKS)
    await payButton(page).click()
    await page.waitForURL(/\/bank\/pi_/)
  }
  await toBank()
  await page.getByRole('button', { name: 'It is not me' }).click()
  await isAt(page, `/payments/${id}/return`)
  await expect(page.getByText('The bank did not confirm that it is you')).toBeVisible()
  await page.getByRole('link', { name: 'Pay with another card' }).click()
  await isAt(page, `/payments/${id}/card`)

  await toBank()
  await page.goBack()
  await isAt(page, `/payments/${id}/card`)
  await toBank()
  await page.getByRole('button', { name: 'Confirm the payment' }).click()
  await isIn(page, id)
})

test('CARD-3, PAY-2 a double click, two tabs and a page beside the form are one payment', async ({ browser }) => {
  const { page, slug, mine } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  const beside = await page.context().newPage()
  await beside.goto(`/payments/${id}/card`)
  const besideCard = beside.frameLocator('iframe[title="Secure payment input frame"]')
  await type(besideCard, CARDS.pays)

  // Who wants Stripe's page is told that the form is open.
  const event = await page.context().newPage()
  await event.goto(`/events/${slug}`)
  await event.getByRole('button', { name: `Pay ${FEE}` }).click()
  await isAt(event, `/payments/${id}/card`)
  await expect(event.getByText('You have begun to pay in this form')).toBeVisible()

  await type(card, CARDS.pays)
  await payButton(page).dblclick()
  await isIn(page, id)
  await payButton(beside).click()
  await isIn(beside, id)
  const view = await ask<{ charges: unknown[]; tries: number }>(page, 'payment.byId', { id })
  expect([view.charges.length, view.tries]).toEqual([1, 1])
  expect(mine.status).toBe('owing')
})

test('CARD-3, PAY-2 while Stripe’s page is open the form leads there', async ({ browser }) => {
  const { page, slug, mine } = await entrant(browser)
  const begun = { registrationId: mine.entryId, seat: mine.seats[0]?.id, way: 'page' }
  const { payment, url } = await call<{ payment: string; url: string }>(page, 'payment.begin', begun)
  await page.goto(`/events/${slug}`)
  await page.getByRole('button', { name: 'Pay here by card' }).click()
  await isAt(page, `/payments/${payment}/card`)
  await expect(page.getByText('Stripe’s page is open for this')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Go on at Stripe’s page' })).toHaveAttribute('href', url)
})

test('CARD-4, STRIPE-34 where Stripe’s form does not come, it is tried again, or paid on Stripe’s page instead', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  await page.route('**/v3/', (route) => route.abort())
  const { id, card } = await toForm(page, slug)
  const away = page.getByRole('alert').getByText('Stripe’s form did not come')
  await expect(away).toBeVisible()
  await page.unroute('**/v3/')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(card.getByLabel('Card number')).toBeVisible()

  await page.route('**/v3/', (route) => route.abort())
  await page.reload()
  await expect(away).toBeVisible()
  await page.getByRole('button', { name: 'Pay on Stripe’s page instead' }).click()
  await page.waitForURL(/\/c\/pay\//)
  await page.getByLabel('Name on card').fill('Asha Rao')
  await page.getByLabel('Card number').fill(CARDS.pays)
  await page.getByLabel('Expiry').fill('12 / 40')
  await page.getByLabel('Security code').fill('123')
  await page.getByRole('button', { name: /^Pay .*500.00$/ }).click()
  await isIn(page, id)
})

test('CARD-4 where Stripe does not answer Gavel, the form comes by itself', async ({ browser }) => {
  const { page, slug } = await entrant(browser)
  const order = (data: object) => page.request.post(`${process.env.GAVEL_E2E_STRIPE_URL}/_gavel/faults`, { data })
  await order({ fault: { what: 'refuse', status: 503 }, times: 1_000, path: '/v1/payment_intents' })
  const { card } = await toForm(page, slug)
  try {
    await expect(page.getByText('The payment service does not answer just now')).toBeVisible()
  } finally {
    await order({ fault: null })
  }
  await expect(card.getByLabel('Card number')).toBeVisible()
})

test('CARD-2 an answer that was lost on the way is looked up: it is paid, once', async ({ browser }) => {
  const { page, slug } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  await type(card, CARDS.pays)
  await page.route('**/v1/payment_intents/*/confirm', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await payButton(page).click()
  await isIn(page, id)
  expect((await ask<{ charges: unknown[] }>(page, 'payment.byId', { id })).charges).toHaveLength(1)
})

test('CARD-2 where Stripe cannot be reached nothing is charged, and the same press works once it can', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  const { id, card } = await toForm(page, slug)
  await type(card, CARDS.pays)
  await page.route('**/v1/payment_intents/*/confirm', (route) => route.abort())
  await payButton(page).click()
  await expect(page.getByRole('alert').getByText('Stripe did not answer')).toBeVisible()
  await page.unroute('**/v1/payment_intents/*/confirm')
  await payButton(page).click()
  await isIn(page, id)
})

test('STRIPE-32 the frame works for the page that it was made for, and does nothing for another', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  await toForm(page, slug)
  const src = (await page.getByTitle('Secure payment input frame').getAttribute('src')) ?? ''
  /** Whether a frame that was made for the page `parent` asks Stripe's API when the page of Stripe's own origin tells it to. */
  const asks = async (parent: string) => {
    const stranger = await page.context().newPage()
    await stranger.goto(new URL(`/v3/card?parent=${encodeURIComponent(parent)}`, src).href)
    return stranger.evaluate(async () => {
      let asked = 0
      window.fetch = () => {
        asked += 1
        return new Promise(() => {})
      }
      const { port2 } = new MessageChannel()
      window.postMessage({ stripeHere: 'open', key: 'pk_test_here', clientSecret: 'pi_1_secret_2' }, '*', [port2])
      // Messages come in their order.
      await new Promise<void>((resolve) => {
        addEventListener('message', ({ data }) => data === 'last' && resolve())
        window.postMessage('last', '*')
      })
      return asked
    })
  }
  expect(await asks(new URL(page.url()).origin)).toBe(0)
  expect(await asks(new URL(src).origin)).toBe(1)
})

for (const [what, options] of [
  ['a phone', PHONE],
  ['a wide screen', { viewport: { width: 1280, height: 800 } }],
] as const)
  test(`CARD-1 the form on ${what}: accessible by day and by night, and nothing is wider than the screen`, async ({
    browser,
  }) => {
    const { page, slug } = await entrant(browser, options)
    const { card } = await toForm(page, slug)
    await expect(card.getByLabel('Card number')).toBeVisible()
    await checkLooks(page, 'the card form')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      // The frame is told of the page's colours once the page wears them.
      await expect(card.locator('html')).toHaveAttribute('data-theme', colorScheme === 'dark' ? 'night' : 'day')
      const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
      // The page's ground shows through the frame, which axe takes for white.
      const { violations } = await (colorScheme === 'dark' ? axe.disableRules('color-contrast') : axe).analyze()
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => [id, ...target]))
      expect.soft(found, colorScheme).toEqual([])
    }
  })
