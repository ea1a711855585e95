import { randomBytes } from 'node:crypto'
import { expect, type Page } from '@playwright/test'

export type League = { slug: string; name: string; auctionId: string }

const PLAYERS = `Name,Country,Role,Set,Base price (lakh)
Ravi Prabhakaran,India,Batter,Opening set,50
Tom Ashdown,England,Bowler,Opening set,30
Nils Verhoeven-Oosterhuis van der Wal,Netherlands,All-rounder,Closing set,30
Unnamed Land Keeper,,Wicketkeeper,Closing set,40
`

/**
 * The administrator makes an event with two teams and a list of four players, through the screens, and publishes it. Ends on the event's
 * desk.
 */
export async function makeLeague(page: Page): Promise<League> {
  const slug = `story-${randomBytes(4).toString('hex')}`
  const name = `Story ${slug}`
  const desk = `/admin/events/${slug}`
  await page.goto('/admin/new')
  const form = page.getByRole('form', { name: 'New event' })
  await form.getByLabel('Name', { exact: true }).fill(name)
  await form.getByLabel('Address').fill(slug)
  await form.getByLabel('Starts').fill('2031-03-01T18:30')
  await form.getByRole('combobox', { name: 'Rules' }).selectOption({ label: 'IPL 2025' })
  await form.getByRole('button', { name: 'Create the event' }).click()
  await page.waitForURL(`**${desk}`)

  await page.goto(`${desk}/teams`)
  for (const [team, owner] of [
    ['River Otters', 'owner1'],
    ['Hill Foxes', 'owner2'],
  ] as const) {
    await page.getByRole('button', { name: 'Add a team' }).click()
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Team name').fill(team)
    await sheet.getByLabel('Owner’s e-mail').fill(`${owner}@gavel.test`)
    await sheet.getByRole('button', { name: 'Add the team' }).click()
    await expect(page.getByRole('table', { name: 'Teams' })).toContainText(team)
    await expect(sheet).toHaveCount(0)
  }

  await page.goto(`${desk}/people`)
  await page.getByRole('button', { name: 'Add an auctioneer' }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'E-mail' }).fill('auctioneer@gavel.test')
  await page.getByRole('button', { name: 'Add them' }).click()
  await expect(page.getByRole('region', { name: 'Auctioneers' })).toContainText('auctioneer@gavel.test')

  await page.goto(`${desk}/players/import`)
  await page.locator('input[type=file]').setInputFiles({
    name: 'players.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(PLAYERS),
  })
  await page.getByRole('button', { name: 'See the rows' }).click()
  await page.getByRole('button', { name: 'Import 4 players' }).click()
  await expect(page.getByText('4 players came in')).toBeVisible()

  await page.goto(desk)
  await page.getByRole('button', { name: 'Publish' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(page.getByText(`${name} is published`)).toBeVisible()
  const room = await page.getByRole('link', { name: 'Room' }).getAttribute('href')
  return { slug, name, auctionId: room?.split('/').at(-1) ?? '' }
}
