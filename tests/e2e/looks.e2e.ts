import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const PAGES = ['/', '/events/friday-night-league', '/signin', '/register'] as const
const SIZES = [
  { width: 360, height: 740 },
  { width: 1920, height: 1080 },
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of SIZES) {
    test(`public pages, ${colorScheme}, ${viewport.width} px: accessible, and nothing is wider than the screen`, async ({
      browser,
    }) => {
      const page = await someone(browser, { colorScheme, viewport })
      for (const path of PAGES) {
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
        await checkLooks(page, path)
      }
      const room = await roomOf(page)
      await page.goto(room)
      await page.getByRole('region', { name: 'Price' }).waitFor()
      await checkLooks(page, 'the room')
      await page.goto(`${room}?view=stage`)
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      await checkLooks(page, 'the projector')
    })
  }

  test(`the desk, the console and the paddle, ${colorScheme}: accessible`, async ({ browser }) => {
    const admin = await signedIn(browser, 'admin', '/admin', { colorScheme, viewport: { width: 1280, height: 800 } })
    await admin.getByRole('table').first().waitFor()
    await checkLooks(admin, '/admin')
    const room = await roomOf(admin)
    const auctioneer = await signedIn(browser, 'auctioneer', `${room}/console`, { colorScheme })
    await auctioneer.getByRole('region', { name: 'Controls' }).waitFor()
    await checkLooks(auctioneer, 'console')
    const owner = await signedIn(browser, 'owner1', `${room}/paddle`, { colorScheme, viewport: SIZES[0] })
    await owner.getByRole('heading', { name: /Paddle of/ }).waitFor({ state: 'attached' })
    await checkLooks(owner, 'paddle')
  })
}

async function roomOf(page: Page): Promise<string> {
  await page.goto('/events/friday-night-league')
  const href = await page
    .getByRole('link', { name: /Watch the auction|Auction room|results/i })
    .first()
    .getAttribute('href')
  return href ?? ''
}

async function checkLooks(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((n) => n.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
  expect.soft(found, `axe on ${what}`).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(overflow, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}
