import { bidButton, price } from './desk.ts'
import { deciding, pressTwice, screenOf, seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { PHONE } from './people.ts'
import { expect, test } from './story.ts'

test('the right to match: asked, claimed, raised, kept, let go, and answered from the hall', async ({ browser }) => {
  const { desk, otters, foxes, fan, night, keys } = await seated(
    browser,
    {
      players: [
        { name: 'Mukesh Verma', baseLakh: 650, former: 'otters' },
        { name: 'Rishi Panthaki', baseLakh: 2_075, former: 'otters' },
        { name: 'Third Cardholder', baseLakh: 200, former: 'otters' },
      ],
    },
    { otters: PHONE, foxes: { colorScheme: 'dark' } },
  )
  const { press, twice } = keys
  const hall = await screenOf(browser, night, 'stage')

  await test.step('the hammer falls on 6.50 crore, and everybody sees who is asked', async () => {
    await press('o')
    await expect(foxes.getByRole('heading', { name: 'Mukesh Verma' })).toBeVisible()
    await bidButton(foxes).click()
    await expect(price(desk)).toContainText('Hill Foxes')
    await twice('h')
    for (const page of [desk, fan, hall, otters, foxes])
      await expect(deciding(page, 'Right to match').first()).toContainText('River Otters: match ₹6.50 crore?')
    await expect(deciding(fan, 'Right to match')).toContainText('6 cards left')
    await expect(foxes.getByText('River Otters: match ₹6.50 crore?').last()).toBeVisible()
    await checkLooks(fan, 'the room at a right to match')
    await checkLooks(otters, 'the paddle that is asked')
    await checkLooks(desk, 'the console at a right to match')
  })

  await test.step('the claim, one raise of several steps to 8 crore, and it is matched', async () => {
    await otters.getByRole('button', { name: /^Match ₹6.50 crore/ }).click()
    await expect(deciding(fan, 'Right to match')).toContainText('Hill Foxes: one raise?')
    const asked = foxes.getByRole('region', { name: 'Your team is asked' })
    await asked.getByRole('button', { name: 'More by ₹1 cr' }).click()
    await asked.getByRole('button', { name: 'More by ₹25 L' }).click()
    await checkLooks(foxes, 'the paddle that may raise, in the dark')
    await pressTwice(foxes, 'Your team is asked', 'Raise to ₹8 crore')
    await expect(deciding(fan, 'Right to match')).toContainText('raised from ₹6.50 crore to ₹8 crore')
    await expect(price(fan)).toContainText('₹8 crore')
    await otters.getByRole('button', { name: /^Match ₹8 crore/ }).click()
    for (const page of [desk, fan, otters, foxes]) await expect(price(page)).toContainText('Sold to River Otters')
    await expect(price(fan)).toContainText('Matched Hill Foxes')
    await expect(fan.getByRole('list', { name: /^How it went/ })).toContainText('Hill Foxes raises to ₹8 crore.')
  })

  await test.step('a raise that is not matched leaves the card', async () => {
    await press('n')
    await expect(foxes.getByRole('heading', { name: 'Rishi Panthaki' })).toBeVisible()
    await bidButton(foxes).click()
    await expect(price(desk)).toContainText('Hill Foxes')
    await twice('h')
    await expect(deciding(fan, 'Right to match')).toContainText('5 cards left')
    await otters.getByRole('button', { name: /^Match ₹20.75 crore/ }).click()
    await foxes.getByRole('button', { name: 'More by ₹5 cr' }).click()
    await foxes.getByRole('button', { name: 'More by ₹1 cr' }).click()
    await pressTwice(foxes, 'Your team is asked', 'Raise to ₹27 crore')
    await pressTwice(otters, 'Your team is asked', 'Let the player go')
    await expect(price(fan)).toContainText('Sold to Hill Foxes')
    await expect(price(fan)).toContainText('₹27 crore')
  })

  await test.step('a team in the hall answers through the auctioneer', async () => {
    await press('n')
    await expect(foxes.getByRole('heading', { name: 'Third Cardholder' })).toBeVisible()
    await bidButton(foxes).click()
    await expect(price(desk)).toContainText('Hill Foxes')
    await twice('h')
    await expect(deciding(fan, 'Right to match')).toContainText('5 cards left')
    await pressTwice(desk, 'Answer for River Otters', 'Do not match')
    await expect(price(fan)).toContainText('Sold to Hill Foxes')
    await expect(price(fan)).toContainText('₹2 crore')
  })
})

test('MATCH-4, MATCH-8, DRAMA-3 the final bid match: no raise, and the card says for how many seasons', async ({
  browser,
}) => {
  const { desk, otters, foxes, fan, keys } = await seated(
    browser,
    {
      ruleSetId: 'pkl-12',
      players: [
        { name: 'Arjun Deswal Rana', baseLakh: 30, former: 'otters' },
        { name: 'Sagar Rathee Khan', baseLakh: 20, former: 'otters' },
      ],
    },
    { otters: PHONE },
  )
  const { press, twice } = keys
  await test.step('two buttons, one for each term, and no raise on the way', async () => {
    await press('o')
    await bidButton(foxes).click()
    await expect(price(desk)).toContainText('Hill Foxes')
    await twice('h')
    const drama = deciding(fan, 'Right to match')
    await expect(drama).toContainText('River Otters: match ₹30 lakh?')
    await expect(drama).toContainText('3 cards left')
    await expect(drama.getByText('The raise')).toHaveCount(0)
    await expect(otters.getByRole('button', { name: /^Match ₹30 lakh: one season/ })).toBeVisible()
    await checkLooks(otters, 'the paddle whose card has terms')
    await otters.getByRole('button', { name: /^Match ₹30 lakh: two seasons/ }).click()
    for (const page of [desk, fan, otters, foxes]) await expect(price(page)).toContainText('Sold to River Otters')
    await expect(price(fan)).toContainText('Matched Hill Foxes')
    await expect(fan.getByRole('list', { name: /^How it went/ })).toContainText(
      'River Otters uses its right to match (two seasons).',
    )
  })
  await test.step('the next one is let go, from the hall, at the price that was bid', async () => {
    await press('n')
    await bidButton(foxes).click()
    await expect(price(desk)).toContainText('Hill Foxes')
    await twice('h')
    await expect(deciding(fan, 'Right to match')).toContainText('2 cards left')
    await pressTwice(desk, 'Answer for River Otters', 'Do not match')
    await expect(price(fan)).toContainText('Sold to Hill Foxes')
    await expect(price(fan)).toContainText('₹20 lakh')
  })
})
