import { ask } from './calls.ts'
import { bidButton, price } from './desk.ts'
import { screenOf, seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

/** Longer than a page takes to show what it knows, even on a slow machine. */
const SECONDS = 12

test('LATE-1, LATE-2, LATE-3, LATE-5, LATE-9 the public is shown a bid when the delay has passed, whoever bids at once', async ({
  browser,
}) => {
  const { night, otters, foxes, fan, keys } = await seated(
    browser,
    { players: [{ name: 'Arjun Sallow', baseLakh: 50 }] },
    { fan: PHONE },
  )
  const { auctionId, slug } = night
  const said = `Shown ${SECONDS} s late`

  await test.step('the organiser sets the delay, and those who watch are late within seconds', async () => {
    const organiser = await signedIn(browser, 'admin', `/admin/events/${slug}/details`)
    await organiser.getByLabel('Integrity delay, in seconds').fill('90')
    await organiser.getByRole('button', { name: 'Save' }).click()
    await expect(organiser.getByText('A whole number from 0 to 60.')).toBeVisible()
    await organiser.getByLabel('Integrity delay, in seconds').fill(String(SECONDS))
    await organiser.getByRole('button', { name: 'Look at it' }).click()
    await expect(organiser.getByRole('table', { name: 'What will change' })).toContainText(`${SECONDS} seconds`)
    await organiser.getByRole('button', { name: 'Close' }).first().click()
    await organiser.getByRole('button', { name: 'Save' }).click()
    await expect(organiser.getByText('1 change saved')).toBeVisible()
    await expect(fan.getByText(said)).toBeVisible()
    await expect(otters.getByText(said)).toHaveCount(0)
    await organiser.context().close()
  })

  const projector = await screenOf(browser, night, 'stage')
  const overlay = await signedIn(browser, 'owner1', `/auctions/${auctionId}`)
  await overlay.goto(`/auctions/${auctionId}?view=overlay`)
  await test.step('the screens say how late they are: the overlay even to an owner', async () => {
    for (const page of [projector, overlay]) await expect(page.getByText(said)).toBeVisible()
    const event = await someone(browser)
    await event.goto(`/events/${slug}`)
    await expect(event.getByText(`The public sees the auction ${SECONDS} seconds late`)).toBeVisible()
    await event.context().close()
  })

  await test.step('the owner bids and is shown it at once; the public only then', async () => {
    await keys.press('o')
    await bidButton(otters).click()
    await expect(price(otters)).toContainText('River Otters')
    const seqFor = async (page: typeof fan) =>
      (await ask<{ state: { seq: number } }>(page, 'auction.view', { auctionId })).state.seq
    const [seen, shown] = await Promise.all([seqFor(otters), seqFor(fan)])
    const screens = [fan, projector, overlay]
    const early = await Promise.all(screens.map((page) => page.getByText('Arjun Sallow').count()))
    expect(shown).toBeLessThan(seen)
    expect(early.slice(1)).toEqual([0, 0])
    expect(await price(fan).filter({ hasText: 'River Otters' }).count()).toBe(0)
    for (const page of screens) await expect(price(page)).toContainText('River Otters')
    expect(await seqFor(fan)).toBeGreaterThanOrEqual(seen)
  })

  await test.step('a page that is opened now begins in the past too', async () => {
    await bidButton(foxes).click()
    await expect(price(foxes)).toContainText('Hill Foxes')
    await fan.reload()
    await expect(fan.getByText(said)).toBeVisible()
    await checkLooks(fan, 'a delayed room on a phone')
    await expect(price(fan)).toContainText('Hill Foxes')
  })
})
