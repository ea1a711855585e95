import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { bidButton, keysOf, price } from './desk.ts'
import { keyTwice } from './key-twice.ts'
import { makeAccount, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const REAL = join(import.meta.dirname, '../../../shared/data/auctions/ipl_2021_mini_auction.csv')

/** The columns of the real list, for where that is not at hand. */
const FICTION = `,Name,Role,Country,Status,Base_Price(Lakh),Final_Price(Lakh),Team,Mat,Runs
0,Ferdinand Almeida,Batsman , India,SOLD,20,20,MI,2,67
1,Gurdeep Halwadi,Bowler , India,SOLD,20,20,RR,-,-
2,Henrik Strandberg,Bowling Allrounder , Denmark,SOLD,50,50,KKR,119,833
3,Ishwar Pattanaik,Wicket-keeper batsman , India,UNSOLD,50,-,-,40,612
4,Jolyon Abara,Bowler , England,UNSOLD,75,-,-,31,18
5,Kunal Deshmukh,Batsman , India,UNSOLD,20,-,-,12,240
`

/** The list with the name of one row lost and the price of another one mistyped, and what they were. */
function damagedList() {
  const isReal = existsSync(REAL)
  const lines = (isReal ? readFileSync(REAL, 'utf8') : FICTION).split(/\r?\n/)
  const columns = (lines[0] ?? '').split(',')
  const spoil = (line: number, column: string, text: string) => {
    const cells = (lines[line] ?? '').split(',')
    const at = columns.indexOf(column)
    const was = cells[at] ?? ''
    cells[at] = text
    lines[line] = cells.join(',')
    return was
  }
  const name = spoil(2, 'Name', '')
  const base = spoil(4, 'Base_Price(Lakh)', 'fifty-ish')
  return { isReal, name, base, rows: lines.filter(Boolean).length - 1, csv: lines.join('\n') }
}

async function newPerson(
  browser: Browser,
  name: string,
  at: string,
  options = {},
): Promise<{ page: Page; email: string }> {
  const page = await someone(browser, options)
  await page.goto(at)
  return { page, email: await makeAccount(page, name) }
}

test('HOUR-1 from an empty product to a league night, without help and without a terminal', async ({ browser }) => {
  const list = damagedList()
  test.info().annotations.push({
    type: 'list',
    description: list.isReal ? 'the real list of 2021' : 'a fictional list: ../shared/data is not here',
  })
  const tag = randomBytes(3).toString('hex')
  const league = `Harbour League ${tag}`

  const { page: organiser, email: organiserEmail } =
    await test.step('a new organiser signs up and asks for the right to create events', async () => {
      const { page, email } = await newPerson(browser, `Organiser ${tag}`, '/register?next=/admin')
      await page.waitForURL('**/admin')
      await page.getByLabel('What you are planning').fill('Our club, eight teams, in spring.')
      await page.getByRole('button', { name: 'Ask to run a league' }).click()
      await expect(page.getByText('The administrators are asked')).toBeVisible()
      return { page, email }
    })

  await test.step('an administrator grants it', async () => {
    const admin = await signedIn(browser, 'admin', '/admin/people')
    await admin.getByRole('button', { name: `Let Organiser ${tag} create events` }).click()
    await expect(admin.getByText(`Organiser ${tag} may create events`).first()).toBeVisible()
    await admin.context().close()
  })

  const desk = await test.step('the organiser creates an event', async () => {
    await organiser.goto('/inbox')
    await expect(organiser.getByRole('main')).toContainText(/create events/)
    await organiser.goto('/admin/new')
    const form = organiser.getByRole('form', { name: 'New event' })
    await form.getByLabel('Name', { exact: true }).fill(league)
    await form.getByLabel('Starts').fill('2031-03-01T18:30')
    await form.getByRole('combobox', { name: 'Rules' }).selectOption({ label: 'IPL 2021' })
    await form.getByLabel('Venue').fill('Harbour Hall')
    await form.getByRole('button', { name: 'Create the event' }).click()
    await organiser.waitForURL(/\/admin\/events\/harbour-league-/)
    await expect(organiser.getByRole('progressbar', { name: 'Checklist' })).toBeVisible()
    return new URL(organiser.url()).pathname
  })

  await test.step('imports the list with its own columns and corrects two refused rows', async () => {
    await organiser.goto(`${desk}/players/import`)
    await organiser.locator('input[type=file]').setInputFiles({
      name: 'players.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list.csv),
    })
    const columns = organiser.getByRole('list', { name: 'Columns of the file' })
    await expect(columns.getByLabel('What “Base_Price(Lakh)” holds')).not.toHaveValue('')
    await expect(columns.getByLabel('What “Name” holds')).not.toHaveValue('')
    await organiser.getByRole('button', { name: 'See the rows' }).click()
    const refused = organiser.getByRole('region', { name: 'Refused rows' })
    await expect(refused.getByRole('group', { name: /^Row / })).toHaveCount(2)
    await refused.getByRole('group').first().getByLabel('Name', { exact: true }).fill(list.name)
    await refused.getByRole('group').last().getByLabel('Base_Price(Lakh)').fill(list.base)
    await refused.getByRole('button', { name: 'Check again' }).click()
    await expect(organiser.getByText('All 2 corrected rows will come in.')).toBeVisible()
    await organiser.getByRole('button', { name: `Import ${list.rows} players` }).click()
    await expect(organiser.getByText(`${list.rows} players came in`)).toBeVisible()
  })

  const codes = await test.step('invites two owners, each by a code of their own', async () => {
    const codes: string[] = []
    await organiser.goto(`${desk}/teams`)
    for (let n = 0; n < 2; n += 1) {
      await organiser.getByRole('button', { name: 'Invite an owner' }).click()
      const sheet = organiser.getByRole('dialog')
      await sheet.getByRole('button', { name: 'Make the invitation' }).click()
      const link = sheet.getByRole('region', { name: /^Invitation/ }).locator('output')
      codes.push(((await link.textContent()) ?? '').split('/').at(-1) ?? '')
      await organiser.keyboard.press('Escape')
    }
    return codes
  })

  const owners = await test.step('who join from phones, by code, and bring their teams', async () => {
    const pages: Page[] = []
    for (const [at, team] of ['River Otters', 'Hill Foxes'].entries()) {
      const page = await someone(browser, PHONE)
      await page.goto('/join')
      await page.getByLabel('Code').fill((codes[at] ?? '').toLowerCase())
      await page.getByRole('button', { name: 'Join' }).click()
      await page.getByRole('link', { name: 'Make an account and join' }).click()
      await makeAccount(page, `Owner ${at + 1} ${tag}`)
      const form = page.getByRole('form', { name: 'Your team' })
      await form.getByLabel('Team name').fill(team)
      await form.locator('button[type=submit]').click()
      await page.waitForURL('**/paddle')
      await expect(page.getByRole('heading', { name: `Paddle of ${team}` })).toBeAttached()
      pages.push(page)
    }
    return pages
  })
  const [otters, foxes] = owners as [Page, Page]

  await test.step('an owner lets a second person bid for the team', async () => {
    await otters.getByRole('tab', { name: 'My squad' }).click()
    await otters.getByRole('button', { name: 'Invite a second person to bid' }).click()
    const sheet = otters.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Make the invitation' }).click()
    const link = await sheet
      .getByRole('region', { name: /^Invitation/ })
      .locator('output')
      .textContent()
    const second = await someone(browser, PHONE)
    await second.goto(new URL(link ?? '').pathname)
    await second.getByRole('link', { name: 'Make an account and join' }).click()
    await makeAccount(second, `Bidder ${tag}`)
    await second.getByRole('button', { name: 'Take a paddle' }).click()
    await second.waitForURL('**/paddle')
    await expect(second.getByRole('heading', { name: 'Paddle of River Otters' })).toBeAttached()
    await second.context().close()
    await otters.keyboard.press('Escape')
    await otters.getByRole('tab', { name: 'Bidding' }).click()
  })

  await test.step('names herself auctioneer and publishes', async () => {
    await organiser.goto(`${desk}/people`)
    await organiser.getByRole('button', { name: 'Add an auctioneer' }).click()
    const sheet = organiser.getByRole('dialog')
    await sheet.getByLabel('E-mail').fill(organiserEmail)
    await sheet.getByRole('button', { name: 'Add them' }).click()
    await expect(organiser.getByText('is an auctioneer').first()).toBeVisible()
    await organiser.goto(desk)
    await organiser.getByRole('button', { name: 'Publish' }).first().click()
    await organiser.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
    await expect(organiser.getByText(`${league} is published`)).toBeVisible()
  })

  await test.step('rehearses: bots bid at her own console, and nothing of it stays', async () => {
    await organiser.goto(`${desk}/night`)
    const rehearsal = organiser.getByRole('region', { name: 'Rehearsal' })
    await rehearsal.getByRole('button', { name: 'Rehearse at the console' }).click()
    await rehearsal.getByRole('link', { name: 'Open its console' }).click()
    await organiser.waitForURL('**/console')
    const { press, twice, said } = keysOf(organiser)
    await expect(organiser.getByRole('button', { name: /Start the auction/ })).toBeEnabled()
    await twice('s')
    await said('Started')
    await press('n')
    // A bot is at every paddle: somebody wants the player who is up, or it is another one's turn.
    const bid = organiser
      .getByRole('region', { name: 'Price' })
      .getByText(/Otters|Foxes/)
      .first()
    const unsold = organiser.getByRole('region', { name: 'Controls' }).getByRole('status').filter({ hasText: 'Unsold' })
    const comes = () =>
      bid.waitFor({ timeout: 8_000 }).then(
        () => true,
        () => false,
      )
    for (let lot = 0; lot < 5 && !(await comes()); lot += 1) {
      // Somebody may bid at the last moment: then nobody goes unsold.
      await keyTwice(organiser, 'u')
      await expect(unsold.or(bid).first()).toBeVisible()
      if (await bid.isVisible()) break
      await press('n')
    }
    await expect(bid).toBeVisible()
    await organiser.goto(`${desk}/night`)
    await rehearsal.getByRole('button', { name: 'Forget the rehearsal' }).click()
    await organiser.getByRole('dialog').getByRole('button', { name: 'Forget the rehearsal' }).click()
    await expect(rehearsal.getByRole('button', { name: 'Rehearse at the console' })).toBeVisible()
  })

  const fan = await test.step('a fan comes in by the code of the hall', async () => {
    const page = await someone(browser, PHONE)
    const code = await organiser
      .getByRole('region', { name: /^Follow/ })
      .getByText(/^[2-9A-Z]{3}\s[2-9A-Z]{3}$/)
      .textContent()
    await page.goto('/join')
    await page.getByLabel('Code').fill(code ?? '')
    await page.getByRole('button', { name: 'Join' }).click()
    await page
      .getByRole('link', { name: /room|Watch|auction/i })
      .first()
      .click()
    await page.waitForURL('**/auctions/*')
    return page
  })

  await test.step('runs three lots, with a bid from the floor and one taken back', async () => {
    await organiser.goto(desk)
    await organiser.getByRole('button', { name: 'Start the auction' }).first().click()
    await organiser.getByRole('dialog').getByRole('button', { name: 'Start the auction' }).click()
    await organiser.getByRole('link', { name: 'Go to the console' }).click()
    await organiser.waitForURL('**/console')
    const { press, twice, said } = keysOf(organiser)
    await press('n')
    await bidButton(otters).click()
    await expect(price(fan)).toContainText('River Otters')
    await bidButton(foxes).click()
    await expect(price(organiser)).toContainText('Hill Foxes')
    await twice('h')
    await said('Sold')

    await press('n')
    await bidButton(foxes).click()
    await expect(price(organiser)).toContainText('Hill Foxes')
    // Teams have their letters by name: Hill Foxes, River Otters.
    await press('f')
    await press('b')
    for (const page of [organiser, fan]) await expect(price(page)).toContainText('River Otters lead')
    await twice('z')
    for (const page of [organiser, fan]) await expect(price(page)).toContainText('Hill Foxes lead')
    await twice('h')
    await said('Sold')

    await press('n')
    await twice('u')
    await said('Unsold')
    await organiser.getByRole('button', { name: 'End' }).click()
    await organiser.getByRole('button', { name: 'Again' }).click()
    for (const page of [organiser, otters, foxes, fan])
      await expect(page.getByText(/The auction has ended/).first()).toBeVisible()
  })

  await test.step('and downloads the results', async () => {
    await organiser.goto(`${desk}/results`)
    const [squads] = await Promise.all([
      organiser.waitForEvent('download'),
      organiser.getByRole('link', { name: /^Squads/ }).click(),
    ])
    const csv = readFileSync(await squads.path(), 'utf8')
    expect(csv.trim().split('\n')).toHaveLength(3)
    expect(csv).toContain('Hill Foxes')
    const [all] = await Promise.all([
      organiser.waitForEvent('download'),
      organiser.getByRole('link', { name: /^Everything/ }).click(),
    ])
    expect(JSON.parse(readFileSync(await all.path(), 'utf8'))).toBeTruthy()
    await foxes.goto('/inbox')
    await expect(foxes.getByRole('main')).toContainText(league)
  })
})
