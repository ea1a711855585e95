import { loadEnvPart } from '@gavel/config'
import { expect, type Page } from '@playwright/test'
import { addressOf } from './run-file.ts'

/** Stripe's test cards (https://docs.stripe.com/testing). */
export const CARDS = { pays: '4242 4242 4242 4242', declined: '4000 0000 0000 0002' } as const

/** Waits for the page on which an amount is paid. @returns the id of its session */
export async function atCheckout(page: Page): Promise<string> {
  await page.waitForURL(/\/c\/pay\/cs_/)
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

const cardForm = (page: Page) => page.locator('form').filter({ has: page.getByLabel('Card number') })
/** The button of the page that takes the money from a card. */
export const cardButton = (page: Page) => cardForm(page).getByRole('button', { name: /^Pay / })

export async function typeCard(page: Page, number: string): Promise<void> {
  const form = cardForm(page)
  await form.getByLabel('Name on card').fill('Asha Rao')
  await form.getByLabel('Card number').fill(number)
  await form.getByLabel('Expiry').fill('12 / 40')
  await form.getByLabel('Security code').fill('123')
}

export async function payByCard(page: Page, number: string): Promise<void> {
  await typeCard(page, number)
  await cardButton(page).click()
}

/** Pays from a bank account: the money comes, or does not, once {@link settle} says so. */
export async function payByDebit(page: Page): Promise<void> {
  await page.getByText('Pay by bank debit', { exact: true }).click()
  await page.getByLabel('Name on account').fill('Asha Rao')
  await page.getByRole('button', { name: /by bank debit$/ }).click()
}

/** Where somebody lands after paying. @returns the payment's id */
export async function landed(page: Page): Promise<string> {
  await page.waitForURL(/\/payments\/[^/]+\/return/)
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-2) ?? '')
}

/** The landing page once it says that the place is confirmed. @returns the payment's id */
export async function landedIn(page: Page): Promise<string> {
  const id = await landed(page)
  await expect(page.getByRole('heading', { name: 'You are in' })).toBeVisible()
  return id
}

const stripe = (path: string): URL => new URL(path, addressOf('GAVEL_E2E_STRIPE_URL', 'stripeUrl'))

type Charge = { id: string; amount: number; status: string; amount_refunded: number; metadata: Record<string, string> }

/** Every charge that Stripe made for a payment of Gavel's and that went through, the newest first. */
export async function chargesFor(payment: string): Promise<Charge[]> {
  const headers = { authorization: `Bearer ${loadEnvPart(['stripeSecretKey']).stripeSecretKey}` }
  const found: Charge[] = []
  for (let after: string | undefined, more = true; more; after = found.at(-1)?.id) {
    const url = stripe('/v1/charges?limit=100')
    if (after) url.searchParams.set('starting_after', after)
    const page = (await (await fetch(url, { headers })).json()) as { data: Charge[]; has_more: boolean }
    found.push(...page.data)
    more = page.has_more
  }
  return found.filter(({ status, metadata }) => status === 'succeeded' && metadata.payment === payment)
}

/** Brings a slow payment to its end: the money arrives, or the bank says no. */
export async function settle(session: string, as: 'succeeded' | 'failed'): Promise<void> {
  const answer = await fetch(stripe('/_gavel/settle'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: session, as }),
  })
  expect(answer.ok, await answer.text()).toBe(true)
}
