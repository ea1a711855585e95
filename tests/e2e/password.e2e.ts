import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { inboxPage, lettersTo, letterTo, pathIn } from './letters.ts'
import { checkLooks } from './looks.ts'
import { askForAccount, isAt, makeAccount, newAddress, PASSPHRASE, PHONE, someone } from './people.ts'
import { expect, test } from './story.ts'

const OTHER = 'quite another passphrase'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/signin?next=/account/security')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const isIn = (page: Page) => expect(page.getByRole('heading', { name: 'Your account' })).toBeVisible()
const isNotIn = (page: Page) => expect(page.getByText('Wrong e-mail or password')).toBeVisible()

/** Asks for a letter by which to choose another password, on the page for it. */
async function askForLetter(page: Page, email: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Choose another password' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText('The link works for one hour')).toBeVisible()
}

test('MAIL-1 a new account is opened by its letter, read in the inbox of this machine, and goes on where it was', async ({
  browser,
}) => {
  const page = await someone(browser, PHONE)
  await page.goto('/register?next=/events')
  const email = await askForAccount(page, 'Asha Rao')
  await expect(page.getByText(`We have written to ${email}`)).toBeVisible()
  await checkLooks(page, 'a letter is on its way')
  await letterTo(email, 'Confirm your address to open your Gavel account')

  const early = await someone(browser)
  await signIn(early, email, PASSPHRASE)
  await isNotIn(early)
  await expect(early.getByText('open the link that we sent you')).toBeVisible()

  const reader = await someone(browser, PHONE)
  await reader.goto(inboxPage(email))
  await reader.getByRole('link', { name: /Confirm your address/ }).click()
  const [opened] = await Promise.all([
    reader.waitForEvent('popup'),
    reader.frameLocator('iframe').getByRole('link', { name: 'Confirm this address' }).click(),
  ])
  await expect(opened.getByText(email)).toBeVisible()
  await checkLooks(opened, 'opening an account')
  await opened.getByLabel('Your password').fill('not the one I chose')
  await opened.getByRole('button', { name: 'Open the account' }).click()
  await expect(opened.getByText('This is not the password of the account')).toBeVisible()
  await opened.getByLabel('Your password').fill(PASSPHRASE)
  await opened.getByRole('button', { name: 'Open the account' }).click()
  await isAt(opened, '/events')
  await expect(opened.getByRole('button', { name: 'Your account, Asha Rao' })).toBeVisible()

  // The link was for once, and the address is taken: whoever tries it reads the same as everybody.
  await opened.goto(pathIn(await letterTo(email, 'Confirm your address to open your Gavel account')))
  await expect(opened.getByText('This link no longer works')).toBeVisible()
  const second = await someone(browser)
  await second.goto('/register')
  await askForAccount(second, 'Mallory', email)
  await expect(second.getByText(`We have written to ${email}`)).toBeVisible()
  await letterTo(email, 'You have a Gavel account already')
})

test('MAIL-3 who forgot the password chooses another one by letter, and every device is signed out', async ({
  browser,
}) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Ravi Prabhakaran')
  await isIn(page)

  const phone = await someone(browser, PHONE)
  await phone.goto('/signin')
  await phone.getByRole('link', { name: 'Forgot your password?' }).click()
  await askForLetter(phone, email)
  const stranger = newAddress()
  await page.goto('/forgot')
  await askForLetter(page, stranger)

  await phone.goto(pathIn(await letterTo(email, 'Choose another password for Gavel')))
  await phone.getByLabel('New password').fill('qwertyuiop')
  await phone.getByRole('button', { name: 'Use this password' }).click()
  await expect(phone.getByText('This password is in lists of leaked passwords')).toBeVisible()
  await checkLooks(phone, 'choosing another password')
  await phone.getByLabel('New password').fill(OTHER)
  await phone.getByRole('button', { name: 'Use this password' }).click()
  await expect(phone.getByRole('button', { name: 'Your account, Ravi Prabhakaran' })).toBeVisible()
  await letterTo(email, 'Your Gavel password was changed')
  expect(await lettersTo(stranger)).toEqual([])

  await page.goto('/account/security')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await signIn(page, email, PASSPHRASE)
  await isNotIn(page)
  await signIn(page, email, OTHER)
  await isIn(page)
})

test('MAIL-6 another address and another password: both are told to whom they concern', async ({ browser }) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Zoë Halloran')
  const elsewhere = await someone(browser, PHONE)
  await signIn(elsewhere, email, PASSPHRASE)
  await isIn(elsewhere)
  await checkLooks(elsewhere, 'security')

  await page.getByLabel('New password').fill(OTHER)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('Your password was changed, and one other device was signed out')).toBeVisible()
  await elsewhere.goto('/account/security')
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  const wanted = `zoe-${randomBytes(4).toString('hex')}@example.test`
  await page.getByLabel('New address').fill(wanted)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await expect(page.getByText(`We have written to ${wanted}`)).toBeVisible()
  await page.goto(pathIn(await letterTo(wanted, 'Confirm your address for Gavel')))
  await page.getByRole('button', { name: 'Use this address' }).click()
  await expect(page.getByText('This is the address of your account now')).toBeVisible()
  await letterTo(email, 'Your Gavel account has another address')
  await signIn(elsewhere, email, OTHER)
  await isNotIn(elsewhere)
  await signIn(elsewhere, wanted, OTHER)
  await isIn(elsewhere)
})

test('GUESS-1 who guesses waits, with the right password too, until a letter lifts it', async ({ browser }) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Ilse Hallenbach')
  const guesser = await someone(browser)
  for (let turn = 0; turn < 5; turn++) {
    await signIn(guesser, email, `a guess of mine ${turn}`)
    await isNotIn(guesser)
  }
  await signIn(guesser, email, PASSPHRASE)
  await expect(guesser.getByText(/Wait \d+ seconds, then try again with the right password/)).toBeVisible()
  await guesser.getByRole('link', { name: 'Forgot your password?' }).click()
  await askForLetter(guesser, email)
  await guesser.goto(pathIn(await letterTo(email, 'Choose another password for Gavel')))
  await guesser.getByLabel('New password').fill(OTHER)
  await guesser.getByRole('button', { name: 'Use this password' }).click()
  await expect(guesser.getByRole('button', { name: 'Your account, Ilse Hallenbach' })).toBeVisible()
})

test('MAIL-5 a new account whose password nobody knows any more is opened by choosing another', async ({ browser }) => {
  const page = await someone(browser)
  await page.goto('/register')
  const email = await askForAccount(page, 'Caspian Yadav')
  await letterTo(email, 'Confirm your address to open your Gavel account')
  await page.goto('/forgot')
  await askForLetter(page, email)
  await page.goto(pathIn(await letterTo(email, 'Choose another password for Gavel')))
  await page.getByLabel('New password').fill(OTHER)
  await page.getByRole('button', { name: 'Use this password' }).click()
  await expect(page.getByRole('button', { name: 'Your account, Caspian Yadav' })).toBeVisible()
})
