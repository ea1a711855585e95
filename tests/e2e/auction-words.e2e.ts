import type { Page } from '@playwright/test'
import { call } from './calls.ts'
import { bidButton, keysOf, price } from './desk.ts'
import { lineOf } from './network.ts'
import { makeNight } from './night.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

/** Everybody who looks at one auction. */
async function hall(browser: Parameters<typeof signedIn>[0]) {
  const admin = await administrator(browser)
  const night = await makeNight(admin, ['auctioneer@gavel.test'])
  const room = `/auctions/${night.auctionId}`
  const desk = await signedIn(browser, 'auctioneer', '/join')
  const line = await lineOf(desk)
  await desk.goto(`${room}/console`)
  const paddle = await signedIn(browser, 'owner1', `${room}/paddle`, PHONE)
  const [fan, stage, overlay] = [await someone(browser), await someone(browser), await someone(browser)]
  await fan.goto(room)
  await stage.goto(`${room}?view=stage`)
  await overlay.goto(`${room}?view=overlay`)
  const { twice, said } = keysOf(desk)
  await twice('s')
  await said('Started')
  return { admin, night, desk, line, paddle, fan, stage, overlay, all: [desk, paddle, fan, stage, overlay] }
}

const pause = (page: Page) => page.getByRole('region', { name: 'Pause' })

test('PAUSE-2, PRESS-1, CONSOLE-7 a pause and its message are on every screen, with a lot open and between lots', async ({
  browser,
}) => {
  const { desk, paddle, all } = await hall(browser)
  const { press, said } = keysOf(desk)
  const message = desk.getByLabel('Message to all screens')

  await test.step('between lots, by keys alone', async () => {
    await expect(message).toBeVisible()
    await press('m')
    await desk.keyboard.type('Back at ten past eight')
    await desk.keyboard.press('Enter')
    await said('Every screen shows the message')
    for (const page of all) await expect(pause(page)).toContainText('Back at ten past eight')
    await press('p')
    await said('Resumed')
    for (const page of all) await expect(pause(page)).toHaveCount(0)
  })

  await test.step('in a lot: first the pause, then what it is for, by mouse', async () => {
    await press('o')
    await expect(bidButton(paddle)).toBeVisible()
    await desk
      .getByRole('button', { name: /^Pause/ })
      .first()
      .click()
    for (const page of all) await expect(pause(page)).toContainText('Paused')
    await message.fill('A technical fault. Nothing is lost')
    await desk.getByRole('button', { name: 'Show', exact: true }).click()
    for (const page of all) await expect(pause(page)).toContainText('A technical fault. Nothing is lost')
    await expect(paddle.getByRole('button', { name: /Paused/ })).toBeVisible()
    await desk.getByRole('button', { name: /^Resume/ }).click()
    for (const page of all) await expect(pause(page)).toHaveCount(0)
  })

  await test.step('a thumb that rests on the button while a pause comes and goes has bid when it lifts', async () => {
    await bidButton(paddle).getByText(/^Bid$/).hover({ force: true })
    await paddle.mouse.down()
    await press('p')
    await expect(paddle.getByRole('button', { name: /Paused/ })).toBeVisible()
    await press('p')
    await expect(bidButton(paddle)).toBeVisible()
    await paddle.mouse.up()
    await expect(paddle.getByText(/accepted$/)).toBeVisible()
  })
})

test('PAUSE-3, CONSOLE-19 an announcement is on every screen, pauses nothing, and is gone when the next lot opens', async ({
  browser,
}) => {
  const { desk, paddle, fan, all } = await hall(browser)
  const { press, twice, said } = keysOf(desk)
  const banner = (page: Page) => page.getByRole('region', { name: 'Announcement', exact: true })
  const field = desk.getByLabel('Announcement to all screens')

  await test.step('in a lot, by keys alone, and it is bid for all the while', async () => {
    await press('o')
    await expect(bidButton(paddle)).toBeVisible()
    await press('a')
    await expect(field).toBeFocused()
    await desk.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
    await press('a')
    await expect(field).toBeFocused()
    await desk.keyboard.type('Five-minute break after this lot')
    await desk.keyboard.press('Enter')
    await said('Every screen shows the announcement')
    for (const page of all) await expect(banner(page)).toContainText('Five-minute break after this lot')
    await expect(fan.locator('p[aria-live=assertive]')).toContainText('Announced: Five-minute break after this lot')
    for (const page of all) await expect(pause(page)).toHaveCount(0)
    await bidButton(paddle).click()
    await expect(price(desk)).toContainText('River Otters')
  })

  await test.step('whoever comes now is shown it, and who looks back sees when it was said', async () => {
    const late = await someone(browser)
    await late.goto(new URL(fan.url()).pathname)
    await expect(banner(late)).toContainText('Five-minute break after this lot')
    const slider = late.getByRole('slider', { name: 'Look back through the auction' })
    await slider.press('Home')
    await expect(banner(late)).toHaveCount(0)
    await slider.press('End')
    await expect(banner(late)).toContainText('Five-minute break after this lot')
  })

  await test.step('another by a phrase that is kept, then down by hand', async () => {
    await desk.getByRole('button', { name: /^Announce/ }).click()
    await expect(desk.getByRole('button', { name: 'Five-minute break after this lot' })).toBeVisible()
    await desk.getByRole('button', { name: 'Please take your seats' }).click()
    await desk.getByRole('button', { name: 'Say it' }).click()
    for (const page of all) await expect(banner(page)).toContainText('Please take your seats')
    await desk.getByRole('button', { name: 'Take it down' }).click()
    for (const page of all) await expect(banner(page)).toHaveCount(0)
  })

  await test.step('between lots it stands until the next one opens', async () => {
    await twice('h')
    await said('Sold')
    await press('a')
    await expect(field).toBeFocused()
    await desk.keyboard.type('Back in a minute')
    await desk.keyboard.press('Enter')
    for (const page of all) await expect(banner(page)).toContainText('Back in a minute')
    await press('n')
    for (const page of all) await expect(banner(page)).toHaveCount(0)
  })
})

test('CONSOLE-9 a raised hand is a bid, by click as by letter, and is taken back before the hammer', async ({
  browser,
}) => {
  const { desk, paddle, fan } = await hall(browser)
  const { press, said } = keysOf(desk)
  await press('o')
  await bidButton(paddle).click()
  await expect(price(desk)).toContainText('River Otters')
  await desk.getByRole('button', { name: /^Hand raised/ }).click()
  await desk.getByRole('button', { name: 'Bid for Hill Foxes from the floor' }).click()
  await said('Hill Foxes bid ₹55 lakh')
  await expect(price(fan)).toContainText('Hill Foxes')
  await expect(fan.getByText('from the floor').first()).toBeVisible()
  const undo = desk.getByRole('button', { name: /^Undo bid/ })
  await undo.click()
  await desk.getByRole('button', { name: /^Again/ }).click()
  await said('The last bid was taken back')
  for (const page of [desk, paddle, fan]) await expect(price(page)).toContainText('₹50 lakh')
})

test('NAMES-2 a corrected name is on every screen, and nothing flickers', async ({ browser }) => {
  const { admin, night, desk, all } = await hall(browser)
  const { press } = keysOf(desk)
  await press('o')
  for (const page of all) await expect(page.getByRole('heading', { name: 'Arjun Sallow' })).toBeVisible()
  const [player] = night.players
  const change = { name: 'Arjun Swallow-Thorpe' }
  await call(admin, 'players.update', { auctionId: night.auctionId, playerId: player?.id, change })
  for (const page of all) await expect(page.getByRole('heading', { name: 'Arjun Swallow-Thorpe' })).toBeVisible()

  await test.step('a latecomer is on the desk by name', async () => {
    const late = { name: 'Late Latecomer', set: 'Set A', base: 300_000_000, overseas: null }
    await call(admin, 'players.add', { auctionId: night.auctionId, key: `${night.slug}-late`, player: late })
    await expect(desk.getByText('Late Latecomer').first()).toBeVisible()
  })
})

test('CONSOLE-6 what was sent is not said to be done before its answer is there', async ({ browser }) => {
  const { desk, line, paddle, fan } = await hall(browser)
  const { press, twice, said } = keysOf(desk)
  await press('o')
  await bidButton(paddle).click()
  await expect(price(desk)).toContainText('River Otters')
  line.hold()
  await twice('h')
  await said('The hammer falls')
  await expect(desk.getByRole('region', { name: 'Controls' }).getByRole('status')).not.toContainText('Sold')
  line.release()
  await said('Sold')
  await expect(price(fan)).toContainText('Sold to River Otters')

  await test.step('without a line the page is not called live', async () => {
    const head = desk.getByRole('banner')
    await expect(head.getByText('Live', { exact: true })).toBeVisible()
    await line.cut()
    await expect(head.getByText('Reconnecting', { exact: true })).toBeVisible()
    await expect(head.getByText('Live', { exact: true })).toHaveCount(0)
    line.mend()
    await expect(head.getByText('Live', { exact: true })).toBeVisible()
  })
})
