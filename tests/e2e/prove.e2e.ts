import type { Page } from '@playwright/test'
import { turnCodesOn } from './codes.ts'
import { checkLooks } from './looks.ts'
import { isAt, makeAccount, PASSPHRASE, PHONE, someone } from './people.ts'
import { provedLongAgo } from './proofs.ts'
import { expect, test } from './story.ts'

const isItYou = (page: Page) => page.getByRole('dialog', { name: 'Is it you?' })

test('ACCOUNT-9, SECURITY-2 who comes back later shows by password who is there, before the password is changed and data is taken along', async ({
  browser,
}) => {
  const page = await someone(browser, PHONE)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Nadia Fernandes')
  await provedLongAgo(email)

  const asked = isItYou(page)
  await page.getByLabel('New password').fill('quite another passphrase')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await checkLooks(page, 'the question who is there')
  await asked.getByLabel('Your password').fill('quite another passphrase')
  await asked.getByRole('button', { name: 'Go on' }).click()
  await expect(asked.getByRole('alert')).toContainText('That did not fit your account')
  // Thought better of it: what was typed is there, and nothing happened.
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(page.getByLabel('New password')).toHaveValue('quite another passphrase')
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await asked.getByLabel('Your password').fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your password was changed')).toBeVisible()

  await page.goto('/account/data')
  await provedLongAgo(email)
  await page.getByRole('button', { name: 'Download everything' }).click()
  await asked.getByLabel('Your password').fill('quite another passphrase')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    asked.getByRole('button', { name: 'Go on' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.json$/)
})

test('ACCOUNT-9, FACTOR-4 a recovery code shows once who is there, and an account asks before it is deleted', async ({
  browser,
}) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Otto Brandvold')
  const [code = '', ended = ''] = await turnCodesOn(page)
  await provedLongAgo(email)

  const asked = isItYou(page)
  const show = async (typed: string) => {
    await asked.getByLabel(/^Code of your app/).fill(typed)
    await asked.getByRole('button', { name: 'Go on' }).click()
  }
  await page.getByRole('button', { name: 'New recovery codes' }).click()
  const sure = page.getByRole('dialog', { name: 'Make new recovery codes?' })
  await sure.getByRole('button', { name: 'New recovery codes' }).click()
  await asked.getByRole('button', { name: 'Use a code' }).click()
  await show(code)
  const renewed = page.getByRole('dialog', { name: 'Your recovery codes' })
  await expect(renewed.getByRole('listitem')).toHaveCount(10)
  const [fresh = ''] = await renewed.getByRole('listitem').allTextContents()
  await renewed.getByRole('button', { name: 'I have kept them' }).click()

  await page.goto('/account/data')
  await provedLongAgo(email)
  await page.getByRole('button', { name: 'Delete the account' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/Type your e-mail/)
    .fill(email)
  await page.getByRole('button', { name: 'Delete the account for good' }).click()
  await asked.getByRole('button', { name: 'Use a code' }).click()
  await show(ended)
  await expect(asked.getByRole('alert')).toContainText('That did not fit your account')
  await show(fresh)
  await isAt(page, '/')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
})
