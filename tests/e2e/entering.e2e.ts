import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { atCheckout, CARDS, landed, landedIn, payByCard } from './checkout.ts'
import { enter, fillPlayer, makeEntered, openForm, payButton } from './entrants.ts'
import { letterTo } from './letters.ts'
import { checkLooks } from './looks.ts'
import { administrator, PHONE, signedIn, signIn, someone } from './people.ts'
import { expect, test } from './story.ts'

test('QUESTION-1, QUESTION-2, ELIGIBLE-2, ENTERED-1 what an organiser asks is asked, checked at its field, and read at the desk and in the file', async ({
  browser,
}) => {
  const event = await makeEntered(browser, {})
  const at = `/admin/events/${event.slug}`
  const desk = await administrator(browser)

  await test.step('the organiser builds the form, and sees it as a person will', async () => {
    await desk.goto(`${at}/entries`)
    const form = desk.getByRole('form', { name: 'Entries' })
    const preview = desk.getByRole('region', { name: 'Preview' })
    await form.getByLabel('Youngest').fill('16')
    await expect(preview.getByLabel('Date of birth')).toHaveAccessibleDescription(/At least 16 years on 1 March 2031/)
    await form.getByRole('button', { name: 'Add a question' }).click()
    await expect(form.getByLabel('Question', { exact: true })).toBeFocused()
    await desk.keyboard.type('Shirt size')
    await form.getByLabel('Answer', { exact: true }).selectOption('Choice')
    await form.getByLabel('Options').fill('Small\nMedium\nLarge')
    await form.getByLabel('Must be answered').check()
    await preview.getByLabel('Shirt size').selectOption('Medium')
    await checkLooks(desk, 'the form builder')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('2 changes saved')).toBeVisible()
  })

  const player = await signedIn(browser, 'player1', '/join', PHONE)
  await test.step('who is too young, or answers nothing, reads so at the field', async () => {
    const form = await openForm(player, event.slug)
    await fillPlayer(form)
    await form.getByLabel('Date of birth').fill('2019-05-04')
    await form.getByRole('button', { name: 'Register as a player' }).click()
    await expect(form.getByLabel('Date of birth')).toHaveAccessibleDescription(
      /Too young: at least 16 years on 1 March 2031/,
    )
    await expect(form.getByLabel('Shirt size')).toHaveAccessibleDescription(/Please answer this/)
    await checkLooks(player, 'an entry that is refused')
    await form.getByLabel('Date of birth').fill('1999-05-04')
    await form.getByLabel('Shirt size').selectOption('Medium')
    await form.getByRole('button', { name: 'Register as a player' }).click()
    await expect(player.getByText('Confirmed', { exact: true })).toBeVisible()
  })

  await test.step('the organiser reads the answers at the desk and in the file', async () => {
    await desk.goto(`${at}/people`)
    await desk.getByRole('button', { name: 'Look at the entry of Jaideep Sarvaiya' }).click()
    const sheet = desk.getByRole('dialog')
    await expect(sheet.getByRole('region', { name: 'Answers' })).toContainText('Shirt sizeMedium')
    await expect(sheet).toContainText('31, born 4 May 1999')
    await checkLooks(desk, 'an entry at the desk')
    await desk.keyboard.press('Escape')
    const coming = desk.waitForEvent('download')
    await desk.getByRole('link', { name: 'Download as CSV' }).click()
    const [heading = '', line = ''] = (await readFile(await (await coming).path(), 'utf8')).trim().split(/\r?\n/)
    expect(heading).toMatch(/,Shirt size$/)
    expect(line).toMatch(/^Jaideep Sarvaiya,.*,1999-05-04,.*,Medium$/)
  })
})

test('LINE-4, OFFER-1 where places are full people wait in order, and who is next takes what somebody leaves', async ({
  browser,
}) => {
  const event = await makeEntered(browser, { places: 1, offerMs: 3_600_000 })
  const { slug } = event
  const first = await signedIn(browser, 'fan', '/join')
  await enter(first, slug)
  await expect(first.getByText('Confirmed', { exact: true })).toBeVisible()

  const second = await signedIn(browser, 'player1', '/join', PHONE)
  const waits = async (page: Page) => {
    const form = await openForm(page, slug, 'Join the waiting list as a player')
    await fillPlayer(form)
    await form.getByRole('button', { name: 'Join the waiting list' }).click()
  }
  await waits(second)
  await expect(second.getByText('Waiting list, place 1')).toBeVisible()
  const third = await signedIn(browser, 'owner3', '/join')
  await waits(third)
  await expect(third.getByText('Waiting list, place 2')).toBeVisible()
  await expect(third.getByText(/You are number 2 in line/)).toBeVisible()

  await first.getByRole('button', { name: 'Withdraw' }).click()
  await first.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
  await expect(first.getByText('Withdrawn', { exact: true })).toBeVisible()

  await letterTo('player1@gavel.test', `A place in ${event.name} is free for you`)
  await second.reload()
  await expect(second.getByText('A place is offered')).toBeVisible()
  await expect(second.getByRole('timer')).toBeVisible()
  await checkLooks(second, 'a place that is offered')
  await second.getByRole('button', { name: 'Take the place' }).click()
  await expect(second.getByText('Confirmed', { exact: true })).toBeVisible()
  await third.reload()
  await expect(third.getByText('Waiting list, place 1')).toBeVisible()
})

test('GROUP-1, GROUP-2, FEE-1 a captain holds two places, a member joins by the link, and both are in once both have paid', async ({
  browser,
}) => {
  const { slug } = await makeEntered(browser, { players: { fee: 50_000, seats: 4 } })
  const captain = await signedIn(browser, 'player1', '/join')
  const form = await openForm(captain, slug)
  await fillPlayer(form)
  await form.getByLabel('Enter for').selectOption('A group of 2, myself and 1 more')
  await expect(form.getByText('₹500 each, ₹1,000 for 2')).toBeVisible()
  await form.getByRole('button', { name: 'Register as a player' }).click()
  await expect(captain.getByText('1 of 2 seats open')).toBeVisible()
  await expect(captain.getByText(/Your place is held until/)).toBeVisible()
  await checkLooks(captain, 'a group that is to be paid')
  await captain.getByRole('button', { name: 'Show a code' }).click()
  const link = (await captain.getByRole('dialog').locator('output').textContent()) ?? ''
  await captain.keyboard.press('Escape')
  await payButton(captain).click()
  await atCheckout(captain)
  await payByCard(captain, CARDS.pays)
  await landed(captain)
  await expect(captain.getByRole('heading', { name: 'Your seat is paid' })).toBeVisible()

  const member = await someone(browser, PHONE)
  const { pathname, search } = new URL(link)
  await member.goto(pathname + search)
  await expect(member.getByRole('heading', { name: /^Fees / })).toBeVisible()
  await checkLooks(member, 'the link of a group, for a guest')
  await member.getByRole('link', { name: 'Sign in to take the seat' }).click()
  await signIn(member, 'owner3')
  await expect(member.getByRole('heading', { name: 'A seat in the group of Jaideep Sarvaiya' })).toBeVisible()
  const seat = member.getByRole('form', { name: 'Take the seat' })
  await fillPlayer(seat)
  await checkLooks(member, 'a seat of a group')
  await seat.getByRole('button', { name: 'Take the seat' }).click()
  await member.waitForURL(`**/events/${slug}`)
  await payButton(member).click()
  await atCheckout(member)
  await payByCard(member, CARDS.pays)
  await landedIn(member)

  await captain.goto(`/events/${slug}`)
  await expect(captain.getByText('Confirmed', { exact: true })).toBeVisible()
  await expect(captain.getByText('All 2 seats taken')).toBeVisible()
  for (const name of ['Jaideep Sarvaiya', 'Leopold Fernandes'])
    await expect(captain.getByRole('listitem').filter({ hasText: `${name}Batter` })).toBeVisible()
})
