import { makeBigNight } from './big-night.ts'
import { floorOf } from './floor.ts'
import { checkLooks } from './looks.ts'
import { administrator, PHONE, someone } from './people.ts'
import { expect, test } from './story.ts'

test('CROWD-1 fans react and guess, and read who came closest', async ({ browser }) => {
  const admin = await administrator(browser)
  const { auctionId } = await makeBigNight(admin, 2, 6)
  const floor = await floorOf(admin, auctionId)
  const [near, far] = [await someone(browser, PHONE), await someone(browser)]
  for (const page of [near, far]) await page.goto(`/auctions/${auctionId}`)
  const form = (page: typeof near) => page.getByRole('form', { name: 'Guess the price' })
  await expect(near.getByText('The next player opens the next guess')).toBeVisible()

  await floor.step(3)
  for (const [page, name, price] of [
    [near, 'Asha', '45'],
    [far, 'Bo', '2 crore'],
  ] as const) {
    await form(page).getByLabel('Your name').fill(name)
    await form(page)
      .getByLabel(/^Sold for/)
      .fill(price)
    await form(page).getByRole('button', { name: 'Guess the price' }).click()
  }
  await expect(near.getByText('Your guess: ₹45 lakh')).toBeVisible()
  await expect(far.getByText('Your guess: ₹2 crore')).toBeVisible()
  await checkLooks(near, 'the room with a guess')

  await near.getByRole('button', { name: /^Clap/ }).click()
  for (const page of [near, far]) await expect(page.getByRole('button', { name: /^Clap/ })).toContainText('1')

  // Three bids from a base of 30 lakh end at 40.
  while (floor.state().lot) await floor.step(3)
  floor.close()
  await expect(near.getByText(/Lot 1 fetched ₹40 lakh; 2 people guessed/)).toContainText('You came 1st')
  await expect(far.getByText(/Lot 1 fetched ₹40 lakh/)).toContainText('You came 2nd')
  await expect(far.getByRole('region', { name: 'Guesses' }).getByRole('listitem').first()).toContainText('Asha')
})
