import { randomBytes } from 'node:crypto'
import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { ask, call, type MadeEvent, makeEvent } from './calls.ts'
import { administrator } from './people.ts'

/** How an event takes entries, as far as a story says. Amounts in paise. */
type Terms = {
  places?: number
  players?: { fee?: number; seats?: number; ages?: { min: number | null; max: number | null } }
  offerMs?: number
}

export type Entered = MadeEvent & { name: string }

/** A published event of the administrator's that takes entries on these terms. */
export async function makeEntered(browser: Browser, { places = 20, players = {}, ...terms }: Terms): Promise<Entered> {
  const admin = await administrator(browser)
  const name = `Fees ${randomBytes(4).toString('hex')}`
  const event = await makeEvent(admin, { name, publish: true, capacity: { players: places, teams: 4 } })
  const { slug } = event
  const setup = await ask<{ event: { entry: { players: object } } }>(admin, 'event.setup', { slug })
  const { entry } = setup.event
  await call(admin, 'event.update', { slug, entry: { ...entry, ...terms, players: { ...entry.players, ...players } } })
  return { ...event, name }
}

/** A name that nobody else of any story has. */
export const newName = (): string => `Newcomer ${randomBytes(3).toString('hex')}`

/** Fills what every player is asked, but for the name. */
export async function fillPlayer(form: Locator): Promise<void> {
  await form.getByLabel('Country').fill('India')
  await form.getByLabel('Role').selectOption('Batter')
  await form.getByLabel('Base price').selectOption({ index: 1 })
}

/** The form of a player, from the event's page. */
export async function openForm(page: Page, slug: string, face = 'Register as a player'): Promise<Locator> {
  await page.goto(`/events/${slug}`)
  await page.getByRole('button', { name: face }).click()
  return page.getByRole('form', { name: 'Register as a player' })
}

/** Enters whoever is signed in at this page, by hand. */
export async function enter(page: Page, slug: string): Promise<void> {
  const form = await openForm(page, slug)
  await fillPlayer(form)
  await form.getByRole('button', { name: 'Register as a player' }).click()
  await expect(form).toHaveCount(0)
}

/** Enters whoever is signed in at this page: for stories that begin where the fee is due. Ends on the event's page. */
export async function owing(page: Page, slug: string): Promise<void> {
  const details = { kind: 'player', name: newName(), country: 'India', role: 'Batter', base: 300_000_000 }
  await call(page, 'event.register', { slug, details })
  await page.goto(`/events/${slug}`)
  await expect(page.getByText('To be paid', { exact: true })).toBeVisible()
}

export const payButton = (page: Page): Locator => page.getByRole('button', { name: 'Pay ₹500', exact: true })
