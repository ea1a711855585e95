import type { Browser, Page } from '@playwright/test'
import { bidButton, price } from './desk.ts'
import { deciding, pressTwice, screenOf, seal, seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { expect, test } from './story.ts'

const LAKH = 10_000_000

/** The projector and the overlay of a night, and what both must say of a decision. */
async function screensOf(browser: Browser, night: Parameters<typeof screenOf>[1]) {
  const stage = await screenOf(browser, night, 'stage')
  const overlay = await screenOf(browser, night, 'overlay')
  const both = async (check: (screen: Page) => Promise<void>) => {
    for (const screen of [stage, overlay]) await check(screen)
  }
  const show = (title: 'Right to match' | 'Tie-break', ...words: string[]) =>
    both(async (screen) => {
      for (const said of words) await expect(deciding(screen, title)).toContainText(said)
    })
  return { stage, overlay, both, show }
}

test('DRAMA-2, OVERLAY-1 the projector and the overlay show a right to match: asked, claimed, raised, let go', async ({
  browser,
}) => {
  const { desk, otters, foxes, keys, night } = await seated(browser, {
    players: [{ name: 'Mukesh Verma', baseLakh: 50, former: 'otters' }],
  })
  const { stage, both, show } = await screensOf(browser, night)
  await keys.press('o')
  await bidButton(foxes).click()
  await expect(price(desk)).toContainText('Hill Foxes')
  await keys.twice('h')
  await show('Right to match', 'River Otters: match ₹50 lakh?', '6 cards left')
  await checkLooks(stage, 'the projector at a right to match')
  await otters.getByRole('button', { name: /^Match ₹50 lakh/ }).click()
  await show('Right to match', 'Hill Foxes: one raise?', 'uses its right at ₹50 lakh')
  await pressTwice(foxes, 'Your team is asked', 'Raise to ₹75 lakh')
  await show('Right to match', 'River Otters: match ₹75 lakh?', 'raised from ₹50 lakh to ₹75 lakh')
  await pressTwice(otters, 'Your team is asked', 'Let the player go')
  await both(async (screen) => {
    await expect(deciding(screen, 'Right to match')).toHaveCount(0)
    await expect(price(screen)).toContainText('₹75 lakh')
  })
})

test('DRAMA-4, DRAMA-6, OVERLAY-1 they show a tie-break: offered, sealed, revealed, and the amount that lapses', async ({
  browser,
}) => {
  const { desk, otters, foxes, keys, night } = await seated(browser, {
    rules: {
      purse: 52 * LAKH,
      squad: { min: 1, max: 25 },
      minSpendPercent: null,
      tieBreak: { inviteMs: null, sealMs: 60_000, revealMs: 10_000 },
    },
    players: [{ name: 'Kiran Polworth', baseLakh: 50 }],
  })
  const { overlay, both, show } = await screensOf(browser, night)
  await keys.press('o')
  await bidButton(otters).click()
  await expect(price(desk)).toContainText('River Otters')
  await keys.twice('h')
  await show('Tie-break', 'Hill Foxes: also ₹50 lakh?')
  await foxes.getByRole('button', { name: /^Join at ₹50 lakh/ }).click()
  await show('Tie-break', '0 of 2 amounts sealed')
  await seal(foxes, '90')
  await show('Tie-break', '1 of 2 amounts sealed')
  await checkLooks(overlay, 'the overlay while amounts are sealed')
  await foxes.context().close()
  await seal(otters, '40')
  await show('Tie-break', '1 of 2 amounts revealed', '₹40 lakh')
  await both(async (screen) => {
    await expect(screen.getByRole('list', { name: 'Lapsed amounts' })).toContainText(
      'The amount of Hill Foxes was not revealed in time and is no offer.',
    )
    await expect(price(screen)).toContainText('River Otters')
    await expect(screen.getByText('Tie-break: ₹40 lakh more to the league')).toBeVisible()
    await expect(deciding(screen, 'Tie-break')).toHaveCount(0)
  })
})
