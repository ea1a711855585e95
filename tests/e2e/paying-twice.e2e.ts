import type { Page } from '@playwright/test'
import { ask } from './calls.ts'
import { atCheckout, CARDS, cardButton, chargesFor, landedIn, payByCard, typeCard } from './checkout.ts'
import { payButton, payer } from './fees.ts'
import { expect, test } from './story.ts'

/** What Gavel and Stripe know of a payment: how many charges each, and on how many pages. */
async function paidOnce(page: Page, payment: string): Promise<void> {
  const { charges, tries } = await ask<{ charges: unknown[]; tries: number }>(page, 'payment.byId', { id: payment })
  expect({ here: charges.length, there: (await chargesFor(payment)).length, tries }).toEqual({
    here: 1,
    there: 1,
    tries: 1,
  })
}

/** Goes back by the browser's own button. What the page shows then is waited for, not that it has loaded whole: it may come as it was left. */
const back = (page: Page) => page.goBack({ waitUntil: 'commit' })

test('PAYSTORY-4 a double click on Pay is one page, and a double click on it one charge', async ({ browser }) => {
  const { page } = await payer(browser)
  await payButton(page).dblclick()
  await atCheckout(page)
  await typeCard(page, CARDS.pays)
  await cardButton(page).dblclick()
  await paidOnce(page, await landedIn(page))
})

test('PAYSTORY-5 the back button goes from what is paid to pages that say so, and nothing is taken again', async ({
  browser,
}) => {
  const { page, slug } = await payer(browser)
  await payButton(page).click()
  // From the page and to it again, by the browser's own buttons.
  const session = await atCheckout(page)
  await back(page)
  await expect(page.getByText(/Your place is held until/)).toBeVisible()
  await payButton(page).click()
  expect(await atCheckout(page)).toBe(session)
  await payByCard(page, CARDS.pays)
  const payment = await landedIn(page)

  await back(page)
  await expect(page.getByRole('heading', { name: 'This was paid already' })).toBeVisible()
  await page.getByRole('link', { name: 'Go on' }).click()
  expect(await landedIn(page)).toBe(payment)
  await back(page)
  await expect(page.getByRole('heading', { name: 'This was paid already' })).toBeVisible()
  await back(page)
  await expect(page).toHaveURL(new RegExp(`/events/${slug}$`))
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(payButton(page)).toHaveCount(0)
  await paidOnce(page, payment)
})

test('PAYSTORY-6 two tabs that pay at once are charged once, and both say that it is paid', async ({ browser }) => {
  const { page, slug } = await payer(browser)
  const other = await page.context().newPage()
  await other.goto(`/events/${slug}`)
  const tabs = [page, other]
  await Promise.all(tabs.map((tab) => payButton(tab).click()))
  const [one, two] = await Promise.all(tabs.map(atCheckout))
  expect(two).toBe(one)
  await Promise.all(tabs.map((tab) => typeCard(tab, CARDS.pays)))
  await Promise.all(tabs.map((tab) => cardButton(tab).click()))
  const [paid, again] = await Promise.all(tabs.map(landedIn))
  expect(again).toBe(paid)
  await paidOnce(page, paid ?? '')
})

test('PAYSTORY-10 where the answer is lost on the way back the payer is in all the same, and the page says that it is paid', async ({
  browser,
}) => {
  const { page, slug } = await payer(browser)
  const other = await page.context().newPage()
  await other.goto(`/events/${slug}`)
  await expect(other.getByText('To be paid', { exact: true })).toBeVisible()
  await payButton(page).click()
  await atCheckout(page)
  await typeCard(page, CARDS.pays)
  const checkout = page.url()
  const lost = page.waitForEvent('requestfailed')
  await page.route('**/c/pay/**', async (route) => {
    await route.fetch({ maxRedirects: 0 })
    await route.abort()
  })
  await cardButton(page).click()
  await lost
  await expect(other.getByText('Confirmed', { exact: true })).toBeVisible()

  await page.unroute('**/c/pay/**')
  await page.goto(checkout)
  await page.getByRole('link', { name: 'Go on' }).click()
  await paidOnce(page, await landedIn(page))
})
