import type { Browser, Page } from '@playwright/test'
import { signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

test('a visitor watches everything public from home in one tap', async ({ browser }) => {
  const page = await someone(browser)
  await page.goto('/')
  await page
    .getByRole('link', { name: /Friday Night League/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Friday Night League/ })).toBeVisible()
})

test('a wrong password is refused in words, and the e-mail is kept', async ({ browser }) => {
  const page = await someone(browser)
  await page.goto('/signin')
  await page.getByLabel('E-mail').fill('fan@gavel.test')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('fan@gavel.test')
})

test('a fan has no desk, no console and no paddle, and is told so', async ({ browser }) => {
  const page = await signedIn(browser, 'fan', '/events/friday-night-league')
  const room = await page
    .getByRole('link', { name: /Watch the auction|Auction room|results/i })
    .first()
    .getAttribute('href')
  await page.goto('/admin')
  await expect(page.getByRole('heading', { name: 'Run a league of your own' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask to run a league' })).toBeVisible()
  await page.goto(`${room}/console`)
  await expect(page.getByRole('button', { name: 'Hammer' })).toHaveCount(0)
  await expect(page.getByText(/auctioneer/i).first()).toBeVisible()
  await page.goto(`${room}/paddle`)
  await expect(page.getByText(/paddle/i).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Bid/ })).toHaveCount(0)
})

test('an address that leads nowhere is a page that helps', async ({ browser }) => {
  const page = await someone(browser)
  for (const path of ['/nowhere', '/events/no-such-league', '/auctions/no-such-auction']) {
    const response = await page.goto(path)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('link', { name: /home|live/i }).first()).toBeVisible()
  }
})

test('every response carries strict headers', async ({ request }) => {
  const headers = (await request.get('/')).headers()
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['x-powered-by']).toBeUndefined()
})

/** Opens a page of somebody whose network brings no script until `arrive` is called. */
const withoutScript = async (browser: Browser, path: string): Promise<{ page: Page; arrive: () => void }> => {
  const page = await someone(browser)
  let arrive = () => {}
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await page.route('**/*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await page.goto(path, { waitUntil: 'commit' })
  return { page, arrive }
}

test('FORM-7 what is typed before the page’s script has come is kept, by the form too', async ({ browser }) => {
  const { page, arrive } = await withoutScript(browser, '/signin?next=/inbox')
  await page.getByLabel('E-mail').fill('fan@gavel.test')
  await page.getByLabel('Password').fill('not the password')
  arrive()
  await page.waitForLoadState('load')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('fan@gavel.test')
})

test('FORM-7 a code that is sent before the page’s script has come leads where it leads', async ({ browser }) => {
  const { page } = await withoutScript(browser, '/join')
  await page.getByRole('textbox', { name: 'Code' }).fill('k7m-2pq')
  await page.getByRole('button', { name: 'Join' }).click({ noWaitAfter: true })
  await page.waitForURL('**/join/K7M2PQ', { waitUntil: 'commit' })
})
