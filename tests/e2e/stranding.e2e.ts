import { bidButton, price } from './desk.ts'
import { seated } from './drama.ts'
import { checkLooks } from './looks.ts'
import { PHONE } from './people.ts'
import { expect, test } from './story.ts'

const LAKH = 10_000_000
const WHY = 'To fill 1 place costs at least ₹1.60 crore, and ₹1.55 crore would be left.'

test('OWNER-5, PURSE-2 a bid that would strand the team says why and is asked twice; one over the limit is refused', async ({
  browser,
}) => {
  const { desk, otters, foxes, keys } = await seated(
    browser,
    {
      // Two places to fill, and the second player alone costs more than the rules keep back for a place.
      rules: { purse: 210 * LAKH, squad: { min: 2, max: 25 }, minSpendPercent: null },
      players: [
        { name: 'Arjun Sallow', baseLakh: 50 },
        { name: 'Bertram Okafor', baseLakh: 160 },
      ],
    },
    { otters: PHONE },
  )
  await keys.press('o')

  await test.step('at the base price the squad can still be filled, and nothing is asked', async () => {
    await expect(bidButton(foxes)).toContainText('left after it')
    await bidButton(foxes).click()
    await expect(foxes.getByText('₹50 lakh accepted')).toBeVisible()
  })
  await test.step('a step higher it could not: the button says why, and bids at the second press', async () => {
    await expect(bidButton(otters)).toContainText(WHY)
    await bidButton(otters).click()
    const again = otters.getByRole('button', { name: /^Press again to bid/ })
    await expect(again).toContainText(WHY)
    await expect(price(desk)).toContainText('Hill Foxes')
    await checkLooks(otters, 'the paddle that warns')
    await again.click()
    await expect(otters.getByText('₹55 lakh accepted')).toBeVisible()
    await expect(price(desk)).toContainText('River Otters')
  })
  await test.step('a jump says it too, and one over the limit is not to be had', async () => {
    await foxes.getByRole('button', { name: /^Jump/ }).click()
    const sheet = foxes.getByRole('dialog', { name: 'Jump bid' })
    await expect(sheet.getByRole('alert')).toContainText('After it your squad could no longer be filled.')
    const more = sheet.getByRole('button', { name: '₹1 cr' })
    await more.click()
    await more.click()
    await expect(sheet.getByRole('button', { name: /limit of ₹1.80 crore/ })).toBeVisible()
    await expect(price(desk)).toContainText('River Otters')
  })
})
