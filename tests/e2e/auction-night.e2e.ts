import { bidButton, keysOf, leads, price } from './desk.ts'
import { makeLeague } from './league.ts'
import { lineOf } from './network.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

test('a whole small auction: an auctioneer, two owners and a fan, each at a browser', async ({ browser }) => {
  const { league, desk, owner1, owner2, fan, line } =
    await test.step('the administrator makes the event and everybody comes in', async () => {
      const admin = await administrator(browser)
      const league = await makeLeague(admin)
      await admin.context().close()
      const desk = await signedIn(browser, 'auctioneer', `/auctions/${league.auctionId}/console`)
      const owner1 = await signedIn(browser, 'owner1', `/auctions/${league.auctionId}/paddle`, PHONE)
      const owner2 = await signedIn(browser, 'owner2', `/auctions/${league.auctionId}/paddle`, PHONE)
      const fan = await someone(browser)
      const line = await lineOf(fan)
      await fan.goto(`/auctions/${league.auctionId}`)
      await expect(price(fan)).toContainText('The auction has not started')
      await expect(owner1.getByText('The auction has not started').first()).toBeVisible()
      return { league, desk, owner1, owner2, fan, line }
    })
  const { press, twice, said } = keysOf(desk)

  await test.step('the auctioneer starts and opens the first player by keys alone', async () => {
    await expect(desk.getByRole('button', { name: /Start the auction/ })).toBeEnabled()
    await desk.getByRole('heading', { name: 'Teams' }).click()
    await twice('s')
    await said('Started')
    await press('o')
    await expect(price(desk)).toContainText('₹50 lakh')
    await expect(fan.getByRole('heading', { name: 'Ravi Prabhakaran' })).toBeVisible()
  })

  await test.step('owners bid against each other, and a button that is off says why', async () => {
    await bidButton(owner1).click()
    await expect(owner1.getByText('₹50 lakh accepted')).toBeVisible()
    await expect(owner1.getByRole('button', { name: /You already lead/ })).toBeVisible()
    await bidButton(owner2).click()
    await leads([fan], 'Hill Foxes', '₹55 lakh')
    await bidButton(owner1).click()
    await leads([desk, owner1, owner2, fan], 'River Otters', '₹60 lakh')
  })

  await test.step('a raised hand in the hall, taken back again', async () => {
    await press('f')
    await press('a')
    await leads([desk, fan], 'Hill Foxes', '₹65 lakh')
    await twice('z')
    await leads([desk, fan], 'River Otters', '₹60 lakh')
  })

  await test.step('a pause stops the paddles, and says so', async () => {
    await press('p')
    await expect(owner2.getByRole('button', { name: /Paused/ })).toBeVisible()
    await press('p')
    await expect(bidButton(owner2)).toBeVisible()
  })

  await test.step('going once, going twice, sold', async () => {
    await press('1')
    await expect(price(fan)).toContainText('Going once')
    await press('2')
    await expect(price(owner2)).toContainText('Going twice')
    await twice('h')
    await said('Sold')
    for (const page of [desk, owner1, owner2, fan]) await expect(price(page)).toContainText('Sold to River Otters')
  })

  await test.step('a jump bid goes over several steps at once', async () => {
    await press('n')
    await expect(fan.getByRole('heading', { name: 'Tom Ashdown' })).toBeVisible()
    await expect(desk.getByRole('heading', { name: 'Tom Ashdown' })).toBeVisible()
    await owner2.getByRole('button', { name: /jump/i }).click()
    const dialog = owner2.getByRole('dialog')
    for (let i = 0; i < 3; i++) await dialog.getByRole('button', { name: 'More by ₹5 L' }).click()
    await dialog.getByRole('button', { name: /^Bid ₹50 lakh/ }).click()
    await leads([desk, fan], 'Hill Foxes', '₹50 lakh')
    await twice('h')
    await said('Sold')
  })

  await test.step('players nobody bids for are unsold, recalled and sold', async () => {
    for (const name of ['Nils Verhoeven-Oosterhuis van der Wal', 'Unnamed Land Keeper']) {
      await press('n')
      await expect(desk.getByRole('heading', { name })).toBeVisible()
      await twice('u')
      await said('Unsold')
      await expect(price(fan)).toContainText(/unsold/i)
    }
    await desk.getByRole('tab', { name: /Unsold 2/ }).click()
    await desk.getByRole('button', { name: 'Recall all 2' }).click()
    await said('Recalled')
    await press('n')
    await expect(fan.getByRole('heading', { name: 'Nils Verhoeven-Oosterhuis van der Wal' })).toBeVisible()
    await bidButton(owner1).click()
    await expect(owner1.getByText('₹30 lakh accepted')).toBeVisible()
    await twice('h')
    await said('Sold')
  })

  await test.step('a fan who loses the network keeps the picture, is told so, and catches up', async () => {
    await expect(price(fan)).toContainText('Sold to River Otters')
    await line.cut()
    await expect(fan.getByText('Reconnecting.')).toBeVisible()
    await press('n')
    await expect(price(desk)).toContainText('₹40 lakh')
    await expect(price(fan)).toContainText('Sold to River Otters')
    await expect(fan.getByText('Reconnecting.')).toBeVisible()
    line.mend()
    await expect(fan.getByRole('heading', { name: 'Unnamed Land Keeper' })).toBeVisible()
    await twice('u')
    await said('Unsold')
  })

  await test.step('the end: results everywhere, and the log can be checked by anyone', async () => {
    await desk.getByRole('button', { name: 'End' }).click()
    await desk.getByRole('button', { name: 'Again' }).click()
    for (const page of [desk, owner1, owner2, fan])
      await expect(page.getByText(/The auction has ended/).first()).toBeVisible()
    await expect(async () => {
      const log = await fan.request.get(`/api/auctions/${league.auctionId}/log`)
      expect(log.ok()).toBe(true)
      expect(await log.text()).toContain('AuctionEnded')
    }).toPass({ timeout: 30_000 })
    await fan.reload()
    await expect(fan.getByText('₹60 lakh').first()).toBeVisible()
  })
})
