import { randomBytes } from 'node:crypto'
import { makeLeague } from './league.ts'
import { signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

test('a new person makes an account, registers as a player, and is in the pool', async ({ browser }) => {
  const admin = await signedIn(browser, 'admin', '/admin')
  const league = await makeLeague(admin)

  const page = await someone(browser)
  const name = `Newcomer ${randomBytes(3).toString('hex')}`
  await page.goto(`/register?next=/events/${league.slug}`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${randomBytes(6).toString('hex')}@example.test`)
  await page.getByLabel('Password', { exact: true }).fill('a long enough passphrase')
  await page.getByRole('button', { name: /Make|Create/ }).click()
  await page.waitForURL(`**/events/${league.slug}`)

  await page.getByRole('button', { name: /Register as a player/i }).click()
  const form = page.getByRole('form', { name: /player/i })
  await form.getByLabel('Country').fill('India')
  await form.getByLabel('Role').selectOption({ index: 1 })
  await form.getByLabel('Base price').selectOption({ index: 1 })
  await form.getByRole('button', { name: /Register/ }).click()
  await expect(
    page
      .getByText('You are in', { exact: false })
      .or(page.getByText(/Confirmed/))
      .first(),
  ).toBeVisible({ timeout: 30_000 })

  await page.goto(`/auctions/${league.auctionId}`)
  await expect(page.getByRole('main').getByText(name).first()).toBeAttached()
})

test('an owner registers a team and gets a paddle', async ({ browser }) => {
  const admin = await signedIn(browser, 'admin', '/admin')
  const league = await makeLeague(admin)
  const page = await signedIn(browser, 'fan', `/events/${league.slug}`)
  await page.getByRole('button', { name: /Register as a(n)? (team )?owner|Register a team/i }).click()
  const form = page.getByRole('form', { name: /team|owner/i })
  await form.getByLabel('Team name').fill('Night Shift')
  await form.getByRole('button', { name: /Register/ }).click()
  await expect(page.getByText(/Confirmed/).first()).toBeVisible({ timeout: 30_000 })
  await page.goto(`/auctions/${league.auctionId}/paddle`)
  await expect(page.getByRole('heading', { name: 'Paddle of Night Shift' })).toBeAttached()
})
