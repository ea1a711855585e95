import type { Browser, Page } from '@playwright/test'
import { beginCodes, codeIn } from './codes.ts'
import { checkLooks } from './looks.ts'
import { isAt, makeAccount, PASSPHRASE, someone } from './people.ts'
import { expect, test } from './story.ts'

/** A browser that has given the right password, and is asked for the second step. */
async function halfIn(browser: Browser, email: string): Promise<Page> {
  const page = await someone(browser)
  await page.goto('/signin?next=/account/security')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('form', { name: 'Second step' })).toBeVisible()
  return page
}

test('FACTOR-1, FACTOR-4 a code is asked for after the password, and a recovery code stands in for it once', async ({
  browser,
}) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Ravi Iyer')
  await checkLooks(page, 'the security page')

  const { setUp, secret } = await beginCodes(page)
  const first = setUp.getByLabel('The code that the app shows')
  await first.fill('000000')
  await setUp.getByRole('button', { name: 'Turn codes on' }).click()
  await expect(setUp.getByRole('alert')).toBeVisible()
  await first.fill(codeIn(secret, 0))
  await setUp.getByRole('button', { name: 'Turn codes on' }).click()
  const shown = page.getByRole('dialog', { name: 'Your recovery codes' })
  await expect(shown.getByRole('listitem')).toHaveCount(10)
  const codes = await shown.getByRole('listitem').allTextContents()
  await checkLooks(page, 'the recovery codes')
  await shown.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByText('10 of 10')).toBeVisible()

  const byApp = await halfIn(browser, email)
  await byApp.getByLabel('Code').fill('000000')
  await byApp.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(byApp.getByRole('alert').filter({ hasText: 'That code did not work' })).toBeVisible()
  // The code of now was used to turn codes on; the next one is good already, for phones whose clocks go before.
  await byApp.getByLabel('Code').fill(codeIn(secret, 1))
  await byApp.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isAt(byApp, '/account/security')

  const [code = ''] = codes
  const lost = await halfIn(browser, email)
  await lost.getByRole('button', { name: 'Use a recovery code' }).click()
  await lost.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '))
  await lost.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isAt(lost, '/account/security')
  await expect(lost.getByText('9 of 10')).toBeVisible()

  const again = await halfIn(browser, email)
  await again.getByRole('button', { name: 'Use a recovery code' }).click()
  await again.getByLabel('Recovery code').fill(code)
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again.getByRole('alert').filter({ hasText: 'That code did not work' })).toBeVisible()

  await lost.getByRole('button', { name: 'Turn codes off' }).click()
  await lost.getByRole('dialog').getByRole('button', { name: 'Turn codes off' }).click()
  await expect(lost.getByRole('button', { name: 'Turn codes on' })).toBeVisible()
})
