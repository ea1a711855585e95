import { randomBytes } from 'node:crypto'
import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { ask, call, makeEvent } from './calls.ts'
import { administrator, signedIn } from './people.ts'

/** What entering the events of these stories costs, in words. */
export const FEE = '₹500'

type Terms = { players: object }
export type Mine = { id: string; entryId: string; status: string; seats: { id: string }[] }

/** An event that costs a fee. */
export async function paidEvent(browser: Browser): Promise<{ admin: Page; slug: string }> {
  const admin = await administrator(browser)
  const { slug } = await makeEvent(admin, { name: `Fees ${randomBytes(4).toString('hex')}`, publish: true })
  const { event } = await ask<{ event: { entry: Terms } }>(admin, 'event.setup', { slug })
  const entry = { ...event.entry, players: { ...event.entry.players, fee: 50_000 } }
  await call(admin, 'event.update', { slug, entry })
  return { admin, slug }
}

/** Enters whoever is signed in at this page, and waits until the fee is owed. */
export async function enter(page: Page, slug: string, name = 'Asha Rao'): Promise<Mine> {
  const details = { kind: 'player', name, country: 'India', role: 'Batter', base: 300_000_000 }
  await call(page, 'event.register', { slug, details })
  const mine = async () => (await ask<Mine[]>(page, 'event.myRegistrations', { slug }))[0]
  await expect.poll(async () => (await mine())?.status, 'a place is held').toBe('owing')
  const found = await mine()
  if (!found) throw new Error('nobody entered')
  return found
}

/** Somebody who has entered an event that costs a fee, and is to pay it. */
export async function entrant(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; admin: Page; slug: string; mine: Mine }> {
  const { admin, slug } = await paidEvent(browser)
  const page = await signedIn(browser, 'fan', '/join', options)
  return { page, admin, slug, mine: await enter(page, slug) }
}

/** Pays by card at Stripe's page, which is open. */
export async function payAtStripe(page: Page, number: string): Promise<void> {
  await page.getByLabel('Name on card').fill('Asha Rao')
  await page.getByLabel('Card number').fill(number)
  await page.getByLabel(/Expiry|MM/).fill('12 / 40')
  await page.getByLabel(/CVC|Security code/).fill('123')
  await page.getByRole('button', { name: /^Pay/ }).first().click()
}
