import { randomBytes } from 'node:crypto'
import { makeEvent } from './calls.ts'
import { administrator, isAt, makeAccount, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const newName = () => `Story ${randomBytes(4).toString('hex')}`

test('ACCOUNT-12 PROFILE-6 a new person makes an account, registers as a player, and is in the pool', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const league = await makeEvent(admin, { name: newName(), publish: true })

  const page = await someone(browser)
  const name = `Newcomer ${randomBytes(3).toString('hex')}`
  await page.goto(`/register?next=/events/${league.slug}`)
  await makeAccount(page, name)
  await isAt(page, `/events/${league.slug}`)

  await page.goto('/register?next=/account')
  await isAt(page, '/account')
  await page.getByLabel('Role').fill('wicket keeper')
  await page.getByLabel('Country').fill('India')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.goto(`/signin?next=/events/${league.slug}`)
  await isAt(page, `/events/${league.slug}`)
  await page.getByRole('button', { name: /Register as a player/i }).click()
  const form = page.getByRole('form', { name: /player/i })
  await expect(form.getByLabel('Name')).toHaveValue(name)
  await expect(form.getByLabel('Country')).toHaveValue('India')
  await expect(form.getByLabel('Role')).toHaveValue('Wicket-keeper')
  await form.getByLabel('Base price').selectOption({ index: 1 })
  await form.getByRole('button', { name: /Register/ }).click()
  await expect(
    page
      .getByText('You are in', { exact: false })
      .or(page.getByText(/Confirmed/))
      .first(),
  ).toBeVisible()

  await page.goto(`/auctions/${league.auctionId}`)
  await expect(page.getByRole('main').getByText(name).first()).toBeAttached()
})

test('an owner registers a team and gets a paddle', async ({ browser }) => {
  const admin = await administrator(browser)
  const league = await makeEvent(admin, { name: newName(), publish: true })
  const page = await signedIn(browser, 'fan', `/events/${league.slug}`)
  await page.getByRole('button', { name: /Register as a(n)? (team )?owner|Register a team/i }).click()
  const form = page.getByRole('form', { name: /team|owner/i })
  await form.getByLabel('Team name').fill('Night Shift')
  await form.getByRole('button', { name: /Register/ }).click()
  await expect(page.getByText(/Confirmed/).first()).toBeVisible()
  await page.goto(`/auctions/${league.auctionId}/paddle`)
  await expect(page.getByRole('heading', { name: 'Paddle of Night Shift' })).toBeAttached()
})
