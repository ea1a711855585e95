import type { Page } from '@playwright/test'
import { atCheckout, CARDS, chargesFor, landed, landedIn, payByCard, payByDebit, settle } from './checkout.ts'
import { enterByHand, inPool, makeEntered, newName } from './entrants.ts'
import { enter, FEE_AMOUNT, payButton, payer } from './fees.ts'
import { keyTwice } from './key-twice.ts'
import { letterTo } from './letters.ts'
import { checkLooks } from './looks.ts'
import { makeAccount, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const row = (desk: Page, name: string) =>
  desk.getByRole('table', { name: 'Payments' }).getByRole('row').filter({ hasText: name })

test('PAYSTORY-1 an organiser sets a fee, a player pays it and is in the pool, and is given a part back', async ({
  browser,
}) => {
  const { admin: desk, ...event } = await makeEntered(browser, {})
  const at = `/admin/events/${event.slug}`
  const player = await someone(browser, PHONE)
  const name = newName()

  await test.step('the organiser sets the fee', async () => {
    await desk.goto(`${at}/entries`)
    const form = desk.getByRole('form', { name: 'Entries' })
    await form.getByLabel('Fee of a player').fill('500')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('1 change saved')).toBeVisible()
    await checkLooks(desk, 'the entries of an event')
  })

  await test.step('a player enters, and a place is held', async () => {
    await player.goto(`/register?next=/events/${event.slug}`)
    await makeAccount(player, name)
    await player.waitForURL(`**/events/${event.slug}`)
    await enterByHand(player, event.slug)
    await expect(player.getByText('To be paid', { exact: true })).toBeVisible()
    await expect(player.getByText(/Your place is held until/)).toBeVisible()
    await checkLooks(player, 'an entry that is to be paid')
  })

  let payment = ''
  await test.step('pays on the checkout page, and is in', async () => {
    await payButton(player).click()
    await atCheckout(player)
    await expect(player.getByText(`Entry fee, ${event.name}`)).toBeVisible()
    await payByCard(player, CARDS.pays)
    payment = await landedIn(player)
    await checkLooks(player, 'the page after paying')
    await player.getByRole('link', { name: 'Go to the event' }).click()
    await expect(player.getByText('Confirmed', { exact: true })).toBeVisible()
    await expect(player.getByText(/You are in\. You are in the pool/)).toBeVisible()
    await expect(inPool(player, name)).toBeVisible()
    await player.goto(`/auctions/${event.auctionId}`)
    await expect(player.getByRole('main').getByText(name).first()).toBeAttached()
    expect((await chargesFor(payment)).map(({ amount }) => amount)).toEqual([FEE_AMOUNT])
  })

  await test.step('the organiser sees it paid, and gives a part back', async () => {
    await desk.goto(`${at}/payments`)
    await expect(row(desk, name)).toContainText('₹500')
    await expect(row(desk, name)).toContainText('Paid online')
    await row(desk, name)
      .getByRole('button', { name: `Give back to ${name}` })
      .click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('How much').fill('200')
    await expect(dialog.getByText('₹200 of ₹500 goes back; ₹300 stays.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Hold to give back ₹200' }).focus()
    await keyTwice(desk, 'Enter')
    await expect(desk.getByText(`₹200 goes back to ${name}`)).toBeVisible()
    await expect(row(desk, name)).toContainText('₹200 back')
    await checkLooks(desk, 'the payments of an event')
    await desk.setViewportSize(PHONE.viewport)
    await checkLooks(desk, 'the payments of an event on a phone')
  })

  await test.step('the player reads of it on the payment’s page, the receipt, the own payments and in the inbox', async () => {
    await player.goto(`/payments/${payment}`)
    await expect(player.getByText('₹500 paid online')).toBeVisible()
    await expect(player.getByText('₹200 given back')).toBeVisible()
    await checkLooks(player, 'a payment')
    await player.getByRole('link', { name: 'Receipt' }).click()
    await expect(player.getByRole('row', { name: 'Paid in the end' })).toContainText('₹300')
    await checkLooks(player, 'a receipt')
    await player.goto('/account/payments')
    await expect(player.getByRole('link', { name: `Entry fee, ${event.name}`, exact: true })).toBeVisible()
    await checkLooks(player, 'one’s own payments')
    await player.goto('/inbox')
    const told = player.getByRole('list', { name: 'Notifications' })
    await expect(told.getByText(`Paid: Entry fee, ${event.name}`)).toBeVisible()
    await expect(told.getByText(`Given back: Entry fee, ${event.name}`)).toBeVisible()
  })
  expect((await chargesFor(payment)).map((charge) => charge.amount_refunded)).toEqual([20_000])
})

test('PAYSTORY-2 a card that is declined says so, on either page, and another card pays', async ({ browser }) => {
  const { page: player } = await payer(browser)
  await payButton(player).click()
  await atCheckout(player)
  await payByCard(player, CARDS.declined)
  await expect(player.getByRole('alert')).toHaveText('Your card was declined.')

  // Whoever goes back is told of it there too, and comes to the same page.
  await player.getByRole('link', { name: /without paying$/ }).click()
  await expect(player.getByText('The payment did not go through')).toBeVisible()
  await expect(player.getByText('Nothing was charged')).toBeVisible()
  await player.getByRole('link', { name: 'Pay with another card' }).click()
  await atCheckout(player)
  await payByCard(player, CARDS.pays)
  expect(await chargesFor(await landedIn(player))).toHaveLength(1)
})

test('PAYSTORY-3 who goes back from the page keeps the place, is told how long, and comes to the same page again', async ({
  browser,
}) => {
  const { page: player, slug } = await payer(browser)
  await payButton(player).click()
  const session = await atCheckout(player)
  await player.getByRole('link', { name: /without paying$/ }).click()
  await expect(player.getByText('Your place is kept until')).toBeVisible()
  await expect(player.getByRole('timer')).toBeVisible()
  await expect(player.getByRole('link', { name: 'Continue to the payment page' })).toBeVisible()
  await checkLooks(player, 'a payment that was begun')

  await player.goto(`/events/${slug}`)
  await expect(player.getByText(/Your place is held until/)).toBeVisible()
  await payButton(player).click()
  expect(await atCheckout(player)).toBe(session)
  await payByCard(player, CARDS.pays)
  await landedIn(player)
})

test('PAYSTORY-7 a slow payment keeps the place until the money is there', async ({ browser }) => {
  const { page: player, slug } = await payer(browser)
  await payButton(player).click()
  const session = await atCheckout(player)
  await payByDebit(player)
  const payment = await landed(player)
  await expect(player.getByRole('heading', { name: 'Your payment is on its way' })).toBeVisible()
  await player.goto(`/events/${slug}`)
  await expect(player.getByText('To be paid', { exact: true })).toBeVisible()

  await settle(session, 'succeeded')
  await expect(player.getByText('Confirmed', { exact: true })).toBeVisible()
  await player.goto(`/payments/${payment}`)
  await expect(player.getByText('₹500 paid online')).toBeVisible()
})

test('PAYSTORY-8 a slow payment that fails is told of, and another way pays while the place is held', async ({
  browser,
}) => {
  const { page: player } = await payer(browser)
  await payButton(player).click()
  const session = await atCheckout(player)
  await payByDebit(player)
  const payment = await landed(player)
  await settle(session, 'failed')
  await player.goto(`/payments/${payment}`)
  await expect(player.getByText('The payment did not go through')).toBeVisible()
  await player.getByRole('button', { name: 'Pay ₹500 again' }).click()
  expect(await atCheckout(player)).not.toBe(session)
  await payByCard(player, CARDS.pays)
  expect(await landedIn(player)).toBe(payment)
  expect(await chargesFor(payment)).toHaveLength(1)
})

test('PAYSTORY-9 a fee that is paid in cash is noted with a reference, and the player is in', async ({ browser }) => {
  const { page: player, admin: desk, ...event } = await payer(browser)
  const name = 'Jaideep Sarvaiya'
  await desk.goto(`/admin/events/${event.slug}/payments`)
  await expect(row(desk, name).getByText('Owes', { exact: true })).toBeVisible()
  await row(desk, name)
    .getByRole('button', { name: /^Mark as paid: ₹500/ })
    .click()
  const form = desk.getByRole('form', { name: 'Mark as paid' })
  await form.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(form.getByLabel('Reference')).toHaveAccessibleDescription(/Give a reference/)
  await form.getByLabel('How').selectOption('In cash')
  await form.getByLabel('Reference').fill('Receipt 17')
  await form.getByRole('button', { name: 'Mark as paid' }).click()
  await expect(desk.getByText(`₹500 of ${name} noted as paid`)).toBeVisible()
  await expect(row(desk, name)).toContainText('Paid in cash')
  await expect(row(desk, name)).toContainText('Receipt 17')

  await expect(player.getByText('Confirmed', { exact: true })).toBeVisible()
  await player.goto('/account/payments')
  await player.getByRole('link', { name: `Entry fee, ${event.name}`, exact: true }).click()
  await expect(player.getByText('₹500 paid in cash')).toBeVisible()
  await expect(player.getByText('Reference Receipt 17.')).toBeVisible()
})

test('PAYSTORY-11 who withdraws is told before what comes back, and gets that much', async ({ browser }) => {
  const terms = { players: { fee: FEE_AMOUNT }, refunds: [{ untilMs: Date.UTC(2031, 1, 1), percent: 50 }] }
  const { slug, name } = await makeEntered(browser, terms)
  const player = await signedIn(browser, 'player1', '/join')
  await enter(player, slug)
  await player.goto(`/events/${slug}`)
  await payButton(player).click()
  await atCheckout(player)
  await payByCard(player, CARDS.pays)
  const payment = await landedIn(player)

  await player.getByRole('link', { name: 'Go to the event' }).click()
  await player.getByRole('button', { name: 'Withdraw' }).click()
  const dialog = player.getByRole('dialog')
  await expect(dialog.getByText('You get back 50 %: ₹250 of ₹500.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await expect(player.getByText('Withdrawn', { exact: true })).toBeVisible()
  await letterTo('player1@gavel.test', `Given back: Entry fee, ${name}`)
  await player.goto(`/payments/${payment}`)
  await expect(player.getByText('₹250 given back')).toBeVisible()
  expect((await chargesFor(payment)).map((charge) => charge.amount_refunded)).toEqual([FEE_AMOUNT / 2])
})
