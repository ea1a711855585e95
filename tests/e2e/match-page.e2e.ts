import { randomBytes } from 'node:crypto'
import { makeBigNight } from './big-night.ts'
import { ask, call, makeEvent } from './calls.ts'
import { floorOf } from './floor.ts'
import { checkLooks } from './looks.ts'
import { lineOf } from './network.ts'
import { administrator, PHONE, signedIn, someone } from './people.ts'
import { makeMatch, padOf } from './pitch.ts'
import { expect, test } from './story.ts'

const SIZES = [
  ['phone', { width: 360, height: 740 }],
  ['tablet', { width: 768, height: 1024 }],
  ['desk', { width: 1280, height: 900 }],
  ['wall', { width: 1920, height: 1080 }],
] as const

test('MATCHPAGE-1, MATCHPAGE-3, MATCHPAGE-4, MATCHPAGE-5, MATCHPAGE-7, TIMEBALL-2 a fan follows a match: every ball, through a break of the network, and back to any moment', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { matchId, slug } = await makeMatch(admin, {
    rules: { overs: 2, players: 5, superOver: null },
    scorers: ['owner1@gavel.test'],
  })
  const scorer = await signedIn(browser, 'owner1', '/join', PHONE)
  await scorer.goto(`/matches/${matchId}/score`)
  const pad = padOf(scorer)
  await pad.keep()

  const fan = await someone(browser, PHONE)
  const line = await lineOf(fan)
  await fan.goto(`/matches/${matchId}`)
  const score = fan.getByRole('region', { name: 'Score' })
  const balls = fan.getByRole('list', { name: /^Ball by ball/ }).getByRole('listitem')
  await expect(score).toContainText('River Otters won the toss and chose to bat')
  await expect(fan.getByText('Nothing has happened yet')).toBeVisible()

  await test.step('the score, the stream, who is in and the title follow each ball', async () => {
    await pad.start()
    await pad.tap('4 runs')
    await expect(score).toContainText('4/0')
    await expect(balls.first()).toContainText('Farhan Mistry to Arjun Sallow')
    await expect(fan).toHaveTitle(/^RO 4\/0 \(0\.1 ov\) v HF/)
    await expect(fan.getByRole('table', { name: 'At the crease' })).toContainText('Arjun Sallow')
    await expect(fan.getByText('Chance of winning')).toBeVisible()
    for (const [name, size] of SIZES) {
      await fan.setViewportSize(size)
      await checkLooks(fan, `the match on a ${name}`)
    }
    await fan.setViewportSize(PHONE.viewport)
  })

  await test.step('what came while the network was away comes when it is back', async () => {
    await line.cut()
    await expect(fan.getByText('Reconnecting')).toBeVisible()
    for (const runs of ['1 run', '2 runs', '0 runs']) await pad.tap(runs)
    await pad.sent()
    await expect(score).toContainText('4/0')
    line.mend()
    await expect(score).toContainText('7/0')
    // The start of the innings is a line too.
    await expect(balls).toHaveCount(5)
  })

  await test.step('the page looks back, and a link opens at the same ball elsewhere', async () => {
    await fan.getByRole('button', { name: 'Look back to 0.1' }).click()
    await expect(score).toContainText('4/0')
    await expect(fan).toHaveURL(/\?seq=\d+$/)
    const friend = await someone(browser, { viewport: { width: 1280, height: 900 } })
    await friend.goto(fan.url())
    await expect(friend.getByRole('region', { name: 'Score' })).toContainText('4/0')
    await checkLooks(friend, 'the match, looked back at')
    await friend.getByRole('button', { name: 'Live' }).click()
    await expect(friend.getByRole('region', { name: 'Score' })).toContainText('7/0')
    for (const tab of ['Scorecard', 'Charts', 'Squads', 'Table', 'Matches']) {
      await friend.getByRole('tab', { name: tab }).click()
      await checkLooks(friend, `the match, ${tab.toLowerCase()}`)
    }
    await fan.getByRole('button', { name: 'Live' }).click()
    await expect(score).toContainText('7/0')
  })

  await test.step('the home page and the event’s page show it, and the card is itself live', async () => {
    const visitor = await someone(browser, { viewport: { width: 1280, height: 900 } })
    await visitor.goto('/')
    const card = visitor.getByRole('article').filter({ has: visitor.locator(`a[href="/matches/${matchId}"]`) })
    await expect(card).toContainText('7/0')
    await pad.tap('6 runs')
    await expect(card).toContainText('13/0')
    await checkLooks(visitor, 'the home page with live matches')
    await visitor.goto(`/events/${slug}`)
    const fixtures = visitor.getByRole('region', { name: 'On now' })
    await expect(fixtures).toContainText('River Otters')
    await checkLooks(visitor, 'the event with its fixtures')
  })
})

test('MATCHDESK-1, MATCHDESK-2, FIX-12 fixtures are looked at before they are made, and line-ups are named', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { slug, auctionId } = await makeEvent(page, {
    slug: `cup-${randomBytes(4).toString('hex')}`,
    name: 'Fixture Cup',
  })
  for (const [name, short, colour] of [
    ['River Otters', 'RO', '#1b6ca8'],
    ['Hill Foxes', 'HF', '#b5532a'],
    ['Marsh Herons', 'MH', '#15803d'],
  ] as const)
    await call(page, 'auction.addTeam', { auctionId, name, short, colour, owners: ['owner1@gavel.test'] })
  await page.goto(`/admin/events/${slug}/matches`)
  await checkLooks(page, 'the desk of matches')
  await page.getByRole('button', { name: 'Make fixtures' }).click()
  const sheet = page.getByRole('dialog', { name: 'Make fixtures' })
  await sheet.getByLabel('First match').fill('2031-01-10T19:30')
  await sheet.getByRole('button', { name: 'Look at them' }).click()
  const planned = sheet.getByRole('table', { name: 'Fixtures as they would be made' })
  await expect(planned.getByRole('row')).toHaveCount(4)
  await checkLooks(page, 'fixtures before they are made')
  await sheet.getByRole('button', { name: 'Make 3 matches' }).click()
  const matches = page.getByRole('table', { name: 'Matches' })
  await expect(matches.getByRole('row')).toHaveCount(4)
  await matches.getByRole('link', { name: 'Line-ups' }).first().click()
  await page
    .getByLabel(/^Add to /)
    .first()
    .fill('Somebody New')
  await page.getByRole('button', { name: 'Add', exact: true }).first().click()
  await expect(page.getByRole('checkbox', { name: /Somebody New/ })).toBeChecked()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Line-ups saved')).toBeVisible()
  await checkLooks(page, 'the line-ups of a match')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/admin/events/${slug}/matches`)
  await expect(page.getByRole('table', { name: 'Matches' })).toBeVisible()
  await checkLooks(page, 'the desk of matches on a phone')
})

test('EXHIBIT-1 a match that nobody plays is live on the home page of a new Gavel', async ({ browser }) => {
  const visitor = await someone(browser, { viewport: { width: 1280, height: 900 } })
  await visitor.goto('/')
  const friendly = visitor.getByRole('region', { name: 'Friendly match' })
  await friendly.getByRole('link').first().click()
  await expect(visitor.getByRole('region', { name: 'Score' })).toBeVisible()
  await expect(visitor.getByText('Rehearsal').first()).toBeVisible()
})

test('FIGURES-2 a player who was bought has his season on his page, a section a sport, and what it has cost', async ({
  browser,
}) => {
  const admin = await signedIn(browser, 'admin', '/admin', { viewport: { width: 1280, height: 900 } })
  const { slug, auctionId } = await makeBigNight(admin, 2, 12)
  const floor = await floorOf(admin, auctionId)
  await floor.play(4, 1)
  await floor.end()
  const { players, teams } = floor.state()
  floor.close()
  const [home = '', away = ''] = Object.keys(teams)
  const soldTo = (team: string) =>
    Object.entries(players).flatMap(([id, { status }]) => (status.is === 'sold' && status.team === team ? [id] : []))
  const [bought = ''] = soldTo(home)

  for (const [sport, format] of [
    ['kabaddi', 'pkl'],
    ['volleyball', 'indoor'],
  ] as const) {
    const sides = { home: { teamId: home }, away: { teamId: away } }
    const { matchId } = await call<{ matchId: string }>(admin, 'match.create', { slug, sport, format, ...sides })
    const sheets = { home: { team: home, players: soldTo(home) }, away: { team: away, players: soldTo(away) } }
    const { setup } = await ask<{ setup: object }>(admin, 'match.byId', { matchId })
    await call(admin, 'match.update', { matchId, setup: { ...setup, sides: sheets } })
    await call(admin, 'match.start', { matchId })
    await admin.goto(`/matches/${matchId}/score`)
    const pad = padOf(admin)
    await pad.keep()
    if (sport === 'kabaddi') {
      await pad
        .key(/raid first/, false)
        .first()
        .click()
      // A key means what the pad shows: the raiders, once the half has begun.
      await expect(pad.keys.getByRole('region', { name: 'Raider' })).toContainText('Who raids')
      await admin.keyboard.press('1')
      for (const said of ['1 touched', '2 touched']) {
        await pad.tap(/^Unnamed/, false)
        await expect(pad.keys).toContainText(said)
      }
      await pad.tap(/^2 points/, false)
    } else
      await pad
        .key(/^Point/, false)
        .first()
        .click()
    await pad.sent()
  }

  // Workers hand the squads, and so his price, over in their own time, and this page reads them once: it is opened until they are there.
  await expect(async () => {
    await admin.goto(`/auctions/${auctionId}/players/${bought}`)
    await expect(admin.getByRole('heading', { name: 'What it has cost' })).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 120_000 })
  const kabaddi = admin.getByRole('region', { name: 'This season, kabaddi' })
  await expect(kabaddi.getByText('Raid points')).toBeVisible()
  await expect(kabaddi.getByText('A point', { exact: true })).toBeVisible()
  await expect(admin.getByRole('region', { name: 'This season, volleyball' })).toContainText('Points on serve')
  for (const [name, size] of SIZES) {
    await admin.setViewportSize(size)
    await checkLooks(admin, `a player’s season on a ${name}`)
  }
})
