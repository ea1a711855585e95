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
  await page.getByRole('button', { name: 'Sign in' }).click()
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
  await expect(page.getByRole('heading', { name: /not|may|organis/i }).first()).toBeVisible()
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
