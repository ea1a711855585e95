import { expect, type Locator, type Page } from '@playwright/test'
import { keysOf, price } from './desk.ts'
import { keyTwice } from './key-twice.ts'
import { checkLooks } from './looks.ts'
import { makeNight } from './night.ts'
import { administrator, signedIn } from './people.ts'
import { test } from './story.ts'

/** More stops than any of these pages has. */
const MOST_STOPS = 120

/** Presses a key in the very moment in which the price panel first shows some words: before the browser has drawn them. */
const pressAsShown = (page: Page, words: string, key: string) =>
  price(page).evaluate(
    (panel, [shown, pressed]) => {
      const watch = new MutationObserver(() => {
        if (!panel.textContent.includes(shown)) return
        watch.disconnect()
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: pressed, bubbles: true, cancelable: true }))
      })
      watch.observe(panel, { subtree: true, childList: true, characterData: true })
    },
    [words, key] as const,
  )

/** Goes to a control by the Tab key alone. */
async function reach(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(control, 'a control that the Tab key reaches').toBeFocused()
}

/** Presses a control that was reached by the Tab key. */
async function press(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  await page.keyboard.press('Enter')
}

test('CONSOLE-18, CONSOLE-21, OWNER-8 an auction is conducted, and a paddle is held, by keyboard alone', async ({
  browser,
}) => {
  const { auctionId, players } = await test.step('an evening is ready', async () => {
    const admin = await administrator(browser)
    return makeNight(admin, ['auctioneer@gavel.test'])
  })
  const desk = await signedIn(browser, 'auctioneer', `/auctions/${auctionId}/console`)
  const owner = await signedIn(browser, 'owner1', `/auctions/${auctionId}/paddle`)
  const [first, second, third] = players.map(({ name }) => name)
  if (!first || !second || !third) throw new Error('no players')
  const { press: key, twice, said } = keysOf(desk)
  const bid = owner.getByRole('button', { name: /^Bid/ })

  await test.step('the keys are listed where somebody asks', async () => {
    await expect(desk.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await desk.keyboard.press('?')
    const help = desk.getByRole('dialog', { name: 'Keys' })
    await expect(help).toContainText('Hammer: press it twice')
    await checkLooks(desk, 'the keys of the desk')
    await desk.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
  })

  await test.step('a list of wishes is typed, with the first of them moved down', async () => {
    await reach(owner, owner.getByRole('tab', { name: 'Bidding' }))
    await owner.keyboard.press('ArrowRight')
    await expect(owner.getByRole('region', { name: 'Can the squad still be filled' })).toBeVisible()
    await checkLooks(owner, 'the squad’s desk')
    await owner.keyboard.press('ArrowRight')
    for (const name of [first, second]) {
      await reach(owner, owner.getByLabel('Player', { exact: true }))
      await owner.keyboard.type(name)
      await reach(owner, owner.getByLabel('Most, in lakh'))
      await owner.keyboard.type('75')
      await owner.keyboard.press('Enter')
      await expect(owner.getByRole('button', { name: `Take ${name} off the list` })).toBeVisible()
    }
    await press(owner, owner.getByRole('button', { name: `${first} down` }))
    const wishes = owner.getByRole('list', { name: 'Still to be had, the most wanted first' }).getByRole('listitem')
    await expect(wishes.first()).toContainText(second)
    await checkLooks(owner, 'the owner’s list')
    await reach(owner, owner.getByRole('tab', { name: 'My list' }))
    await owner.keyboard.press('Home')
    await expect(owner.getByRole('tab', { name: 'Bidding' })).toBeFocused()
  })

  await test.step('a note, and a player chosen in the running order', async () => {
    await twice('s')
    await said('Started')
    await desk.keyboard.press('k')
    await expect(desk.getByLabel('For the evening')).toBeFocused()
    await desk.keyboard.type('Thank the groundsman')
    await desk.keyboard.press('Escape')
    await desk.keyboard.press('l')
    await expect(desk.getByRole('listbox', { name: /Players to come/ })).toBeFocused()
    await desk.keyboard.press('ArrowDown')
    await expect(desk.getByRole('option', { name: second })).toHaveAttribute('aria-selected', 'true')
    await key('o')
    await expect(owner.getByRole('heading', { name: second })).toBeVisible()
  })

  await test.step('bids from a paddle and from the hall, and a jump', async () => {
    await expect(bid).toBeEnabled()
    await expect(owner.getByText('On your list, up to ₹75 lakh')).toBeVisible()
    await pressAsShown(desk, '₹40 lakh', '1')
    await owner.keyboard.press('b')
    await expect(owner.getByText('₹40 lakh accepted')).toBeVisible()
    await said('Going once')
    await key('f')
    await desk.keyboard.press('a')
    await expect(price(owner)).toContainText('Hill Foxes')
    await expect(bid).toBeEnabled()
    await owner.keyboard.press('j')
    const jump = owner.getByRole('dialog', { name: 'Jump bid' })
    await press(owner, jump.getByRole('button', { name: 'More by ₹5 L' }))
    await press(owner, jump.getByRole('button', { name: /^Bid ₹/ }))
    await expect(jump).toHaveCount(0)
    await expect(price(desk)).toContainText('River Otters')
  })

  await test.step('sold, taken back, and sold again', async () => {
    await key('1')
    await said('Going once')
    await key('2')
    await said('Going twice')
    await twice('h')
    await said('Sold')
    await expect(price(owner)).toContainText('Sold to River Otters')
    await expect(desk.getByRole('button', { name: /^Reopen/ })).toBeEnabled()
    await keyTwice(desk, 'r')
    await said('The lot is open again')
    await expect(price(owner)).toContainText('River Otters lead')
    await twice('h')
    await expect(price(owner)).toContainText('Sold to River Otters')
  })

  await test.step('a message to all screens, and on again', async () => {
    await desk.keyboard.press('m')
    await desk.keyboard.type('Tea is served')
    await desk.keyboard.press('Enter')
    await expect(owner.getByRole('region', { name: 'Pause' })).toContainText('Tea is served')
    await key('p')
    await said('Resumed')
  })

  await test.step('unsold, recalled, and names from the teams', async () => {
    await key('n')
    await expect(desk.getByRole('heading', { name: first })).toBeVisible()
    await twice('u')
    await said('Unsold')
    await reach(desk, desk.getByRole('tab', { name: 'Order' }))
    await desk.keyboard.press('ArrowRight')
    await press(desk, desk.getByRole('button', { name: 'Recall all 1' }))
    await said('Recalled')
    await desk.keyboard.press('c')
    await expect(desk.getByLabel('Names from each team')).toBeVisible()
    await keyTwice(desk, 'c')
    await said('Names are called for')
    await checkLooks(desk, 'the desk while names are called for')
    const names = owner.getByRole('region', { name: 'Your names' })
    await press(owner, names.getByRole('button', { name: `Choose ${third}` }))
    await press(owner, names.getByRole('button', { name: 'Send the names' }))
    await expect(desk.getByText('1 of 2 teams have named')).toBeVisible()
    await keyTwice(desk, 'c')
    await said('The names are in')
    await key('n')
    await expect(owner.getByRole('heading', { name: third })).toBeVisible()
    await twice('u')
    await said('Unsold')
  })

  await test.step('found by name, withdrawn, and the end', async () => {
    await desk.keyboard.press('/')
    await desk.keyboard.type(first.slice(0, 5))
    await desk.keyboard.press('Enter')
    await expect(desk.getByRole('button', { name: /^Withdraw/ })).toBeEnabled()
    await keyTwice(desk, 'w')
    await said('Withdrawn')
    await checkLooks(desk, 'the desk')
    await keyTwice(desk, 'e')
    await expect(price(owner)).toContainText('The auction has ended')
    await desk.reload()
    const notes = desk.getByRole('tab', { name: 'Notes' })
    // The page is there before its keys are.
    await expect(async () => {
      await notes.focus()
      await desk.keyboard.press('Enter')
      await expect(notes).toHaveAttribute('aria-selected', 'true', { timeout: 500 })
    }).toPass()
    await expect(desk.getByLabel('For the evening')).toHaveValue('Thank the groundsman')
  })
})

test('CONSOLE-16, CONSOLE-17 a note stands where it is needed, and the same evening is trained with bots', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const { auctionId, players } = await makeNight(admin, ['auctioneer@gavel.test'])
  const desk = await signedIn(browser, 'auctioneer', `/auctions/${auctionId}/console`)
  const [first] = players.map(({ name }) => name)
  const { press: key, twice, said } = keysOf(desk)

  await test.step('a line for the first player', async () => {
    await expect(desk.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await desk.keyboard.press('k')
    await desk.getByLabel(`On ${first}`).fill('say it with a long a')
    await expect(desk.getByText('It stands on the desk')).toBeVisible()
  })
  await test.step('the copy has bots in every seat, and counts for nothing', async () => {
    await desk.getByRole('button', { name: 'Train with bots' }).click()
    await desk.waitForURL((url) => url.pathname.endsWith('/console') && !url.pathname.includes(auctionId))
    await expect(desk.getByText('Rehearsal', { exact: true })).toBeVisible()
    await expect(desk.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await twice('s')
    await said('Started')
    await key('o')
    const seats = desk.getByRole('region', { name: 'Teams' })
    await expect(seats.getByText('connected', { exact: true })).toHaveCount(2)
  })
  await test.step('call-outs are off until somebody asks', async () => {
    const voice = desk.getByRole('button', { name: 'Call-outs by voice' })
    await expect(voice).toHaveAttribute('aria-pressed', 'false')
    await desk.keyboard.press('v')
    await expect(voice).toHaveAttribute('aria-pressed', 'true')
    await desk.keyboard.press('v')
  })
  await test.step('the evening itself is untouched, and the note is read when the player is up', async () => {
    await desk.goto(`/auctions/${auctionId}/console`)
    await expect(desk.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await twice('s')
    await said('Started')
    await key('o')
    await expect(desk.getByRole('heading', { name: first })).toBeVisible()
    await expect(desk.getByText('Your note: say it with a long a')).toBeVisible()
  })
})
