import { expect, type Locator, type Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'

/** What an app shows for this secret in so many half minutes. */
export const codeIn = (secret: string, steps: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

/** Begins to set up codes, on the security page. */
export async function beginCodes(page: Page): Promise<{ setUp: Locator; secret: string }> {
  await page.getByRole('button', { name: 'Turn codes on' }).click()
  const setUp = page.getByRole('dialog', { name: 'Set up your app' })
  const secret = ((await setUp.getByTestId('totp-secret').textContent()) ?? '').replaceAll(' ', '')
  return { setUp, secret }
}

/** Turns codes on, on the security page. @returns the recovery codes */
export async function turnCodesOn(page: Page): Promise<string[]> {
  const { setUp, secret } = await beginCodes(page)
  await setUp.getByLabel('The code that the app shows').fill(codeIn(secret, 0))
  await setUp.getByRole('button', { name: 'Turn codes on' }).click()
  const shown = page.getByRole('dialog', { name: 'Your recovery codes' })
  await expect(shown.getByRole('listitem')).toHaveCount(10)
  const codes = await shown.getByRole('listitem').allTextContents()
  await shown.getByRole('button', { name: 'I have kept them' }).click()
  return codes
}
