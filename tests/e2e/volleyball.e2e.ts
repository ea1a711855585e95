import { checkLooks } from './looks.ts'
import { PHONE, signedIn, someone } from './people.ts'
import { arrangeMatch, EIGHTS, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

test('PAD-20, MATCHPAGE-3, MATCHPAGE-12, MATCHDESK-2, MATCHDESK-3 volleyball: a match is set up at the desk, scored on a phone, corrected, and followed elsewhere', async ({
  browser,
}) => {
  const desk = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { matchId, slug } = await arrangeMatch(desk, {
    ...{ sport: 'volleyball', format: 'best-of-3', scorers: ['owner1@gavel.test'] },
    people: EIGHTS,
  })

  await test.step('at the desk: the rotation, a bench, a libero, and who serves first', async () => {
    await desk.goto(`/admin/events/${slug}/matches/${matchId}`)
    for (const name of [...EIGHTS.home, ...EIGHTS.away])
      await desk.getByRole('checkbox', { name: new RegExp(name) }).check()
    for (const name of ['Hema Iyer', 'Priya Shah'])
      await desk.getByRole('button', { name: `Libero: ${name}`, exact: true }).click()
    await desk.getByLabel('Serves first').selectOption({ label: 'River Otters' })
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('Line-ups saved')).toBeVisible()
    await checkLooks(desk, 'the line-ups of volleyball')
  })

  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  const court = (team: string) => page.getByRole('region', { name: `${team} on court` })
  const fan = await someone(browser, PHONE)
  const score = fan.getByRole('region', { name: 'Score' })
  const form = (name: string) => page.getByRole('dialog', { name })

  await test.step('the set begins with the line-ups of the sheets', async () => {
    await page.getByRole('button', { name: 'Begin the match' }).click()
    await pad.keep()
    await fan.goto(`/matches/${matchId}`)
    await pad.tap('Start set 1')
    await form('Start the set').getByRole('button', { name: 'Write it' }).click()
    await expect(court('River Otters').getByRole('listitem')).toHaveCount(6)
    await expect(court('River Otters').getByRole('listitem').first()).toContainText('Rao')
    await checkLooks(page, 'the pad of volleyball')
    await expect(fan.getByRole('region', { name: 'River Otters on court' })).toContainText('Rao')
  })

  await test.step('a side-out turns the rotation, a libero and a substitute come by a tap on the court', async () => {
    await pad.tap(/^Point Hill Foxes/, false)
    await expect(pad.key(/^Point Hill Foxes/, false)).toContainText('Nair serves')
    await pad.tap(/^Point River Otters/, false)
    await expect(pad.key(/^Point River Otters/, false)).toContainText('Novak serves')
    await court('River Otters').getByRole('button', { name: /Khan/ }).click()
    await form('Farida Khan').getByRole('button', { name: 'Hema Iyer comes in' }).click()
    await expect(court('River Otters')).toContainText('Iyer')
    await court('Hill Foxes')
      .getByRole('button', { name: /Moreau/ })
      .click()
    await checkLooks(page, 'who may come for a player')
    await form('Ines Moreau').getByRole('button', { name: 'Oviya Raja' }).click()
    await expect(court('Hill Foxes')).toContainText('Raja')
    await pad.tap(/^Time-out River Otters/, false)
    await expect(pad.key(/^Time-out River Otters/, false)).toContainText('1 left')
  })

  await test.step('undo takes the last play back, and an earlier rally is changed with what it brings about', async () => {
    await pad.tap(/^Point River Otters/, false)
    await pad.tap('Undo')
    await pad.tap(/^Point River Otters/, false)
    await pad.sent()
    await expect(
      fan
        .getByRole('list', { name: /^Rally by rally/ })
        .getByRole('listitem')
        .first(),
    ).toContainText('2-1')
    await pad.entries.filter({ hasText: 'Point Hill Foxes: 0-1' }).getByRole('button').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
    await page.getByRole('dialog').getByText('River Otters').click()
    await page.getByRole('button', { name: 'See what it changes' }).click()
    const changes = page.getByRole('dialog', { name: 'What this changes' })
    await expect(changes).toContainText('2-1 → 3-0')
    await expect(changes).toContainText('No longer fits')
    await changes.getByRole('button', { name: 'Leave it as it was' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  await test.step('a set goes to 25, the ends change, and the next begins with the same line-ups', async () => {
    for (let points = 2; points < 24; points++) await page.keyboard.press('1')
    await expect(page.getByText('Set point River Otters').first()).toBeVisible()
    await pad.tap(/^Point River Otters/, false)
    await expect(page.getByText('Change ends', { exact: true })).toBeVisible()
    await pad.tap('Start set 2')
    await expect(form('Start the set').getByText('6 of 6')).toHaveCount(2)
    await form('Start the set').getByRole('button', { name: 'Write it' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(pad.key(/^Point Hill Foxes/, false)).toContainText('serves')
  })

  await test.step('the match ends, and the fan has the sets, the points of each and who served', async () => {
    // Hill Foxes stand on the left now, and the second key is the right end’s.
    for (let points = 0; points < 25; points++) await page.keyboard.press('2')
    await page.getByRole('button', { name: 'Confirm the result' }).click()
    await expect(page.getByRole('button', { name: 'Open the match again' })).toBeVisible()
    await expect(score).toContainText('River Otters won by 2 sets to 0')
    await checkLooks(fan, 'a volleyball match that has ended')
    await fan.getByRole('tab', { name: 'Sets' }).click()
    await expect(fan.getByRole('table', { name: 'Sets' })).toContainText('25')
    await expect(fan.getByRole('table', { name: 'On serve' })).toContainText('Bela Novak')
    await fan.getByRole('tab', { name: 'Squads' }).click()
    await expect(fan.getByText('Libero').first()).toBeVisible()
  })
})
