import { makeBigNight } from './big-night.ts'
import { floorOf } from './floor.ts'
import { checkLooks } from './looks.ts'
import { administrator, someone } from './people.ts'
import { expect, test } from './story.ts'

test('VERIFY-5, VERIFY-6, TIME-1, TIME-5, RESULT-3 after the last hammer: the moments, the results and the proof', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { auctionId } = await makeBigNight(admin, 3, 40)
  const room = `/auctions/${auctionId}`
  const floor = await floorOf(admin, auctionId)
  const fan = await someone(browser, { viewport: { width: 360, height: 740 } })
  await fan.goto(room)
  const replay = fan.getByRole('region', { name: 'Replay' })
  const priceOf = fan.getByRole('region', { name: 'Price' })
  await floor.play(12, 3)
  const live = floor.state().lastLot

  let moment = ''
  await test.step('a moment of the live auction has an address, which opens there for others', async () => {
    await expect(replay.getByRole('slider')).toHaveValue(String(floor.state().seq))
    await replay.getByRole('slider').press('ArrowLeft')
    await replay.getByRole('button', { name: 'Back to where the lot opened' }).click()
    await expect(priceOf).toContainText('Base price')
    await expect(replay).toContainText(`Lot ${live?.lot}:`)
    moment = `?seq=${await replay.getByRole('slider').inputValue()}`
    await fan.waitForURL((url) => url.search === moment)
    await replay.getByRole('button', { name: 'One entry on' }).click()
    await expect(priceOf).toContainText('lead')
    await fan.waitForURL((url) => url.search !== moment)
    await fan.goBack()
    await expect(priceOf).toContainText('Base price')
    await checkLooks(fan, 'the room at a moment')
    await replay.getByRole('button', { name: 'Live' }).click()
    await expect(priceOf).toContainText('Sold to')
    expect(new URL(fan.url()).search).toBe('')

    const other = await someone(browser)
    await other.goto(room + moment)
    await expect(other.getByRole('region', { name: 'Price' })).toContainText('Base price')
    await expect(other.getByRole('region', { name: 'Replay' })).toContainText(`Lot ${live?.lot}:`)
  })

  await floor.end()
  floor.close()
  await test.step('the room says that it is over, and shows the final hash', async () => {
    await expect(priceOf).toContainText('The auction has ended')
    await expect(fan.getByText(/final hash [0-9a-f]{16}/)).toBeVisible()
    await fan.goto(room + moment)
    await expect(priceOf).toContainText('Base price')
    await replay.getByRole('button', { name: 'Play from here' }).click()
    await expect(priceOf).toContainText('Sold to')
    await replay.getByRole('button', { name: 'One entry back' }).click()
    await expect(replay.getByRole('button', { name: 'Play from here' })).toBeVisible()
  })

  await test.step('the results: charts with a table behind each, contested lots that lead to their moment', async () => {
    await fan.goto(`${room}/results`)
    for (const title of ['Spending by role', 'Price against base', 'Lot by lot']) {
      const chart = fan.getByRole('region', { name: title, exact: true }).or(fan.locator('section', { hasText: title }))
      await expect(chart.locator('svg.recharts-surface').first()).toBeVisible()
      await fan.getByText(`${title}, as a table`).click()
    }
    await expect(fan.getByRole('table', { name: 'Prices lot by lot' }).getByRole('row')).toHaveCount(13)
    await expect(fan.getByRole('table', { name: 'Most contested lots' })).toBeVisible()
    await checkLooks(fan, 'the results')
    await fan
      .getByRole('link', { name: /^Watch lot/ })
      .first()
      .click()
    await fan.waitForURL(/\?seq=\d+$/)
    await expect(priceOf).toContainText('Base price')
  })

  await test.step('the visitor’s own browser makes the chain and the squads anew', async () => {
    await fan.goto(`${room}/verify`)
    const verdict = fan.getByRole('region', { name: 'Verdict' })
    await expect(verdict).toContainText('It matches')
    await expect(fan.getByRole('table', { name: 'Squads made anew' }).getByText('Equal')).toHaveCount(3)
    await checkLooks(fan, 'the proof')
  })

  await test.step('and says so where a price was changed on the way', async () => {
    const context = fan.context()
    await context.route('**/log/public**', async (route) => {
      const response = await route.fetch()
      const lines = (await response.json()) as { seq: number; body: string }[]
      const changed = lines.map((line) => ({
        ...line,
        body: line.body.replace('"type":"LotSold"', '"type":"LotSold" '),
      }))
      await route.fulfill({ response, json: changed })
    })
    await fan.getByRole('button', { name: 'Check again' }).click()
    await expect(fan.getByRole('region', { name: 'Verdict' })).toContainText('It does not match')
  })
})

test('OVERLAY-1, OVERLAY-2 the overlay is transparent, and a sale sweeps once over it and the projector', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { auctionId } = await makeBigNight(admin, 2, 6)
  const room = `/auctions/${auctionId}`
  const floor = await floorOf(admin, auctionId)
  await floor.play(1, 2)
  const [overlay, stage, still] = [
    await someone(browser),
    await someone(browser),
    await someone(browser, { reducedMotion: 'reduce' }),
  ]
  await overlay.goto(`${room}?view=overlay`)
  await stage.goto(`${room}?view=stage`)
  await still.goto(`${room}?view=stage`)
  const moment = '[data-moment=sold]'
  for (const page of [overlay, stage]) {
    await expect(page.getByText('Sold', { exact: true })).toBeVisible()
    await expect(page.locator(moment)).toHaveCount(0)
  }
  const grounds = await overlay.evaluate(() =>
    [document.documentElement, document.body, document.querySelector('main')].map((one) =>
      one ? getComputedStyle(one).backgroundColor : '',
    ),
  )
  expect(grounds).toEqual(Array(3).fill('rgba(0, 0, 0, 0)'))

  await floor.play(1, 3)
  const { lastLot } = floor.state()
  expect(lastLot?.lot).toBe(2)
  for (const page of [overlay, stage]) {
    await expect(page.locator(moment)).toContainText('Sold')
    await expect(page.locator(moment)).toHaveCSS('opacity', '0')
    await expect(page.getByRole('region', { name: 'Price' })).toBeVisible()
  }
  await expect(still.locator(moment)).toHaveCSS('opacity', '0')
  floor.close()
})
