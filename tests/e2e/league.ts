import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

export type League = { slug: string; name: string; auctionId: string }

const PLAYERS = `Name,Country,Role,Set,Base price (lakh)
Ravi Prabhakaran,India,Batter,Opening set,50
Tom Ashdown,England,Bowler,Opening set,30
Nils Verhoeven-Oosterhuis van der Wal,Netherlands,All-rounder,Closing set,30
Unnamed Land Keeper,,Wicketkeeper,Closing set,40
`

/** The administrator makes an event with two teams and a list of four players, through the screens. Ends on the event's desk. */
export async function makeLeague(page: Page): Promise<League> {
  const slug = `story-${randomBytes(4).toString('hex')}`
  const name = `Story ${slug}`
  await page.goto('/admin/new')
  const form = page.getByRole('form', { name: 'New event' })
  await form.getByLabel('Name', { exact: true }).first().fill(name)
  await form.getByLabel('Address').fill(slug)
  await form.getByLabel('Starts').fill('2031-03-01T18:30')
  await form.getByRole('combobox', { name: 'Rules' }).selectOption({ label: 'IPL 2025' })
  await form.getByLabel('Auctioneers’ e-mails').fill('auctioneer@gavel.test')
  for (const [at, [team, owner]] of [
    ['River Otters', 'owner1'],
    ['Hill Foxes', 'owner2'],
  ].entries()) {
    await form.getByRole('button', { name: 'Add a team' }).click()
    const row = form.getByRole('group', { name: `Team ${at + 1}` })
    await row.getByLabel('Owner’s e-mail').fill(`${owner}@gavel.test`)
    await row.getByLabel('Name').fill(team ?? '')
  }
  await form.getByRole('button', { name: 'Create the event' }).click()
  await page.waitForURL(`**/admin/events/${slug}`)

  await page.locator('input[type=file]').setInputFiles({
    name: 'players.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(PLAYERS),
  })
  await expect(page.getByRole('region', { name: 'What became of the list' })).toContainText('4')
  const room = await page.getByRole('link', { name: 'Room' }).getAttribute('href')
  return { slug, name, auctionId: room?.split('/').at(-1) ?? '' }
}
