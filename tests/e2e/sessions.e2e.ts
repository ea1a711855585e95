import { randomBytes } from 'node:crypto'
import type { Page } from '@playwright/test'
import { checkLooks } from './looks.ts'
import { makeAccount, PASSPHRASE, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const signIn = async (page: Page, email: string, next: string): Promise<void> => {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** The room of the demo league, as everybody finds it. */
const roomOf = async (page: Page): Promise<string> => {
  await page.goto('/events/friday-night-league')
  const link = page.getByRole('link', { name: /Watch the auction|Auction room|results/i }).first()
  return (await link.getAttribute('href')) ?? ''
}

test('SESSION-6 a person ends a session from another device, and the room that is open there closes at once', async ({
  browser,
}) => {
  const here = await someone(browser)
  await here.goto('/register?next=/account/sessions')
  const email = await makeAccount(here, 'Asha Rao')
  const list = here.getByRole('list', { name: 'Your sessions' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('Chrome on Linux')

  const there = await someone(browser, PHONE)
  await signIn(there, email, '/account/sessions')
  await expect(there.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')).toHaveCount(2)
  await checkLooks(there, 'the sessions on a phone')
  await there.goto(await roomOf(there))
  await expect(there.getByRole('heading', { level: 1 })).toBeVisible()

  await here.reload()
  await expect(list.getByRole('listitem').first()).toContainText('This one')
  await checkLooks(here, 'the sessions')
  await list.getByRole('button', { name: /^End/ }).click()
  await expect(here.getByText('Chrome on Linux is signed out')).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(1)

  await expect(there.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
  await there.getByRole('button', { name: 'Reload the page' }).click()
  await expect(there.getByRole('heading', { level: 1, name: /Auction room/ })).toBeVisible()
  await there.goto('/account')
  await expect(there).toHaveURL(/\/signin/)
})

test('BAN-1 an administrator shuts somebody out, who reads why at the door, and lets them in again', async ({
  browser,
}) => {
  const name = `Bala ${randomBytes(3).toString('hex')}`
  const person = await someone(browser, PHONE)
  await person.goto('/register?next=/account/sessions')
  const email = await makeAccount(person, name)
  await expect(person.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')).toHaveCount(1)
  await person.goto(await roomOf(person))
  await expect(person.getByRole('heading', { level: 1 })).toBeVisible()

  const admin = await signedIn(browser, 'admin', '/admin/people')
  await admin.getByLabel('Find somebody').fill(email)
  await admin.getByRole('button', { name: `Shut out: ${name}` }).click()
  const dialog = admin.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Shut out' }).click()
  await expect(dialog.getByText('Say why, in words for the person.')).toBeVisible()
  await dialog.getByLabel('Why').fill('Bids for others, twice warned.')
  await dialog.getByRole('button', { name: 'Shut out' }).click()
  await expect(admin.getByText(`${name} is shut out`, { exact: true })).toBeVisible()
  await expect(admin.getByRole('row', { name })).toContainText('Bids for others, twice warned.')
  await checkLooks(admin, 'somebody who is shut out')

  await expect(person.getByRole('heading', { name: 'This account is shut out' })).toBeVisible()
  await signIn(person, email, '/account')
  await expect(person.getByText('Bids for others, twice warned.')).toBeVisible()

  await admin.getByRole('button', { name: `Let in again: ${name}` }).click()
  await expect(admin.getByText(`${name} may come in again`)).toBeVisible()
  await signIn(person, email, '/account/sessions')
  await expect(person.getByRole('list', { name: 'Your sessions' }).getByRole('listitem')).toHaveCount(1)
})
