import { randomBytes } from 'node:crypto'
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { letterTo, pathIn } from './letters.ts'

/** The demo league's password; `npm start` prints it. */
const PASSWORD = 'gavel-demo-night'

type SessionCookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** By person, the session that an earlier story of this process signed in with: who has shown once that the door opens need not again. */
const sessions = new Map<string, SessionCookies>()

/** A person of the demo league at a browser of their own, signed in. */
export async function signedIn(
  browser: Browser,
  who: string,
  at: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await someone(browser, options)
  const context = page.context()
  await context.addCookies(sessions.get(who) ?? [])
  await page.goto(`/signin?next=${encodeURIComponent(at)}`)
  // Who is signed in is sent on.
  if (new URL(page.url()).pathname === at) return page
  await signIn(page, who)
  await isAt(page, at)
  sessions.set(
    who,
    (await context.cookies()).filter(({ name }) => name.endsWith('session-token')),
  )
  return page
}

/** The administrator, at a page that asks for little: for what a story begins with and is not about. */
export const administrator = (browser: Browser): Promise<Page> => signedIn(browser, 'admin', '/join')

/** Waits until a page has come to this path: an address on the way there names it too, as what to go on to. */
export const isAt = (page: Page, path: string): Promise<void> => page.waitForURL(({ pathname }) => pathname === path)

/** Fills the form for signing in, on a page that shows it. Goes on to where the page wanted to. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.getByLabel('E-mail').fill(`${who}@gavel.test`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** What everybody who makes an account in a story chooses. */
export const PASSPHRASE = 'a long enough passphrase'

export const newAddress = (): string => `${randomBytes(6).toString('hex')}@example.test`

/**
 * Fills the form that makes an account, on a page that shows it, for a new person, and opens it by the letter. Goes on to where the page wanted to.
 * @returns the account's address
 */
export async function makeAccount(page: Page, name: string): Promise<string> {
  const email = await askForAccount(page, name)
  await openAccount(page, email)
  return email
}

/** Fills the form alone. Where Gavel writes letters, a letter answers it. @returns the address that was typed */
export async function askForAccount(page: Page, name: string, email = newAddress()): Promise<string> {
  const form = page.getByRole('form', { name: 'Create an account' })
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Password', { exact: true }).fill(PASSPHRASE)
  await form.getByRole('button', { name: 'Create the account' }).click()
  return email
}

/** Opens a new account by the link of its letter, at the name by which this page has opened the site. */
async function openAccount(page: Page, email: string): Promise<void> {
  await expect(page.getByText('Check your e-mail')).toBeVisible()
  const letter = await letterTo(email, 'Confirm your address to open your Gavel account')
  await page.goto(new URL(pathIn(letter), page.url()).href)
  await page.getByLabel('Your password').fill(PASSPHRASE)
  const { pathname } = new URL(page.url())
  await page.getByRole('button', { name: 'Open the account' }).click()
  await page.waitForURL((url) => url.pathname !== pathname)
}

/** A visitor at a browser of their own. Mistakes on the page fail the story that opened it. */
export async function someone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error.message, `a mistake on ${page.url()}`).toBe(''))
  return page
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } satisfies BrowserContextOptions
