import { checkLooks } from './looks.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { arrangeMatch, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

const PEOPLE = { home: ['Arjun Sallow', 'Bela Okafor'], away: ['Chitra Venn', 'Dev Moreau'] }

test('PAD-22, MATCHPAGE-11, MATCHDESK-3 badminton: a mixed doubles is set up at the desk, scored rally by rally through a setting to the last point, and followed elsewhere', async ({
  browser,
}) => {
  const desk = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { matchId, slug } = await arrangeMatch(desk, {
    ...{ sport: 'badminton', format: '3x21', scorers: ['owner1@gavel.test'] },
    // Of one game to 11, the 15th point wins and the pause is at 6.
    rules: { games: 3, points: 11 },
    people: PEOPLE,
  })

  await test.step('at the desk: doubles, both pairs, and who serves first', async () => {
    await desk.goto(`/admin/events/${slug}/matches/${matchId}`)
    for (const name of [...PEOPLE.home, ...PEOPLE.away])
      await desk.getByRole('checkbox', { name: new RegExp(name) }).check()
    await desk.getByLabel('Discipline').selectOption({ label: 'Doubles' })
    await desk.getByLabel('Serves first').selectOption({ label: 'River Otters' })
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('Line-ups saved')).toBeVisible()
    await checkLooks(desk, 'the line-ups of badminton')
  })

  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  const form = page.getByRole('dialog')
  const fan = await someone(browser, PHONE)
  const score = fan.getByRole('region', { name: 'Score' })
  const court = page.getByRole('region', { name: 'Court' })
  const face = (text: string) => form.locator('label').filter({ hasText: new RegExp(`^${text}`) })
  const point = (team: string) => pad.tap(new RegExp(`^Point ${team}`), false)
  /** So many points for one side, by the keys of a desk. */
  const points = async (key: '1' | '2', count: number) => {
    for (let n = 0; n < count; n += 1) await page.keyboard.press(key)
  }
  const start = async (server: string, receiver: string) => {
    await pad.tap(/^Start game/, false)
    await face(server).first().click()
    await face(receiver).last().click()
    await form.getByRole('button', { name: 'Write it' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(court).toBeVisible()
  }

  await test.step('the courts of both pairs follow every rally', async () => {
    await page.getByRole('button', { name: 'Begin the match' }).click()
    await pad.keep()
    await fan.goto(`/matches/${matchId}`)
    await expect(fan.getByRole('region', { name: 'Before the match' })).toContainText('best of 3 games to 11, doubles')
    await expect(pad.key(/^Point River Otters/)).toHaveAttribute('aria-disabled', 'true')
    await start('Arjun Sallow', 'Chitra Venn')
    await expect(court).toContainText('Arjun Sallow serves from the right court to Chitra Venn')
    await point('River Otters')
    // The pair that serves changes its courts, the other one does not.
    await expect(court).toContainText('Arjun Sallow serves from the left court to Dev Moreau')
    await point('Hill Foxes')
    await expect(page.getByText('Service over').first()).toBeVisible()
    await expect(court).toContainText('Dev Moreau serves from the left court to Arjun Sallow')
    await expect(fan.getByRole('region', { name: 'Court', exact: true })).toContainText(
      'Dev Moreau serves from the left court',
    )
    await expect(
      fan
        .getByRole('list', { name: /^Rally by rally/ })
        .getByRole('listitem')
        .first(),
    ).toContainText('Hill Foxes wins the serve: 1 all')
    await checkLooks(page, 'the pad of badminton')
    await checkLooks(fan, 'a match of badminton')
  })

  await test.step('the interval comes at the sixth point, and is counted down', async () => {
    await points('1', 5)
    await expect(page.getByText('Interval of 60 seconds').first()).toBeVisible()
    await expect(page.getByRole('timer')).toContainText(/^[01]:\d\d$/)
    await expect(fan.getByText('Interval of 60 seconds').first()).toBeVisible()
    await checkLooks(page, 'the pad in an interval')
  })

  await test.step('undo takes a rally back, and an earlier one is changed with what it brings about', async () => {
    await point('Hill Foxes')
    await expect(pad.score).toContainText('6-2')
    await pad.tap('Undo')
    await expect(pad.score).toContainText('6-1')
    await pad.entries.nth(2).getByRole('button').click()
    await form.getByRole('button', { name: 'Change it' }).click()
    await face('Hill Foxes').click()
    await form.getByRole('button', { name: 'See what it changes' }).click()
    const changes = page.getByRole('dialog', { name: 'What this changes' })
    await expect(changes).toContainText('6-1 → 5-2')
    await changes.getByRole('button', { name: 'Leave it as it was' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  await test.step('the game is set at ten all and goes to the fifteenth point', async () => {
    await points('1', 4)
    await expect(page.getByText('Game point River Otters').first()).toBeVisible()
    await points('2', 9)
    // 10 all: two clear, and at 14 all the next point wins.
    for (let n = 0; n < 4; n += 1) {
      await points('1', 1)
      await points('2', 1)
    }
    await expect(pad.score).toContainText('14 all')
    await expect(page.getByText(/Game point River Otters.*Game point Hill Foxes/).first()).toBeVisible()
    await points('2', 1)
    await expect(page.getByText('Change ends').first()).toBeVisible()
    await pad.sent()
    await expect(score).toContainText('14')
    await expect(score).toContainText('15')
  })

  await test.step('who won the game serves first in the next, and the match ends with the second', async () => {
    await pad.tap('Start game 2')
    await expect(face('Arjun Sallow')).toHaveCount(1)
    await face('Chitra Venn').first().click()
    await face('Bela Okafor').last().click()
    await checkLooks(page, 'who serves and receives first')
    await form.getByRole('button', { name: 'Write it' }).click()
    await expect(court).toContainText('Chitra Venn serves from the right court to Bela Okafor')
    await points('2', 10)
    await expect(page.getByText('Match point Hill Foxes').first()).toBeVisible()
    await pad.tap('Card')
    for (const one of ['River Otters', 'Arjun Sallow', 'Red']) await face(one).first().click()
    await form.getByRole('button', { name: 'Write it' }).click()
    await page.getByRole('button', { name: 'Confirm the result' }).click()
    await expect(score).toContainText('Hill Foxes won by 2 games to 0')
  })

  await test.step('the fan has the games, the points of both sides and who won on serve', async () => {
    await fan.getByRole('tab', { name: 'Games' }).click()
    await expect(fan.getByRole('table', { name: 'Games' })).toContainText('14')
    await expect(fan.getByRole('table', { name: 'Figures' })).toContainText('Won on own serve')
    await checkLooks(fan, 'the games of badminton on a phone')
    await fan.setViewportSize({ width: 1280, height: 900 })
    await fan.getByRole('tab', { name: 'Charts' }).click()
    await expect(fan.getByRole('heading', { name: 'Game 2' })).toBeVisible()
    await checkLooks(fan, 'the charts of badminton')
  })
})

test('PAD-22 badminton: singles begin with whoever won the toss, and a side that retires loses the match', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId } = await arrangeMatch(admin, {
    ...{ sport: 'badminton', format: '3x21', scorers: ['owner1@gavel.test'] },
    people: { home: ['Arjun Sallow'], away: ['Chitra Venn'] },
  })
  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, {
    viewport: { width: 1280, height: 800 },
  })
  const pad = padOf(page)
  const form = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Begin the match' }).click()
  await pad.keep()
  // The sheets are handed in at the table.
  await page.getByRole('button', { name: 'Line-ups and toss' }).click()
  await form.getByRole('button', { name: 'Arjun Sallow' }).click()
  await form.getByRole('tab', { name: /Hill Foxes/ }).click()
  await form.getByRole('button', { name: 'Chitra Venn' }).click()
  await form.getByRole('button', { name: 'Write the line-ups' }).click()
  await pad.tap('Hill Foxes serves first')
  const court = page.getByRole('region', { name: 'Court' })
  await expect(court).toContainText('Chitra Venn serves from the right court to Arjun Sallow')
  await page.keyboard.press('2')
  await expect(court).toContainText('Chitra Venn serves from the left court to Arjun Sallow')
  await checkLooks(page, 'the pad of singles on a desk')
  await pad.tap('Retires')
  await form.getByText('River Otters', { exact: true }).click()
  await form.getByRole('button', { name: 'Write it' }).click()
  await expect(pad.score).toContainText('Hill Foxes won')
  await page.getByRole('button', { name: 'Confirm the result' }).click()
  await expect(page.getByRole('button', { name: 'Open the match again' })).toBeVisible()
})
