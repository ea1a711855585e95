import type { Browser } from '@playwright/test'
import { ask } from './calls.ts'
import { checkLooks } from './looks.ts'
import { lineOf } from './network.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { makeMatch, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

type Picture = { state: { plays: { play: { type: string; runs?: { bat: number } } }[] } }

/** A match that two people may score, begun by the first of them on a phone. */
async function begun(browser: Browser) {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, {
    rules: { overs: 2, players: 5 },
    scorers: ['owner1@gavel.test', 'owner2@gavel.test'],
  })
  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const first = padOf(page)
  await first.keep()
  await first.start()
  await first.sent()
  return { matchId, page, first }
}

test('PAD-4, PAD-11, MATCHLIVE-2 an over is scored on a phone with the network cut in the middle, and a fan elsewhere catches up exactly', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, { rules: { overs: 2, players: 5 }, scorers: ['owner1@gavel.test'] })
  const fan = await someone(browser, { viewport: { width: 1280, height: 900 } })
  await fan.goto(`/matches/${matchId}`)

  const page = await signedIn(browser, 'owner1', '/join', PHONE)
  const line = await lineOf(page)
  await page.goto(`/matches/${matchId}/score`)
  const pad = padOf(page)
  await pad.keep()
  await pad.start()
  for (const runs of ['1 run', '4 runs']) await pad.tap(runs)
  await pad.sent()
  await expect(fan.getByRole('region', { name: 'Score' })).toContainText('5/0')

  await line.cut()
  await page.context().setOffline(true)
  await pad.tap('Wide')
  await pad.tap('0 runs, 1 in all')
  await pad.tap('Wicket')
  const wicket = page.getByRole('dialog', { name: /Wicket/ })
  await wicket.getByRole('button', { name: 'Caught' }).click()
  await wicket.getByRole('button', { name: 'Gopal Venn' }).click()
  await pad.tap('Caspian Yadav')
  await pad.tap('2 runs')
  await expect(page.getByText('Saved on this phone, 3 balls to send')).toBeVisible()
  await expect(pad.score).toContainText('8/1')
  // The fan knows nothing of it yet.
  await expect(fan.getByRole('region', { name: 'Score' })).toContainText('5/0')

  line.mend()
  await page.context().setOffline(false)
  await pad.sent()
  await pad.tap('6 runs')
  await pad.tap('0 runs')
  await pad.sent()
  await expect(fan.getByRole('region', { name: 'Score' })).toContainText('14/1')
  const said = (await ask<Picture>(fan, 'match.view', { matchId })).state.plays
  expect(said.map(({ play }) => (play.type === 'Delivery' ? (play.runs?.bat ?? 0) : play.type))).toEqual([
    'InningsStart',
    ...[1, 4, 0, 0, 2, 6, 0],
  ])
})

test('PAD-3, PAD-4, PAD-17 the page opens again without a network, with the balls that are not sent', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, { rules: { overs: 2, players: 5 }, scorers: ['owner1@gavel.test'] })
  const page = await signedIn(browser, 'owner1', '/join', PHONE)
  const line = await lineOf(page)
  await page.goto(`/matches/${matchId}/score`)
  const pad = padOf(page)
  await pad.keep()
  await pad.start()
  await pad.sent()
  await line.cut()
  await pad.tap('1 run')
  await pad.tap('2 runs')
  await expect(page.getByText('Saved on this phone, 2 balls to send')).toBeVisible()
  // The page itself is kept in the browser by now.
  const isKept = () => page.evaluate(async () => (await caches.match(location.href)) !== undefined)
  await expect.poll(isKept).toBe(true)
  await page.context().setOffline(true)
  await page.reload()
  await expect(page.getByText('Saved on this phone, 2 balls to send')).toBeVisible()
  await expect(pad.score).toContainText('3/0')
  await pad.tap('1 run')
  await page.context().setOffline(false)
  line.mend()
  await pad.sent()
  await expect(pad.score).toContainText('4/0')
})

test('PAD-10 an earlier ball is changed, and what it changes is listed before it is taken', async ({ browser }) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, { rules: { overs: 2, players: 5 }, scorers: ['owner1@gavel.test'] })
  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, PHONE)
  const pad = padOf(page)
  await pad.keep()
  await pad.start()
  for (const runs of ['0 runs', '2 runs', '4 runs']) await pad.tap(runs)
  await expect(pad.score).toContainText('6/0')
  // The first ball, third from the top.
  await pad.entries.nth(2).getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Off the bat, more' }).click()
  await page.getByRole('button', { name: 'See what it changes' }).click()
  const changes = page.getByRole('dialog', { name: 'What this changes' })
  await expect(changes).toContainText('Innings 1: 6/0 in 0.3 overs → 7/0 in 0.3 overs')
  // Sallow, who then would be at the other end, faced the second ball all the same.
  await expect(changes).toContainText('No longer fits')
  await changes.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(pad.score).toContainText('6/0')
  await pad.entries.nth(2).getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Off the bat, more' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Off the bat, more' }).click()
  await page.getByRole('button', { name: 'See what it changes' }).click()
  await changes.getByRole('button', { name: 'Change it' }).click()
  await expect(pad.score).toContainText('8/0')
  await pad.tap('Undo')
  await expect(pad.score).toContainText('4/0')
  await pad.sent()
})

test('PAD-6, PAD-7, PAD-8 somebody takes over while balls wait: both sides are shown, and nothing is lost', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, {
    rules: { overs: 2, players: 5 },
    scorers: ['owner1@gavel.test', 'owner2@gavel.test'],
  })
  const page = await signedIn(browser, 'owner1', '/join', PHONE)
  const line = await lineOf(page)
  await page.goto(`/matches/${matchId}/score`)
  const first = padOf(page)
  await first.keep()
  await first.start()
  await first.tap('1 run')
  await first.sent()
  await line.cut()
  await first.tap('2 runs')
  await first.tap('3 runs')

  const other = await signedIn(browser, 'owner2', `/matches/${matchId}/score`, PHONE)
  const second = padOf(other)
  await expect(second.key('4 runs')).toHaveAttribute('aria-disabled', 'true')
  await second.keep()
  await second.tap('4 runs')
  await second.sent()

  line.mend()
  const difference = page.getByRole('region', { name: /keeps the score/ })
  await expect(difference.getByRole('region', { name: 'Yours, not sent' }).getByRole('listitem')).toHaveCount(2)
  await expect(difference.getByRole('region', { name: 'Written meanwhile' }).getByRole('listitem')).toHaveCount(1)
  await checkLooks(page, 'the pad with a difference')
  await first.keep()
  await page.getByRole('button', { name: 'Append mine' }).click()
  await first.sent()
  await expect(first.score).toContainText('10/0')
  // Whose book it was sees the same, and that it was taken.
  await expect(other.getByRole('region', { name: /keeps the score/ })).toBeVisible()
  await expect(second.score).toContainText('10/0')
})

test('PAD-14 the second scorer sees none of the first one’s balls, and a difference is shown to both before the over closes', async ({
  browser,
}) => {
  const { matchId, page, first } = await begun(browser)

  const other = await signedIn(browser, 'owner2', `/matches/${matchId}/score`, PHONE)
  await other.goto(`/matches/${matchId}/score?blind=1`)
  const second = padOf(other)
  await second.tap('Arjun Sallow')
  await second.tap('Bertram Okafor')
  await second.tap('Farhan Mistry')
  await first.tap('1 run')
  await first.sent()
  await expect(second.score).toContainText('0/0')
  await second.tap('1 run')
  await first.tap('4 runs')
  await second.tap('2 runs')
  for (const one of [page, other])
    await expect(one.getByRole('region', { name: 'The two books differ' })).toContainText('0.2')
  // The second scorer agrees and changes the ball; the books are one again.
  await second.entries.first().getByRole('button').click()
  await other.getByRole('button', { name: 'Take it out' }).click()
  await second.tap('4 runs')
  for (const one of [page, other])
    await expect(one.getByRole('region', { name: 'The two books differ' })).toHaveCount(0)
})

test('PAD-18, BLIND-3 the second scorer’s phone is lost: another one goes on with its sheet, and what it still holds is kept', async ({
  browser,
}) => {
  const { matchId } = await begun(browser)
  const blindPage = `/matches/${matchId}/score?blind=1`
  const lost = await signedIn(browser, 'owner2', '/inbox', PHONE)
  const line = await lineOf(lost)
  await lost.goto(blindPage)
  const before = padOf(lost)
  for (const who of ['Arjun Sallow', 'Bertram Okafor', 'Farhan Mistry', '1 run']) await before.tap(who)
  await before.sent()
  await line.cut()
  await before.tap('2 runs')

  const found = await signedIn(browser, 'owner2', '/inbox', PHONE)
  await found.goto(blindPage)
  const after = padOf(found)
  await expect(found.getByRole('region', { name: 'You score along on another device' })).toBeVisible()
  await expect(after.score).toContainText('1/0')
  await checkLooks(found, 'the second seat, taken')
  await after.keep()
  await after.tap('4 runs')
  await after.sent()

  line.mend()
  const difference = lost.getByRole('region', { name: 'You score along on another device' })
  await expect(difference.getByRole('region', { name: 'Written meanwhile' })).toContainText('FOUR')
  await difference.getByRole('button', { name: 'Set mine aside' }).click()
  await expect(lost.getByRole('region', { name: '1 ball set aside' })).toBeVisible()
  await expect(after.score).toContainText('5/0')
})

test('PAD-24 the pad: accessible, at 360 px and on a desk, and by keys alone', async ({ browser }) => {
  const admin = await administrator(browser)
  const { matchId } = await makeMatch(admin, { rules: { overs: 2, players: 5 }, scorers: ['owner1@gavel.test'] })
  const page = await signedIn(browser, 'owner1', `/matches/${matchId}/score`, {
    viewport: { width: 1280, height: 800 },
  })
  const pad = padOf(page)
  await pad.keep()
  await checkLooks(page, 'the pad before the innings')
  await pad.start()
  for (const key of ['1', 'w', '0', 'n', 'b', '2', '4']) await page.keyboard.press(key)
  // 1, a wide, a no-ball with two byes, 4.
  await expect(pad.score).toContainText('9/0')
  await checkLooks(page, 'the pad on a desk')
  await page.keyboard.press('x')
  await checkLooks(page, 'the wicket sheet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect(pad.score).toContainText('5/0')
  // However fast a thumb is: what is taken back is the ball that it has just written.
  for (const key of ['6', 'u', '2']) await page.keyboard.press(key)
  await pad.sent()
  await expect(pad.score).toContainText('7/0')
  await page.setViewportSize({ width: 360, height: 740 })
  await checkLooks(page, 'the pad on a phone')
  for (const button of await pad.keys.getByRole('button').all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56)
  await pad.tap('More')
  await checkLooks(page, 'everything else')
})
