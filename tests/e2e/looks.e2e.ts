import type { Page } from '@playwright/test'
import { checkLargeText, checkLooks } from './looks.ts'
import { signedIn, someone } from './people.ts'
import { test } from './story.ts'

const PAGES = [
  '/',
  '/events/friday-night-league',
  '/signin',
  '/register',
  '/forgot',
  '/reset?token=x',
  '/people/nobody',
  '/join',
  '/join/ABCDEF',
] as const
const SIZES = [
  { width: 360, height: 740 },
  { width: 1920, height: 1080 },
] as const

for (const viewport of SIZES) {
  test(`public pages, ${viewport.width} px: accessible, and nothing is wider than the screen`, async ({ browser }) => {
    const page = await someone(browser, { viewport })
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

test('one’s own account on a phone: accessible, and with the text twice as large nothing is wider than the screen', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'fan', '/account', { viewport: SIZES[0] })
  const own = await page.getByRole('link', { name: 'See your page' }).getAttribute('href')
  for (const path of ['/account', '/account/data', '/account/payments', own ?? '']) {
    await page.goto(path)
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
    await checkLooks(page, path)
    await checkLargeText(page, path)
  }
  for (const path of ['/account/security', '/account/sessions']) {
    await page.goto(path)
    await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
    await checkLargeText(page, path)
  }
})

test('the desk, the console and the paddle: accessible', async ({ browser }) => {
  const admin = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 800 } })
  await admin.getByRole('table').first().waitFor()
  await checkLooks(admin, '/admin')
  const room = await roomOf(admin)
  const auctioneer = await signedIn(browser, 'auctioneer', `${room}/console`)
  await auctioneer.getByRole('region', { name: 'Controls' }).waitFor()
  await checkLooks(auctioneer, 'console')
  const owner = await signedIn(browser, 'owner1', `${room}/paddle`, { viewport: SIZES[0] })
  await owner.getByRole('heading', { name: /Paddle of/ }).waitFor({ state: 'attached' })
  await checkLooks(owner, 'paddle')
})

test('the night, the results, the inbox, the queues and the books: accessible, and nothing is wider than a phone', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'admin', '/admin', { viewport: SIZES[0] })
  const room = await roomOf(page)
  const desk = '/admin/events/friday-night-league'
  const pages = ['/night', '/results', '/payments'].map((path) => desk + path)
  pages.push(
    `${room}/results`,
    `${room}/verify`,
    `${room}/runsheet`,
    await playerIn(page, room),
    '/inbox',
    '/inbox/settings',
    '/admin/queues',
    '/admin/finance',
  )
  for (const path of pages) {
    await page.goto(path)
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
    await checkLooks(page, path)
  }
})

/** The page of one player of that auction. */
async function playerIn(page: Page, room: string): Promise<string> {
  const input = encodeURIComponent(JSON.stringify({ json: { auctionId: room.split('/').at(-1) } }))
  const answer = await page.request.get(`/api/trpc/auction.roster?input=${input}`)
  const { result } = await answer.json()
  return `${room}/players/${result.data.json.players[0].playerId}`
}

async function roomOf(page: Page): Promise<string> {
  await page.goto('/events/friday-night-league')
  const href = await page
    .getByRole('link', { name: /Watch the auction|Auction room|results/i })
    .first()
    .getAttribute('href')
  return href ?? ''
}
