import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { keysOf } from './desk.ts'
import { keyTwice } from './key-twice.ts'
import { makeAuction, type Night } from './night.ts'
import { administrator, signedIn, someone } from './people.ts'

type Seat = 'desk' | 'otters' | 'foxes' | 'fan'

/** Everybody whom an auction needs, at a page of their own; the auctioneer has started it. */
export type Seats = Record<Seat, Page> & { night: Night; keys: ReturnType<typeof keysOf> }

/** An auction is made, its people sit down, and it is started. `look`: how the page of a seat is seen. */
export async function seated(
  browser: Browser,
  wanted: Parameters<typeof makeAuction>[1],
  look: Partial<Record<Seat, BrowserContextOptions>> = {},
): Promise<Seats> {
  const admin = await administrator(browser)
  const night = await makeAuction(admin, wanted)
  await admin.context().close()
  const room = `/auctions/${night.auctionId}`
  const desk = await signedIn(browser, 'auctioneer', `${room}/console`, look.desk)
  const otters = await signedIn(browser, 'owner1', `${room}/paddle`, look.otters)
  const foxes = await signedIn(browser, 'owner2', `${room}/paddle`, look.foxes)
  const fan = await someone(browser, look.fan)
  await fan.goto(room)
  const keys = keysOf(desk)
  await desk.getByRole('heading', { name: 'Teams' }).click()
  await keys.twice('s')
  await keys.said('Started')
  return { night, desk, otters, foxes, fan, keys }
}

/** A screen without controls: the projector's, or the one that lies over a broadcast. */
export async function screenOf(browser: Browser, { auctionId }: Night, view: 'stage' | 'overlay'): Promise<Page> {
  const page = await someone(browser, { viewport: { width: 1920, height: 1080 } })
  await page.goto(`/auctions/${auctionId}?view=${view}`)
  return page
}

/** Presses a button that cannot be taken back, by the keyboard: a slow click would be a hold, which is an answer too. */
export async function pressTwice(page: Page, within: string, name: string | RegExp): Promise<void> {
  await page.getByRole('region', { name: within }).getByRole('button', { name }).focus()
  await keyTwice(page, 'Enter')
}

/** What a page shows of the decision after the bidding. */
export const deciding = (page: Page, title: 'Right to match' | 'Tie-break') => page.getByRole('region', { name: title })

/** Seals an amount on the paddle at this page. */
export async function seal(page: Page, lakh: string): Promise<void> {
  const mine = page.getByRole('region', { name: 'Your sealed amount' })
  await mine.getByLabel(/^Amount, in lakh/).fill(lakh)
  await pressTwice(page, 'Your sealed amount', /^Seal ₹/)
  // What comes then may be over at once: of equal amounts the last is revealed, and asked for anew, in one breath.
  await expect(mine.getByRole('button', { name: /^Seal ₹|^Press again/ })).toHaveCount(0)
}
