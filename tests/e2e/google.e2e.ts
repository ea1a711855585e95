import { type Browser, expect, type Page } from '@playwright/test'
import { turnCodesOn } from './codes.ts'
import { checkLooks } from './looks.ts'
import { isAt, makeAccount, newAddress, PASSPHRASE, someone } from './people.ts'
import { test } from './story.ts'

type Somebody = { email: string; name?: string; verified?: boolean; mistake?: string }

/** Leaves the sign-in page for Google. */
async function goToGoogle(page: Page, next = '/account'): Promise<void> {
  await page.goto(`/signin?next=${encodeURIComponent(next)}`)
  await page.getByRole('button', { name: 'Continue with Google' }).click()
  await expect(page.getByRole('heading', { name: 'Choose an account for Gavel' })).toBeVisible()
}

/** Says on Google's page who is to be signed in. */
async function choose(page: Page, { email, name = 'Asha Rao', verified = true, mistake }: Somebody): Promise<void> {
  const form = page.getByRole('form', { name: 'Another account' })
  await form.getByLabel('E-mail').fill(email)
  await form.getByLabel('Name').fill(name)
  await form.getByLabel('Google has verified the address').setChecked(verified)
  if (mistake) await form.getByLabel('A mistake on purpose').selectOption({ label: mistake })
  await form.getByRole('button', { name: 'Go on' }).click()
}

async function expectGuest(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
}

/** A browser that has been to Google and holds back on the way home. @returns it and the address that it would go to */
async function heldBack(browser: Browser, email: string): Promise<{ page: Page; home: string }> {
  const page = await someone(browser)
  await goToGoogle(page)
  const form = page.getByRole('form', { name: 'Another account' })
  const { action, fields } = await form.evaluate((element: HTMLFormElement) => ({
    action: element.action,
    fields: Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, String(value)])),
  }))
  const answer = await page.request.post(action, { form: { ...fields, email }, maxRedirects: 0 })
  const home = answer.headers().location ?? ''
  expect(home).toContain('code=')
  return { page, home }
}

test('GOOGLE-1 somebody new signs in with Google, and is the same person the next time', async ({ browser }) => {
  const email = newAddress()
  const first = await someone(browser)
  await goToGoogle(first)
  await choose(first, { email, name: 'Kiran Desai' })
  await isAt(first, '/account')
  await expect(first.getByRole('button', { name: 'Your account, Kiran Desai' })).toBeVisible()

  const second = await someone(browser)
  await goToGoogle(second, '/account/security')
  await second.getByRole('form', { name: email }).getByRole('button').click()
  await isAt(second, '/account/security')
  await expect(second.getByRole('button', { name: 'Your account, Kiran Desai' })).toBeVisible()
  await expect(second.getByRole('heading', { name: 'Google' })).toBeVisible()
  // Nothing else is left to sign in by.
  await second.getByRole('button', { name: 'Unlink Google' }).click()
  await expect(second.getByText('your only way to sign in')).toBeVisible()
})

test('GOOGLE-1 who cancels at Google is not signed in, and is told so', async ({ browser }) => {
  const page = await someone(browser)
  await goToGoogle(page)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Google did not sign you in' })).toBeVisible()
  await expectGuest(page)
})

test('GOOGLE-1 an answer with another nonce signs nobody in', async ({ browser }) => {
  const page = await someone(browser)
  await goToGoogle(page)
  await choose(page, { email: newAddress(), mistake: 'Answer with another nonce' })
  await expect(page.getByRole('alert').filter({ hasText: 'not good here' })).toBeVisible()
  await expectGuest(page)
})

test('GOOGLE-1 a code is good once: replayed, here or in another browser, it signs nobody in', async ({ browser }) => {
  const { page, home } = await heldBack(browser, newAddress())
  await page.goto(home)
  await isAt(page, '/account')
  await page.context().clearCookies({ name: 'gavel.session' })
  await page.goto(home)
  await expect(page.getByRole('alert').filter({ hasText: 'not good here' })).toBeVisible()
  await expectGuest(page)
  const thief = await someone(browser)
  await thief.goto(home)
  await expect(thief.getByRole('alert').filter({ hasText: 'not good here' })).toBeVisible()
  await expectGuest(thief)
})

test('GOOGLE-1 an answer to another browser’s question signs nobody in', async ({ browser }) => {
  const attacker = await heldBack(browser, newAddress())
  // The victim has a question of their own under way, so that its state is compared and not only missed.
  const victim = await heldBack(browser, newAddress())
  await victim.page.goto(attacker.home)
  await expect(victim.page.getByRole('alert').filter({ hasText: 'not good here' })).toBeVisible()
  await expectGuest(victim.page)
})

test('GOOGLE-3, GOOGLE-4 an account with the address is entered by its owner alone, who links it and undoes it', async ({
  browser,
}) => {
  const owner = await someone(browser)
  await owner.goto('/register?next=/account/security')
  const email = await makeAccount(owner, 'Meera Nair')

  const other = await someone(browser)
  await goToGoogle(other)
  await choose(other, { email, name: 'Meera Nair' })
  await expect(other.getByRole('alert').filter({ hasText: 'has an account here already' })).toBeVisible()
  await expectGuest(other)

  await owner.getByRole('button', { name: 'Link Google' }).click()
  await choose(owner, { email: newAddress(), name: 'Meera at Google' })
  await expect(owner.getByText('Google is linked')).toBeVisible()
  await expect(owner.getByRole('button', { name: 'Your account, Meera Nair' })).toBeVisible()

  await goToGoogle(other, '/account/security')
  await other
    .getByRole('button', { name: /Meera at Google/ })
    .first()
    .click()
  await isAt(other, '/account/security')
  await expect(other.getByRole('button', { name: 'Your account, Meera Nair' })).toBeVisible()

  await owner.getByRole('button', { name: 'Unlink Google' }).click()
  await expect(owner.getByRole('button', { name: 'Link Google' })).toBeVisible()
  // The password of before is there as it was.
  const again = await someone(browser)
  await again.goto('/signin?next=/account')
  await again.getByLabel('E-mail').fill(email)
  await again.getByLabel('Password').fill(PASSPHRASE)
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isAt(again, '/account')
})

test('GOOGLE-5 an account that asks for codes asks for one after Google too', async ({ browser }) => {
  const email = newAddress()
  const owner = await someone(browser)
  await goToGoogle(owner, '/account/security')
  await choose(owner, { email, name: 'Tara Singh' })
  await isAt(owner, '/account/security')
  const [code = ''] = await turnCodesOn(owner)

  const page = await someone(browser)
  await goToGoogle(page, '/account/security')
  await page.getByRole('form', { name: email }).getByRole('button').click()
  const second = page.getByRole('form', { name: 'Second step' })
  await expect(second).toBeVisible()
  await checkLooks(page, 'the second step')
  await second.getByRole('button', { name: 'Use a recovery code' }).click()
  await second.getByLabel('Recovery code').fill(code)
  await second.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isAt(page, '/account/security')
  await expect(page.getByText('9 of 10')).toBeVisible()
})
