import { bidButton, price } from './desk.ts'
import { deciding, seal, seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { PHONE, signedIn } from './people.ts'
import { expect, test } from './story.ts'

const LAKH = 10_000_000
/** After the base price of the one player nobody can pay the next step. */
const AT_THE_END = {
  purse: 52 * LAKH,
  squad: { min: 1, max: 25 },
  minSpendPercent: null,
  tieBreak: { inviteMs: null, sealMs: 60_000, revealMs: 30_000 },
}
const ONE = { name: 'Kiran Polworth', baseLakh: 50 }

test('the tie-break: amounts sealed in the browser, one that lapses, one revealed from another device', async ({
  browser,
}) => {
  const { desk, otters, fan, foxes, night, keys } = await seated(
    browser,
    { rules: AT_THE_END, players: [ONE] },
    { otters: { colorScheme: 'dark' }, foxes: PHONE },
  )
  const { press, twice } = keys
  const paddle = `/auctions/${night.auctionId}/paddle`
  await press('o')
  await bidButton(otters).click()
  await expect(price(desk)).toContainText('River Otters')

  await test.step('a device that is gone when amounts are revealed leaves its team without an offer', async () => {
    await twice('h')
    await expect(deciding(fan, 'Tie-break')).toContainText('Hill Foxes: also ₹50 lakh?')
    await expect(foxes.getByRole('button', { name: /^Join at ₹50 lakh/ })).toBeVisible()
    await checkLooks(foxes, 'the paddle that is invited')
    await foxes.getByRole('button', { name: /^Join at ₹50 lakh/ }).click()
    await expect(deciding(fan, 'Tie-break')).toContainText('0 of 2 amounts sealed')
    await seal(foxes, '200')
    await expect(foxes.getByText('Sealed: ₹2 crore')).toBeVisible()
    await checkLooks(foxes, 'the paddle that has sealed')
    await foxes.context().close()
    await expect(deciding(fan, 'Tie-break')).toContainText('1 of 2 amounts sealed')
    await seal(otters, '100')
    await expect(deciding(fan, 'Tie-break')).toContainText('₹1 crore')
    await expect(price(fan)).toContainText('Sold to River Otters', { timeout: 90_000 })
    await expect(price(fan)).toContainText('₹1 crore more to the league')
    await expect(fan.getByRole('list', { name: /^How it went/ })).toContainText(
      'The amount of Hill Foxes was not revealed in time and is no offer.',
    )
  })

  await test.step('the hammer is taken back, and another device reveals by the code', async () => {
    await twice('r')
    await expect(price(fan)).not.toContainText('Sold')
    await expect(desk.getByRole('region', { name: 'Controls' }).getByRole('button', { name: /^Hammer/ })).toBeEnabled()
    await twice('h')
    const first = await signedIn(browser, 'owner2', paddle, PHONE)
    await first.getByRole('button', { name: /^Join at ₹50 lakh/ }).click()
    await seal(first, '200')
    const code = await first.getByRole('status', { name: 'Recovery code' }).textContent()
    await first.context().close()
    const second = await signedIn(browser, 'owner2', paddle, PHONE)
    await expect(second.getByText('Sealed on another device of your team')).toBeVisible()
    await seal(otters, '150')
    const mine = second.getByRole('region', { name: 'Your sealed amount' })
    await mine.getByLabel(/^Amount that was sealed/).fill('200')
    await mine.getByLabel('Recovery code').fill(code?.toLowerCase() ?? '')
    await checkLooks(second, 'the paddle that reveals by a code')
    await mine.getByRole('button', { name: 'Reveal' }).click()
    for (const page of [desk, fan, otters, second]) await expect(price(page)).toContainText('Sold to Hill Foxes')
    await expect(price(fan)).toContainText('₹2 crore more to the league')
    await expect(price(fan)).toContainText('₹50 lakh')
  })
})

test('TIE-7, DRAMA-6 equal amounts are sealed again among themselves, and the higher one takes the player', async ({
  browser,
}) => {
  const { desk, otters, foxes, fan, keys } = await seated(browser, { rules: AT_THE_END, players: [ONE] })
  await keys.press('o')
  await bidButton(otters).click()
  await expect(price(desk)).toContainText('River Otters')
  await keys.twice('h')
  await foxes.getByRole('button', { name: /^Join at ₹50 lakh/ }).click()
  await seal(foxes, '100')
  await seal(otters, '100')
  await expect(deciding(fan, 'Tie-break')).toContainText('Round 2: the highest were equal.')
  await expect(deciding(fan, 'Tie-break')).toContainText('0 of 2 amounts sealed')
  await expect(fan.getByRole('list', { name: /^How it went/ })).toContainText(
    'The highest amounts are equal: sealed amounts are asked for again.',
  )
  await seal(foxes, '110')
  await seal(otters, '125')
  for (const page of [desk, fan, otters, foxes]) await expect(price(page)).toContainText('Sold to River Otters')
  await expect(price(fan)).toContainText('₹1.25 crore more to the league')
  await expect(fan.getByRole('list', { name: /^How it went/ })).toContainText('Hill Foxes had sealed ₹1.10 crore.')
})
