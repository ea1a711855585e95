import { checkLooks } from './looks.ts'
import { PHONE, signedIn, someone } from './people.ts'
import { arrangeMatch, EIGHTS, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

test('PAD-19, MATCHPAGE-3, MATCHPAGE-13, RAID-12 kabaddi: raids are scored on a phone, one is corrected, a tie is broken, and a fan follows', async ({
  browser,
}) => {
  const desk = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { matchId, slug } = await arrangeMatch(desk, {
    ...{ sport: 'kabaddi', format: 'pkl-12', scorers: ['owner1@gavel.test'] },
    people: EIGHTS,
  })

  await test.step('at the desk: seven on the mat and one on the bench', async () => {
    await desk.goto(`/admin/events/${slug}/matches/${matchId}`)
    await expect(desk.getByText('The first 7 begin on the mat')).toBeVisible()
    for (const name of [...EIGHTS.home, ...EIGHTS.away])
      await desk.getByRole('checkbox', { name: new RegExp(name) }).check()
    await desk.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('Line-ups saved')).toBeVisible()
  })

  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  const fan = await someone(browser, PHONE)
  const score = fan.getByRole('region', { name: 'Score' })
  const raids = fan.getByRole('list', { name: /^Raid by raid/ }).getByRole('listitem')
  /** A raid by the thumb: its raider, those who are marked, and the key that ends it. */
  const raid = async (raider: string, marked: readonly string[], ends: RegExp) => {
    await pad.tap(new RegExp(`^${raider}`), false)
    for (const name of marked) await pad.tap(new RegExp(`^${name}`), false)
    await pad.tap(ends, false)
    await expect(page.getByText(/^Who raids for/)).toBeVisible()
  }

  await test.step('a raid is its raider, those who were touched, and one key that says what it writes', async () => {
    await page.getByRole('button', { name: 'Begin the match' }).click()
    await pad.keep()
    await fan.goto(`/matches/${matchId}`)
    await pad.tap(/River Otters raid first/, false)
    await pad.tap(/^A Rao/, false)
    await pad.tap(/^I Moreau/, false)
    await pad.tap(/^J Nair/, false)
    await pad.tap(/^Bonus/, false)
    await expect(pad.key(/^3 points/)).toContainText('super raid')
    await checkLooks(page, 'the pad of kabaddi in a raid')
    for (const button of await pad.keys.getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    await pad.tap(/^3 points/, false)
    await pad.sent()
    await expect(score).toContainText('3')
    await expect(raids.first()).toContainText(
      'Asha Rao touches Ines Moreau and Jaya Nair and takes the bonus. Super raid!',
    )
    await expect(fan.getByRole('region', { name: 'Hill Foxes on the mat' })).toContainText('5 of 7')
  })

  await test.step('a tackle names who caught, brings a player back, and undo takes it back', async () => {
    await raid('K Reddy', ['B Novak', 'C Menon'], /^Tackled/)
    await expect(pad.entries.first()).toContainText('Kavya Reddy is caught by Bela Novak and Chitra Menon')
    await pad.tap('Undo')
    await raid('K Reddy', ['B Novak'], /^Tackled/)
    await expect(pad.score).toContainText('4')
  })

  await test.step('after two empty raids the next is do-or-die', async () => {
    for (const raider of ['B Novak', 'L Str', 'C Menon', 'M Das']) await raid(raider, [], /^Empty raid/)
    await expect(page.getByText(/Do or die/).first()).toBeVisible()
    await raid('D Lind', [], /^Nothing: raider out/)
    await expect(pad.entries.first()).toContainText('brings nothing and is out')
  })

  await test.step('an earlier raid is changed, with what it brings about', async () => {
    await pad.entries.filter({ hasText: 'Super raid!' }).getByRole('button').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
    await page.getByRole('dialog').getByLabel('Bonus').click()
    await page.getByRole('button', { name: 'See what it changes' }).click()
    const changes = page.getByRole('dialog', { name: 'What this changes' })
    await expect(changes).toContainText('4')
    await changes.getByRole('button', { name: 'Change it' }).click()
    await expect(pad.entries.filter({ hasText: 'Super raid!' })).toHaveCount(0)
    await expect(pad.score).toContainText('River Otters lead by 2')
  })

  await test.step('all out: everybody comes back', async () => {
    // The third of the other side brings nothing either: four of it are left.
    await raid('L Str', [], /^Nothing: raider out/)
    await pad.tap(/^A Rao/, false)
    for (const name of ['I Moreau', 'M Das', 'N Quist', 'O Raja']) await pad.tap(new RegExp(`^${name}`), false)
    await expect(pad.key(/^6 points/, false)).toContainText('super raid, all out')
    await pad.tap(/^6 points/, false)
    await pad.sent()
    await expect(fan.getByRole('region', { name: 'Hill Foxes on the mat' })).toContainText('7 of 7')
    await checkLooks(fan, 'a kabaddi match that is on')
  })

  await test.step('level after both halves, five raids each break the tie', async () => {
    for (const more of [4, 3]) {
      await pad.tap('Technical')
      const form = page.getByRole('dialog', { name: 'Technical point' })
      await form.getByText('Hill Foxes').click()
      for (let n = 0; n < more; n++) await form.getByRole('button', { name: 'Points, more' }).click()
      await form.getByRole('button', { name: 'delay' }).click()
      await form.getByRole('button', { name: 'Write it' }).click()
      await expect(form).toHaveCount(0)
    }
    await pad.tap('End the half')
    await pad.tap('Half 2: Hill Foxes raid first')
    await pad.tap('End the half')
    await pad.tap('Tie-break: River Otters raid first')
    await expect(page.getByText(/Tie-break, raid 1 of 5/).first()).toBeVisible()
    await raid('A Rao', ['I Moreau'], /^1 point/)
    for (const raider of ['I Mor', 'B Novak', 'J Nair', 'C Menon', 'K Reddy', 'D Lind', 'L Str', 'E Pillai'])
      await raid(raider, [], /^Empty raid/)
    await pad.tap(/^M Das/, false)
    await pad.tap(/^Empty raid/, false)
    await page.getByRole('button', { name: 'Confirm the result' }).click()
    await expect(page.getByRole('button', { name: 'Open the match again' })).toBeVisible()
  })

  await test.step('the fan has the result, the points by half, and who raided and caught', async () => {
    await expect(score).toContainText('River Otters won 11-10')
    await fan.getByRole('tab', { name: 'Figures' }).click()
    await expect(fan.getByRole('table', { name: 'Raiders' })).toContainText('Asha Rao')
    await expect(fan.getByRole('table', { name: 'Defenders' })).toContainText('Bela Novak')
    await expect(fan.getByRole('table', { name: 'By half' })).toContainText('Tie-break')
    await checkLooks(fan, 'the figures of a kabaddi match')
    await fan.getByRole('tab', { name: 'Squads' }).click()
    await expect(fan.getByText('7 raid points')).toBeVisible()
  })
})
