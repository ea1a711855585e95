import type { Page } from '@playwright/test'
import { CARDS, payByCard } from './checkout.ts'
import { enter, entrant, FEE, paidEvent } from './fees.ts'
import { checkLargeText, checkLooks } from './looks.ts'
import { PHONE, signedIn } from './people.ts'
import { expect, test } from './story.ts'

/** Goes from the event’s page to Stripe’s. */
const toStripe = async (page: Page, slug: string): Promise<void> => {
  await page.goto(`/events/${slug}`)
  await page.getByRole('button', { name: `Pay ${FEE}` }).click()
  await expect(page.getByLabel('Card number')).toBeVisible()
}

const idOf = (page: Page): string => decodeURIComponent(new URL(page.url()).pathname.split('/').at(-2) ?? '')

test('PAYING-1, PAYING-2, PAYING-3 a fee is paid on a phone at Stripe’s page: a declined card, another one, in, and the receipt', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser, PHONE)
  await toStripe(page, slug)
  await payByCard(page, CARDS.tooLittle)
  await expect(page.getByText(/insufficient funds/i)).toBeVisible()

  await page.goto('/account/payments')
  await page
    .getByRole('link', { name: /^Entry fee/ })
    .first()
    .click()
  await expect(page.getByText('There was not enough money on this card.')).toBeVisible()
  await expect(page.getByText('Your place is kept until')).toBeVisible()
  await checkLooks(page, 'a payment that was declined')
  await checkLargeText(page, 'a payment that was declined')
  await page.getByRole('link', { name: 'Pay with another card' }).click()

  await payByCard(page, CARDS.pays)
  await page.waitForURL(/\/payments\/[^/]+\/return$/)
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
  await checkLooks(page, 'the page after paying')
  const id = idOf(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
  await page.goto(`/payments/${id}`)
  await expect(page.getByText(`${FEE} paid online`)).toBeVisible()
  await expect(page.getByRole('link', { name: /Pay|Continue/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Receipt' }).click()
  await expect(page.getByRole('row', { name: 'Paid in the end' })).toContainText(FEE)
  await checkLooks(page, 'a receipt')
  await checkLargeText(page, 'a receipt')

  const stranger = await signedIn(browser, 'owner2', '/join')
  await stranger.goto(`/payments/${id}`)
  await expect(stranger.getByRole('heading', { name: 'This payment is somebody else’s' })).toBeVisible()
  expect((await stranger.goto('/payments/no-such-payment'))?.status()).toBe(404)
})

test('KEEPER-1, KEEPER-2, KEEPER-3 an organiser sees who owes, notes cash, gives a part back and hands it over', async ({
  browser,
}) => {
  const { admin, slug } = await paidEvent(browser)
  const page = await signedIn(browser, 'fan', '/join')
  await enter(page, slug)
  await admin.setViewportSize({ width: 1280, height: 800 })
  await admin.goto(`/admin/events/${slug}/payments`)
  const row = admin.getByRole('row', { name: /Bosco Pereira/ })
  await expect(row).toContainText('Owes')
  await row.getByRole('button', { name: /^Mark as paid/ }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(dialog.getByLabel('Reference')).toHaveAccessibleDescription(/Give a reference/)
  await dialog.getByLabel('Reference').fill('Book 3, leaf 12')
  await dialog.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(row).toContainText('Paid in cash')
  await expect(row).toContainText('Book 3, leaf 12')

  await row.getByRole('button', { name: /^Give back/ }).click()
  await dialog.getByLabel('How much').fill('500.01')
  await expect(dialog.getByLabel('How much')).toHaveAccessibleDescription(/more than is left/)
  await dialog.getByLabel('How much').fill('200')
  await expect(dialog.getByText('₹200 of ₹500 goes back; ₹300 stays.')).toBeVisible()
  await dialog.getByRole('button', { name: /^Hold to give back/ }).press('Enter')
  await dialog
    .getByRole('button', { name: /give back/ })
    .last()
    .press('Enter')
  await expect(row).toContainText('Hand this back')
  await checkLooks(admin, 'the desk of payments')
  await admin.getByLabel('State').selectOption({ label: 'Waits for you' })
  await expect(admin).toHaveURL(/stands=asks/)
  await row.getByRole('button', { name: /^Handed back/ }).click()
  await dialog.getByLabel('Reference').fill('Leaf 13')
  await dialog.getByRole('button', { name: 'It was handed back' }).click()
  await expect(admin.getByText('Nothing fits')).toBeVisible()
  await admin.getByRole('button', { name: 'Show everything' }).click()
  await expect(row).toContainText('₹200 back')

  const phone = await signedIn(browser, 'admin', `/admin/events/${slug}/payments`, PHONE)
  await expect(phone.getByText('Bosco Pereira').first()).toBeVisible()
  await checkLooks(phone, 'the desk of payments on a phone')
  await checkLargeText(phone, 'the desk of payments on a phone')
})

test('FINANCE-1 administrators read the books: what there is, whose it is, day by day, and a statement', async ({
  browser,
}) => {
  const { page, slug } = await entrant(browser)
  await toStripe(page, slug)
  await payByCard(page, CARDS.pays)
  await page.waitForURL(/\/return$/)
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()

  const admin = await signedIn(browser, 'admin', '/admin/finance', PHONE)
  await expect(admin.getByText(/The books add up/).first()).toBeVisible()
  await admin.getByText('Day by day, as a table').click()
  await expect(admin.getByRole('table', { name: 'Day by day' })).toContainText('₹')
  await expect(admin.getByRole('table', { name: /^Statement: At Stripe/ })).toContainText('Money came in')
  await checkLooks(admin, 'the books')
  await checkLargeText(admin, 'the books')
  await admin.getByLabel('Account').selectOption({ label: 'Fees kept' })
  await expect(admin.getByRole('table', { name: /^Statement: Fees kept/ })).toContainText('Kept')
  await admin.getByRole('button', { name: 'Compare now' }).click()
  await expect(admin.getByText('The books were compared')).toBeVisible()

  const fan = await signedIn(browser, 'fan', '/admin/finance')
  await expect(fan.getByRole('heading', { name: 'The books are for administrators' })).toBeVisible()
})
