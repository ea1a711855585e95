import { bidButton, leads, price } from './desk.ts'
import { seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { PHONE, signedIn } from './people.ts'
import { expect, test } from './story.ts'

test('a fantasy room: turns, a first bid, a hidden maximum, and the autopilot', async ({ browser }) => {
  const { night, desk, otters, foxes, fan, keys } = await seated(
    browser,
    {
      rules: {
        proxies: true,
        squad: { min: 1, max: 25 },
        nomination: { order: 'straight', turnMs: null },
        clock: { mode: 'auctioneer' },
      },
      players: [
        { name: 'Arjun Sallow', baseLakh: 50 },
        { name: 'Bertram Okafor', baseLakh: 40 },
      ],
    },
    { otters: PHONE },
  )
  const { twice } = keys

  await test.step('the team whose turn it is finds a player and opens with a bid', async () => {
    await expect(fan.getByRole('region', { name: 'The next player' })).toContainText(
      'River Otters name the next player',
    )
    const turn = otters.getByRole('region', { name: 'Name the next player' })
    await turn.getByLabel('Player').fill('okafor')
    await checkLooks(otters, 'the paddle whose turn it is')
    await turn.getByRole('button', { name: 'Choose Bertram Okafor' }).click()
    await turn.getByRole('button', { name: /^Put up for ₹40 lakh/ }).click()
    await expect(price(fan)).toContainText('River Otters')
    await expect(price(fan)).toContainText('₹40 lakh')
  })

  await test.step('a hidden maximum answers a bid, and nobody else is shown it', async () => {
    await otters.getByRole('button', { name: 'Maximum' }).click()
    const sheet = otters.getByRole('dialog', { name: 'Hidden maximum' })
    await sheet.getByLabel(/^Most/).fill('60')
    await checkLooks(otters, 'the sheet of a hidden maximum')
    await sheet.getByRole('button', { name: 'Leave ₹60 lakh' }).click()
    await expect(otters.getByRole('button', { name: 'Up to ₹60 L' })).toBeVisible()
    const laptop = await signedIn(browser, 'owner1', `/auctions/${night.auctionId}/paddle`)
    await expect(laptop.getByRole('button', { name: 'Up to ₹60 L' })).toBeVisible()
    await laptop.context().close()
    await bidButton(foxes).click()
    await leads([desk, foxes], 'River Otters', '₹50 lakh')
    await expect(fan.getByRole('main')).not.toContainText('₹60')
    await twice('h')
    await expect(price(fan)).toContainText('Sold to River Otters')
  })

  await test.step('a list handed to the autopilot bids for a team that is away', async () => {
    await otters.getByRole('tab', { name: 'My list' }).click()
    await otters.getByLabel('Player', { exact: true }).fill('Arjun Sallow')
    await otters.getByLabel(/^Most, in lakh/).fill('80')
    await otters.getByRole('button', { name: 'Put on my list' }).click()
    await otters.getByRole('radio', { name: 'Bid by my list' }).click()
    await expect(otters.getByRole('radio', { name: 'Hand over the list as it is now' })).toBeChecked()
    await otters.context().close()
    const turn = foxes.getByRole('region', { name: 'Name the next player' })
    await turn.getByRole('button', { name: 'Choose Arjun Sallow' }).click()
    await turn.getByRole('button', { name: /^Put up for ₹50 lakh/ }).click()
    await expect(price(fan)).toContainText('₹55 lakh')
    await expect(price(fan)).toContainText('River Otters')
  })
})

test('a call for names: the auctioneer asks, the teams name, and only the named come up', async ({ browser }) => {
  const { desk, foxes, fan, keys } = await seated(
    browser,
    {
      players: [
        { name: 'Arjun Sallow', baseLakh: 50 },
        { name: 'Bertram Okafor', baseLakh: 40 },
        { name: 'Caspian Yadav', baseLakh: 30 },
      ],
    },
    { foxes: PHONE },
  )
  const { press, twice } = keys
  await desk.keyboard.press('c')
  await desk.getByRole('button', { name: /^Call for names/ }).waitFor()
  await twice('c')
  await expect(fan.getByRole('region', { name: 'Call for names' })).toContainText('0 of 2 have named')
  const names = foxes.getByRole('region', { name: 'Your names' })
  await names.getByLabel('Add a player').fill('yadav')
  await names.getByRole('button', { name: 'Choose Caspian Yadav' }).click()
  await checkLooks(foxes, 'the paddle that names')
  await names.getByRole('button', { name: 'Send the names' }).click()
  await expect(fan.getByRole('region', { name: 'Call for names' })).toContainText('1 of 2 have named')
  await twice('c')
  await expect(fan.getByRole('region', { name: 'Call for names' })).toHaveCount(0)
  // The desk may be told a moment after the fan: before, the next one is the first in the running order.
  await expect(desk.getByTitle('Caspian Yadav')).toBeVisible()
  await press('n')
  await expect(fan.getByRole('heading', { name: 'Caspian Yadav' })).toBeVisible()
})

test('a slow auction: open lots with their own clocks, what one leads is kept, and each ends by itself', async ({
  browser,
}) => {
  const { desk, otters, foxes, fan } = await seated(
    browser,
    {
      rules: {
        openLots: 3,
        proxies: true,
        squad: { min: 1, max: 25 },
        match: null,
        tieBreak: null,
        nomination: { order: 'free', turnMs: null },
        clock: { mode: 'clock', lotMs: 90_000, extendMs: 3_000 },
      },
      players: [
        { name: 'Arjun Sallow', baseLakh: 50 },
        { name: 'Bertram Okafor', baseLakh: 40 },
        { name: 'Caspian Yadav', baseLakh: 30 },
      ],
    },
    { otters: PHONE },
  )
  for (const [page, name, money] of [
    [otters, 'Arjun Sallow', '₹50 lakh'],
    [foxes, 'Bertram Okafor', '₹40 lakh'],
  ] as const) {
    await page.getByRole('button', { name: 'Put a player up' }).click()
    const pad = page.getByRole('dialog', { name: 'Put a player up' })
    await pad.getByRole('button', { name: `Choose ${name}` }).click()
    await pad.getByRole('button', { name: `Put up for ${money}` }).click()
    await expect(fan.getByRole('heading', { name })).toBeVisible()
    await expect(pad).toHaveCount(0)
  }
  await expect(otters.getByText('You lead one lot: ₹50 lakh of your purse is kept for it.')).toBeVisible()
  await otters.getByRole('button', { name: 'Bid ₹45 lakh' }).click()
  await expect(otters.getByText('You lead 2 lots: ₹95 lakh of your purse is kept for them.')).toBeVisible()
  await expect(foxes.getByText('Outbid')).toBeVisible()

  await test.step('CONSOLE-20, BOARD-6 a raised hand is a bid for the lot that the keys chose, and is taken back beside it', async () => {
    const lot = desk.getByRole('listitem').filter({ has: desk.getByRole('heading', { name: 'Arjun Sallow' }) })
    const status = desk.getByRole('region', { name: 'Controls' }).getByRole('status')
    for (const key of ['f', 'ArrowDown', 'ArrowUp']) await desk.keyboard.press(key)
    await expect(lot.getByRole('button', { name: 'Bid for Hill Foxes from the floor' })).toBeVisible()
    await desk.keyboard.press('a')
    await expect(status).toContainText('Hill Foxes bid ₹55 lakh for Arjun Sallow')
    await expect(otters.getByText('You lead one lot: ₹45 lakh of your purse is kept for it.')).toBeVisible()
    await lot.getByRole('button', { name: /^Undo bid/ }).click()
    await lot.getByRole('button', { name: /^Again/ }).click()
    await expect(otters.getByText('You lead 2 lots: ₹95 lakh of your purse is kept for them.')).toBeVisible()
  })

  await checkLooks(otters, 'the paddle of a slow auction')
  await checkLooks(fan, 'the room of a slow auction')
  await checkLooks(desk, 'the console of a slow auction')
  await expect(fan.getByRole('heading', { name: 'Arjun Sallow' })).toHaveCount(0, { timeout: 180_000 })
  await expect(fan.getByRole('heading', { name: 'Bertram Okafor' })).toHaveCount(0, { timeout: 180_000 })
  await expect(fan.getByText('2 sold').first()).toBeVisible()
})
