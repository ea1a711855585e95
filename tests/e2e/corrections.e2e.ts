import { expect } from '@playwright/test'
import { keysOf, price } from './desk.ts'
import { checkLooks } from './looks.ts'
import { makeNight } from './night.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { test } from './story.ts'

test('MEND-1, MEND-2 a past sale is put right by two people, who see what it would have changed', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { auctionId, players } = await makeNight(admin, ['auctioneer@gavel.test'])
  const [first] = players.map(({ name }) => name)
  if (!first) throw new Error('no players')
  const desk = await signedIn(browser, 'auctioneer', `/auctions/${auctionId}/console`)
  const { press, twice, said } = keysOf(desk)
  await test.step('the first player is sold to the wrong team', async () => {
    await expect(desk.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await twice('s')
    await said('Started')
    await press('o')
    await press('f')
    await desk.keyboard.press('a')
    await twice('h')
    await expect(price(desk)).toContainText('Sold to Hill Foxes')
    await press('n')
  })
  const page = `/auctions/${auctionId}/corrections`
  await test.step('the auctioneer asks, and cannot approve it', async () => {
    await desk.goto(page)
    const form = desk.getByRole('form', { name: 'Ask for a correction' })
    await form.getByLabel('Player').fill(first)
    await form.getByLabel('Should have gone to').selectOption('River Otters')
    await form.getByLabel('For, in lakh').fill('55')
    await form.getByLabel('Why').fill('The hand was that of the Otters')
    await expect(form.getByText('No later bid would have been refused.')).toBeVisible()
    await checkLooks(desk, 'a correction before it is asked for')
    await form.getByRole('button', { name: 'Ask for the correction' }).click()
    await expect(desk.getByText('You ask: “The hand was that of the Otters”')).toBeVisible()
    await desk.getByRole('button', { name: 'Approve' }).focus()
    await expect(desk.getByText('You asked for it: somebody else approves').first()).toBeVisible()
  })
  await test.step('another person approves it, on a phone', async () => {
    const other = await signedIn(browser, 'admin', page, PHONE)
    await checkLooks(other, 'a correction that waits')
    await other.getByRole('button', { name: 'Approve' }).click()
    await other.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await expect(other.getByText('Nothing waits')).toBeVisible()
  })
  await test.step('the room shows the sale as corrected, and what came after it stays', async () => {
    const fan = await someone(browser)
    await fan.goto(`/auctions/${auctionId}/results`)
    await expect(fan.getByRole('region', { name: 'River Otters' })).toContainText(first)
    await desk.goto(`/auctions/${auctionId}/console`)
    await expect(desk.getByText(`The sale of ${first} was corrected: River Otters, ₹55 lakh.`).first()).toBeVisible()
    await expect(desk.getByRole('button', { name: /^Unsold/ })).toBeEnabled()
  })
})
