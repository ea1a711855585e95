import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'

/** The demo league's password; `npm start` prints it. */
const PASSWORD = 'gavel-demo-night'

/** A person of the demo league at a browser of their own, signed in. */
export async function signedIn(
  browser: Browser,
  who: string,
  at: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await someone(browser, options)
  await page.goto(`/signin?next=${encodeURIComponent(at)}`)
  await page.getByLabel('E-mail').fill(`${who}@gavel.test`)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname === at)
  return page
}

/** A visitor at a browser of their own. Mistakes on the page fail the story that opened it. */
export async function someone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.on('pageerror', (error) => expect.soft(error.message, `a mistake on ${page.url()}`).toBe(''))
  return page
}

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true } satisfies BrowserContextOptions
