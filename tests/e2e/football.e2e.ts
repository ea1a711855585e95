import { checkLooks } from './looks.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { arrangeMatch, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

const HOME = [
  'Arjun Sallow',
  'Bertram Okafor',
  'Caspian Yadav',
  'Dev Hallam',
  'Eshan Brook',
  'Femi Ortega',
  'Gaurav Lind',
]
const AWAY = ['Hari Mistry', 'Ishaan Venn', 'Jatin Moreau', 'Kabir Reyes', 'Leif Nayar', 'Manu Castell', 'Nikhil Storm']
const BENCH = ['Femi Ortega', 'Gaurav Lind', 'Manu Castell', 'Nikhil Storm']

test('PAD-21, PAD-23, MATCHPAGE-9, MATCHPAGE-10, MATCHDESK-3 football: a knock-out is set up at the desk, scored on a phone, goes to extra time and kicks, and is followed elsewhere', async ({
  browser,
}) => {
  const desk = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { matchId, slug } = await arrangeMatch(desk, {
    ...{ sport: 'football', format: 'five-a-side', scorers: ['owner1@gavel.test'] },
    // Five a side with three substitutions, so that what is used up shows.
    rules: { halfMinutes: 20, substitutions: 3 },
    people: { home: HOME, away: AWAY },
  })
  const fan = await someone(browser, PHONE)

  await test.step('before it begins the page says what is known of it', async () => {
    await fan.goto(`/matches/${matchId}`)
    const before = fan.getByRole('region', { name: 'Before the match' })
    await expect(before).toContainText('5 a side, two halves of 20 minutes')
    await expect(before).toContainText('Not named yet')
    await checkLooks(fan, 'a match that is not begun')
  })

  await test.step('at the desk: who begins, the bench, keeper and captain, and that it is decided', async () => {
    await desk.goto(`/admin/events/${slug}/matches/${matchId}`)
    for (const name of [...HOME, ...AWAY]) await desk.getByRole('checkbox', { name: new RegExp(name) }).check()
    for (const name of BENCH) await desk.getByRole('button', { name: `Bench: ${name}`, exact: true }).click()
    for (const [side, name] of [
      ['River Otters', 'Eshan Brook'],
      ['Hill Foxes', 'Leif Nayar'],
    ] as const) {
      const section = desk.locator('section').filter({ has: desk.getByRole('heading', { name: side, exact: true }) })
      await section.getByLabel('Keeper').selectOption({ label: name })
      await section.getByLabel('Captain').selectOption({ label: name })
    }
    await desk.getByLabel('If it is level at the end').selectOption({ label: 'It is decided' })
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('Line-ups saved')).toBeVisible()
    await checkLooks(desk, 'the line-ups of football')
  })

  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  const score = fan.getByRole('region', { name: 'Score' })
  const stream = fan.getByRole('list', { name: /^Minute by minute/ }).getByRole('listitem')
  const form = page.getByRole('dialog')
  /** One of the faces of a form, by how it begins: the first, or the last where two questions have the same. */
  const face = (text: string) => form.locator('label, button').filter({ hasText: new RegExp(`^${text}`) })
  const write = async (...faces: readonly string[]) => {
    for (const one of faces) await face(one).last().click()
    await form.getByRole('button', { name: 'Write it' }).click()
    await expect(form).toHaveCount(0)
  }

  await test.step('a goal, an own goal, cards and a change with a column of keys for either side', async () => {
    await page.getByRole('button', { name: 'Begin the match' }).click()
    await pad.keep()
    await pad.tap('Start the first half')
    await expect(page.getByRole('timer')).toContainText(/^0:\d\d$/)
    await pad.tap('Goal River Otters')
    await face('Dev Hallam').first().click()
    await checkLooks(page, 'the goal sheet')
    await write('Arjun Sallow')
    await expect(pad.score).toContainText('River Otters')
    await expect(fan.getByRole('region', { name: 'Score' })).toContainText('Dev Hallam 1′')
    await expect(stream.first()).toContainText('Goal! Dev Hallam (River Otters) scores, set up by Arjun Sallow.')
    await expect(fan).toHaveTitle(/^RO 1 v HF 0/)

    await pad.tap('Goal Hill Foxes')
    await write('Own goal', 'Bertram Okafor')
    await expect(stream.first()).toContainText('Own goal by Bertram Okafor')
    await expect(pad.score).toContainText('Level')

    await pad.tap('Card HF')
    await write('Ishaan Venn', 'Yellow')
    await pad.tap('Card HF')
    // Who is booked is not booked for a first time again.
    await face('Ishaan Venn').click()
    await expect(face('Yellow')).toHaveCount(0)
    await write('Second yellow')
    await expect(stream.first()).toContainText('is booked again and sent off')
    await pad.tap(/^Change RO/, false)
    await write('Caspian Yadav', 'Femi Ortega')
    await expect(pad.key(/^Change RO/)).toContainText('1 of 3 made')
    await expect(stream.first()).toContainText('Femi Ortega for Caspian Yadav')
    await checkLooks(page, 'the pad of football')
    await checkLooks(fan, 'a match of football')
  })

  await test.step('what is missing earlier is written there, an earlier goal is changed with what it brings about, and undo takes back', async () => {
    await pad.tap('Added time')
    await write()
    await expect(page.getByText('3 minutes added')).toBeVisible()
    await pad.tap(/^End the first half/, false)
    await pad.tap('Undo')
    await expect(pad.key('Goal River Otters')).toBeVisible()
    // The goal, last but one from the start.
    await pad.entries.nth(5).getByRole('button').click()
    await form.getByRole('button', { name: 'Something before it is missing' }).click()
    await form.getByRole('button', { name: 'Penalty missed' }).click()
    for (const one of ['River Otters', 'Eshan Brook', 'Saved']) await face(one).click()
    await form.getByRole('button', { name: 'See what it changes' }).click()
    await expect(form).toHaveCount(0)
    await expect(pad.entries.nth(6)).toContainText('Eshan Brook (River Otters) has a penalty saved')

    await pad.entries.nth(5).getByRole('button').click()
    await form.getByRole('button', { name: 'Change it' }).click()
    await face('Hill Foxes').click()
    await face('Kabir Reyes').first().click()
    await face('None').click()
    await form.getByRole('button', { name: 'See what it changes' }).click()
    const changes = page.getByRole('dialog', { name: 'What this changes' })
    await expect(changes).toContainText('1-1 → 0-2')
    await checkLooks(page, 'what a change of a goal brings about')
    await changes.getByRole('button', { name: 'Leave it as it was' }).click()
    await expect(pad.score).toContainText('Level')
  })

  await test.step('level after extra time, kicks decide one by one', async () => {
    await pad.tap(/^End the first half/, false)
    await pad.tap('Start the second half')
    await expect(score).toContainText('half-time 1-1')
    await pad.tap(/^End the second half/, false)
    await pad.tap('Start the first half of extra time')
    await pad.tap(/^End the first half of extra time/, false)
    await pad.tap('Start the second half of extra time')
    await pad.tap(/^End the second half of extra time/, false)
    await pad.tap('Start the shoot-out')
    await pad.tap('River Otters kick first')
    await write('Scored', 'Dev Hallam')
    await pad.tap('Missed')
    await write('Kabir Reyes')
    await expect(page.getByRole('table', { name: 'Shoot-out' })).toContainText('1')
    await expect(fan.getByRole('table', { name: 'Shoot-out' }).first()).toContainText('Dev Hallam scored')
    await pad.tap('Scored')
    // Nobody kicks twice before everybody has.
    await expect(face('Dev Hallam')).toHaveCount(0)
    await checkLooks(page, 'the sheet of a kick')
    await write('Arjun Sallow')
    await checkLooks(page, 'the pad in a shoot-out')
    await pad.tap('Missed')
    await write('Jatin Moreau')
    await expect(pad.score).toContainText('River Otters won 2-0 on kicks')
    await page.getByRole('button', { name: 'Confirm the result' }).click()
    await expect(page.getByRole('button', { name: 'Open the match again' })).toBeVisible()
  })

  await test.step('the fan has the result, the timeline, the kicks, and what everybody did', async () => {
    await expect(score).toContainText('River Otters won 2-0 on kicks')
    await expect(fan.getByText('Finished')).toBeVisible()
    await fan.getByRole('tab', { name: 'Summary' }).click()
    const timeline = fan.getByRole('list', { name: 'Timeline' })
    await expect(timeline).toContainText('Half-time 1-1')
    await expect(timeline).toContainText('second yellow, sent off')
    await checkLooks(fan, 'the summary of football on a phone')
    await fan.getByRole('tab', { name: 'Squads' }).click()
    await expect(fan.getByRole('listitem').filter({ hasText: 'Femi Ortega' })).toContainText('on 1′')
    await expect(fan.getByRole('heading', { name: 'Bench' }).first()).toBeVisible()
    await fan.setViewportSize({ width: 1280, height: 900 })
    await checkLooks(fan, 'the squads of football on a desk')
  })
})

test('PAD-23, MATCHPAGE-8 a match is awarded from the pad, its page says so, and it can be opened again', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId } = await arrangeMatch(admin, {
    ...{ sport: 'football', format: 'laws', scorers: ['owner1@gavel.test'] },
  })
  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  await page.getByRole('button', { name: 'Begin the match' }).click()
  await pad.keep()
  // Nobody handed in a sheet: a match is scored all the same.
  await pad.tap('Start the first half')
  await pad.tap('Goal River Otters')
  const form = page.getByRole('dialog')
  await form.getByText('Not known', { exact: true }).click()
  await form.getByRole('button', { name: 'Write it' }).click()
  await expect(pad.score).toContainText('River Otters lead')
  const fan = await someone(browser, PHONE)
  await fan.goto(`/matches/${matchId}`)
  const score = fan.getByRole('region', { name: 'Score' })
  await expect(score).toContainText('River Otters lead')
  await pad.tap('More')
  await form.getByRole('button', { name: 'Award the match' }).click()
  await checkLooks(page, 'how a match is awarded')
  await form.getByRole('button', { name: 'Hill Foxes' }).click()
  await expect(score).toContainText('Awarded to Hill Foxes')
  await checkLooks(fan, 'a match that was awarded')
  await page.getByRole('button', { name: 'Open the match again' }).click()
  await expect(score).toContainText('River Otters lead')
})
