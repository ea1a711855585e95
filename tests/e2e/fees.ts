import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test'
import { ask, call } from './calls.ts'
import { type Entered, makeEntered } from './entrants.ts'
import { signedIn } from './people.ts'

/** What entering the events of these stories costs, in words. */
export const FEE = '₹500'
/** The same in paise. */
export const FEE_AMOUNT = 50_000

export type Mine = { id: string; entryId: string; status: string; seats: { id: string }[] }

/** An event that costs a fee. */
export const paidEvent = (browser: Browser): Promise<Entered> => makeEntered(browser, { players: { fee: FEE_AMOUNT } })

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
  who = 'fan',
): Promise<Entered & { page: Page; mine: Mine }> {
  const event = await paidEvent(browser)
  const page = await signedIn(browser, who, '/join', options)
  return { ...event, page, mine: await enter(page, event.slug) }
}

/** The same person at the event's page, where the fee is asked for. */
export async function payer(browser: Browser): Promise<Entered & { page: Page }> {
  const entered = await entrant(browser, {}, 'player1')
  await entered.page.goto(`/events/${entered.slug}`)
  return entered
}

/** Leads from the event's page to Stripe's. */
export const payButton = (page: Page): Locator => page.getByRole('button', { name: `Pay ${FEE}`, exact: true })
