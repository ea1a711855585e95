import { checkLooks } from './looks.ts'
import { PHONE, someone } from './people.ts'
import { expect, test } from './story.ts'

test('DEMO-1, DEMO-3, DEMO-4 a newcomer finds an auction that lives, takes a paddle with one click and gives it back', async ({
  browser,
}) => {
  const visitor = await someone(browser, PHONE)
  await visitor.goto('/')
  const exhibition = visitor.getByRole('region', { name: 'Exhibition' })
  await expect(exhibition.getByRole('link', { name: 'Lantern Street Exhibition' })).toBeVisible()
  await checkLooks(visitor, 'the exhibition on the home page')

  await exhibition.getByRole('button', { name: 'take the paddle of Old Fort Lancers' }).click()
  await visitor.waitForURL('**/auctions/*/paddle')
  const bar = visitor.getByRole('complementary', { name: 'Exhibition' })
  await expect(bar).toContainText('You bid for Old Fort Lancers in the bot’s place.')
  await expect(visitor.getByRole('heading', { name: 'Paddle of Old Fort Lancers' })).toBeAttached()
  await checkLooks(visitor, 'a paddle of the exhibition')

  const other = await someone(browser)
  await other.goto('/demo')
  await other.waitForURL('**/auctions/*')
  await other.getByText('Take a place').click()
  const taken = other.getByRole('button', { name: 'take the paddle of Old Fort Lancers' })
  await expect(taken).toHaveAttribute('aria-disabled', 'true')
  await other.getByRole('button', { name: 'Be the auctioneer' }).click()
  await other.waitForURL('**/auctions/*/console')
  await expect(other.getByRole('region', { name: 'Controls' })).toBeVisible()
  await expect(other.getByRole('complementary', { name: 'Exhibition' })).toContainText('You are the auctioneer')

  await bar.getByRole('button', { name: 'Give it back' }).click()
  await visitor.waitForURL((url) => !url.pathname.endsWith('/paddle'))
  await expect(visitor.getByRole('complementary', { name: 'Exhibition' })).toContainText('Bots play this exhibition')
  await other.getByRole('button', { name: 'Give it back' }).click()
  await expect(other.getByRole('complementary', { name: 'Exhibition' })).toContainText('Bots play this exhibition')
  // It goes on because somebody looks at it.
  await visitor.goto('/')
  await expect(exhibition.getByText(/[1-9]\d* sold/)).toBeVisible({ timeout: 90_000 })
})
