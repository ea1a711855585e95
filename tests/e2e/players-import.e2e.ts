import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { call, makeEvent } from './calls.ts'
import { administrator, PHONE, signedIn } from './people.ts'
import { expect, test } from './story.ts'

/** A club's own list: its own words for everything, two rows that cannot be read, and a name longer than most. */
const LIST = `Chest no,Cricketer,Nation,Skill,Group,Reserve price (Rs lakh),Yrs
7,Ravi Prabhakaran,India,Bat,Marquee,50,24
11,Tom Ashdown,England,Fast bowler,Marquee,30,31
23,,India,All rounder,Second group,30,22
4,Nils Verhoeven-Oosterhuis van der Wal,Netherlands,All rounder,Second group,30,27
9,Unnamed Land Keeper,,Wicketkeeper,Second group,forty,29
`

function emptyEvent(page: Page) {
  const slug = `pool-${randomBytes(4).toString('hex')}`
  return makeEvent(page, { slug, name: `Story ${slug}` })
}

const dropList = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Drop a list of players here')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

const namesIn = (page: Page) => page.getByRole('table', { name: 'Players' }).getByRole('cell').getByRole('button')

async function accessible(page: Page, what: string) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 3)}`)
  expect.soft(found, `axe on ${what}`).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect.soft(wide, `${what} scrolls sideways`).toBeLessThanOrEqual(0)
}

test('a list with its own columns comes in, two refused rows are corrected, and the whole import is undone', async ({
  browser,
}) => {
  const page = await administrator(browser)
  const { slug } = await emptyEvent(page)
  await page.goto(`/admin/events/${slug}/players`)
  await page.getByRole('link', { name: 'Import a list' }).first().click()

  await test.step('the columns are guessed, and can be said otherwise', async () => {
    await dropList(page, 'club.csv', LIST)
    await expect(page).toHaveURL(/step=columns/)
    const meaning = (header: string) => page.getByRole('combobox', { name: `What “${header}” holds` })
    await expect(meaning('Cricketer')).toHaveValue('name')
    await expect(meaning('Nation')).toHaveValue('country')
    await expect(meaning('Skill')).toHaveValue('role')
    await expect(meaning('Reserve price (Rs lakh)')).toHaveValue('base')
    await expect(meaning('Chest no')).toHaveValue('')
    await meaning('Yrs').selectOption({ label: 'Age' })
    await meaning('Group').selectOption({ label: 'Set' })
    await expect(meaning('Yrs')).toHaveValue('age')
    await accessible(page, 'the columns')
    await page.getByRole('button', { name: 'See the rows' }).click()
  })

  const refused = page.getByRole('region', { name: 'Refused rows' })
  await test.step('two rows are refused with their reasons, and corrected where they stand', async () => {
    await expect(refused.getByRole('group')).toHaveCount(2)
    const nameless = refused.getByRole('group', { name: 'Row 4' })
    const unpriced = refused.getByRole('group', { name: 'Row 6' })
    await expect(nameless).toContainText('The name is missing')
    await expect(unpriced).toContainText('forty')
    await accessible(page, 'the rows')

    const download = page.waitForEvent('download')
    await refused.getByRole('link', { name: 'Download the refused rows' }).click()
    const file = readFileSync(await (await download).path(), 'utf8').split('\r\n')
    expect(file).toHaveLength(4)
    expect(file[0]).toContain('Chest no,Cricketer')
    expect(file[2]).toMatch(/^9,Unnamed Land Keeper,.*forty/)

    await nameless.getByLabel('Cricketer').fill('Meera Lakshmanan')
    await unpriced.getByLabel('Reserve price (Rs lakh)').fill('40')
    await expect(page.getByRole('button', { name: /^Import/ })).toBeDisabled()
    await refused.getByRole('button', { name: 'Check again' }).click()
    await expect(refused).toHaveCount(0)
    await expect(page.getByRole('table', { name: 'Players as they will come in' })).toContainText('Meera Lakshmanan')
  })

  const report = page.getByRole('region', { name: 'What became of the list' })
  await test.step('everybody comes in', async () => {
    await page.getByRole('button', { name: 'Import 5 players' }).click()
    await expect(report).toContainText('5 players came in')
    await accessible(page, 'the report')
    await report.getByRole('link', { name: 'See the players' }).click()
    await expect(namesIn(page)).toHaveText([
      'Ravi Prabhakaran',
      'Tom Ashdown',
      'Meera Lakshmanan',
      'Nils Verhoeven-Oosterhuis van der Wal',
      'Unnamed Land Keeper',
    ])
  })

  await test.step('the same list again knows them all', async () => {
    await page.getByRole('link', { name: 'Import', exact: true }).click()
    await dropList(page, 'again.csv', LIST)
    await page.getByRole('combobox', { name: 'What “Yrs” holds' }).selectOption({ label: 'Age' })
    await page.getByRole('combobox', { name: 'What “Group” holds' }).selectOption({ label: 'Set' })
    await page.getByRole('button', { name: 'See the rows' }).click()
    await expect(page.getByRole('region', { name: 'What would come of the list' })).toContainText(
      '0 new, 3 in the pool already, 2 refused',
    )
    await page.getByRole('button', { name: 'File' }).click()
  })

  await test.step('the import is undone, and nothing of it stays', async () => {
    await page
      .getByRole('list', { name: 'Earlier imports' })
      .getByRole('listitem')
      .filter({ hasText: 'club.csv' })
      .getByRole('button', { name: 'Undo' })
      .click()
    const sure = page.getByRole('dialog', { name: 'Undo this import?' })
    await expect(sure).toContainText('5 players leave the pool')
    await sure.getByRole('button', { name: 'Take 5 players out' }).click()
    await expect(page.getByText('No list yet')).toBeVisible()
    await page.getByRole('link', { name: 'All players' }).click()
    await expect(page.getByText('No players yet')).toBeVisible()
  })
})

test('one player is added and corrected, many are narrowed down and removed, by keyboard', async ({ browser }) => {
  const page = await administrator(browser)
  const { slug, auctionId } = await emptyEvent(page)
  await call(page, 'players.import', {
    auctionId,
    file: { name: 'club.csv', base64: Buffer.from(LIST).toString('base64') },
  })
  await page.goto(`/admin/events/${slug}/players`)
  await page.getByRole('button', { name: 'Add a player' }).press('Enter')
  const sheet = page.getByRole('dialog')

  await test.step('what is missing is said beside the field', async () => {
    await sheet.getByRole('button', { name: 'Add the player' }).press('Enter')
    await expect(sheet.getByRole('alert').filter({ hasText: 'Type the name' })).toBeVisible()
    await expect(sheet.getByLabel('Name')).toBeFocused()
    await expect(sheet.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
    await accessible(page, 'the form of a player')
  })

  await test.step('a player is added by hand', async () => {
    await sheet.getByLabel('Name').fill('Sunil Deshpande')
    await sheet.getByLabel('Country').fill('India')
    await sheet.getByLabel('Role').selectOption('Bowler')
    await sheet.getByRole('radio', { name: 'Home' }).press('Space')
    await sheet.getByLabel('Name').press('Enter')
    await expect(sheet).toHaveCount(0)
    await expect(namesIn(page).filter({ hasText: 'Sunil Deshpande' })).toBeVisible()
  })

  await test.step('and corrected', async () => {
    await namesIn(page).filter({ hasText: 'Sunil Deshpande' }).press('Enter')
    await sheet.getByLabel('Name').fill('Sunil Deshpande-Kulkarni')
    await sheet.getByRole('button', { name: 'Save' }).press('Enter')
    await expect(namesIn(page).filter({ hasText: 'Sunil Deshpande-Kulkarni' })).toBeFocused()
  })

  await test.step('the address says what is shown', async () => {
    await page.getByLabel('Find a player').fill('england')
    await expect(namesIn(page)).toHaveText(['Tom Ashdown'])
    await expect(page).toHaveURL(/q=england/)
    await page.reload()
    await expect(namesIn(page)).toHaveText(['Tom Ashdown'])
  })

  await test.step('who is chosen leaves the pool', async () => {
    await page.getByRole('checkbox', { name: 'Select Tom Ashdown' }).press('Space')
    await page.getByRole('region', { name: 'Chosen players' }).getByRole('button', { name: 'Remove' }).press('Enter')
    await accessible(page, 'the question before a removal')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove 1 player' }).press('Enter')
    await expect(page.getByText('No player fits')).toBeVisible()
  })
})

test('the running order is changed by keys, arranged by a rule and taken back', async ({ browser }) => {
  const page = await administrator(browser)
  const { slug, auctionId } = await emptyEvent(page)
  await call(page, 'players.import', {
    auctionId,
    file: { name: 'club.csv', base64: Buffer.from(LIST).toString('base64') },
    map: { set: 'Group' },
  })
  await page.goto(`/admin/events/${slug}/players/order`)
  const players = page.getByRole('list', { name: /^Players of/ }).getByRole('listitem')
  const sets = page.getByRole('list', { name: 'Sets' }).getByRole('listitem')
  await expect(players).toContainText(['Ravi Prabhakaran', 'Tom Ashdown'])
  await accessible(page, 'the running order')

  await test.step('a player by keys', async () => {
    await page.getByRole('button', { name: 'Move Ravi Prabhakaran, place 1' }).press('Space')
    await page.keyboard.press('ArrowDown')
    await expect(players).toContainText(['Tom Ashdown', 'Ravi Prabhakaran'])
    await page.keyboard.press('Space')
    await expect(page.getByRole('button', { name: 'Move Ravi Prabhakaran, place 2' })).toBeVisible()
  })

  await test.step('a player into another set by the menu', async () => {
    await page.getByRole('button', { name: 'Place of Tom Ashdown' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Into another set' }).press('Enter')
    await page.getByRole('dialog').getByLabel('Set', { exact: true }).selectOption({ label: 'Second group' })
    await page.getByRole('dialog').getByRole('button', { name: 'Move' }).press('Enter')
    await expect(players).toHaveCount(1)
    await expect(sets.filter({ hasText: 'Second group' })).toContainText('2')
  })

  await test.step('a set gets a name', async () => {
    await page.getByRole('button', { name: 'Rename' }).press('Enter')
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Captains')
    await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).press('Enter')
    await expect(sets.filter({ hasText: 'Captains' })).toHaveCount(1)
  })

  await test.step('a rule shows its order before it is applied, and is taken back', async () => {
    await page.getByRole('button', { name: 'Arrange by a rule' }).press('Enter')
    await page.getByRole('radio', { name: /By role/ }).press('Space')
    await expect(page.getByRole('region', { name: 'The order that it makes' })).toContainText('All-rounders')
    await page.getByRole('button', { name: 'Apply this order' }).press('Enter')
    await expect(sets).toContainText(['Batters', 'All-rounders', 'Bowlers'])
    await page.getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(sets).toContainText(['Captains', 'Second group'])
  })
})

test('on a phone players are cards, and photos find their players', async ({ browser }) => {
  const page = await signedIn(browser, 'admin', '/admin', PHONE)
  const { slug, auctionId } = await emptyEvent(page)
  await call(page, 'players.import', {
    auctionId,
    file: { name: 'club.csv', base64: Buffer.from(LIST).toString('base64') },
  })
  await page.goto(`/admin/events/${slug}/players`)
  await expect(page.getByRole('list', { name: 'Players' }).getByRole('listitem')).toHaveCount(3)
  await accessible(page, 'the cards')

  await page.goto(`/admin/events/${slug}/players/photos`)
  const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PIXEL })
  await page.getByLabel('Drop photos here').setInputFiles([picture('ravi-prabhakaran.png'), picture('IMG_4711.png')])
  await expect(page.getByText('1 photo has found its player')).toBeVisible()
  const left = page.getByRole('list', { name: 'Photos without a player' }).getByRole('listitem')
  await left.getByLabel('Whose photo it is').selectOption({ label: 'Tom Ashdown (Bowler)' })
  await accessible(page, 'the photos')
  await left.getByRole('button', { name: 'Give it' }).click()
  await expect(left).toHaveCount(0)
  await expect(page.getByText('2 of 3 have one')).toBeVisible()
})

/** One pixel: the smallest picture that is one. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
