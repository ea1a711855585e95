import { chromium } from '@playwright/test'
import { bidButton, keysOf, leads, price } from './desk.ts'
import { makeNight } from './night.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

/** From the sign-in page of the other machine to a console that is ready. */
const SECONDS = 15

test('CONSOLE-8 the auctioneer’s machine dies in mid-lot, and somebody else goes on at the same lot within seconds', async ({
  browser,
  baseURL,
  launchOptions,
}) => {
  const admin = await administrator(browser)
  const { auctionId } = await makeNight(admin, ['auctioneer@gavel.test', 'scorer@gavel.test'])
  const console = `/auctions/${auctionId}/console`
  // A machine of its own, which can be killed like one.
  const machine = await chromium.launchServer(launchOptions)
  const first = await signedIn(await chromium.connect(machine.wsEndpoint()), 'auctioneer', console, { baseURL })
  const owner1 = await signedIn(browser, 'owner1', `/auctions/${auctionId}/paddle`, PHONE)
  const owner2 = await signedIn(browser, 'owner2', `/auctions/${auctionId}/paddle`, PHONE)
  const fan = await someone(browser)
  await fan.goto(`/auctions/${auctionId}`)

  await test.step('a lot is open, with bids from a paddle and from the floor, and going once was called', async () => {
    const { press, twice } = keysOf(first)
    await expect(first.getByRole('button', { name: /Start the auction/ })).toBeEnabled()
    await twice('s')
    await press('o')
    await bidButton(owner1).click()
    await expect(price(first)).toContainText('River Otters')
    await press('f')
    await press('a')
    await leads([first], 'Hill Foxes', '₹55 lakh')
    await press('1')
    await expect(price(fan)).toContainText('Going once')
  })

  await test.step('the machine is gone; nobody else notices', async () => {
    await machine.kill()
    await bidButton(owner1).click()
    await expect(owner1.getByText('₹60 lakh accepted')).toBeVisible()
    await leads([fan], 'River Otters', '₹60 lakh')
  })

  const second = await test.step('another auctioneer signs in elsewhere and stands where the lot stands', async () => {
    const startedMs = Date.now()
    const desk = await signedIn(browser, 'scorer', console)
    await leads([desk], 'River Otters', '₹60 lakh')
    await expect(desk.getByRole('button', { name: /^Going once/ })).toBeEnabled()
    const seconds = (Date.now() - startedMs) / 1_000
    test.info().annotations.push({ type: 'seconds to go on', description: seconds.toFixed(1) })
    expect(seconds).toBeLessThan(SECONDS)
    return desk
  })

  await test.step('the lot goes on: a bid, a retraction, going once and twice, sold', async () => {
    const { press, twice, said } = keysOf(second)
    await bidButton(owner2).click()
    await leads([second], 'Hill Foxes', '₹65 lakh')
    await twice('z')
    await leads([second, fan], 'River Otters', '₹60 lakh')
    await press('1')
    await press('2')
    await expect(price(owner1)).toContainText('Going twice')
    await twice('h')
    await said('Sold')
    for (const page of [second, owner1, owner2, fan]) await expect(price(page)).toContainText('Sold to River Otters')
    await press('n')
    await expect(fan.getByRole('heading', { name: 'Bertram Okafor' })).toBeVisible()
  })
})
