import type { CDPSession, Page } from '@playwright/test'
import { checkLooks } from './looks.ts'
import { isAt, makeAccount, someone } from './people.ts'
import { provedLongAgo } from './proofs.ts'
import { expect, test } from './story.ts'

/** A device with passkeys in this browser, whose person is there and is known to it. */
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { cdp, authenticatorId }
}

async function signInByPasskey(page: Page): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/signin?next=/account/security')
  await page.getByRole('button', { name: 'Use a passkey' }).click()
}

test('PASSKEY-1, PASSKEY-2, PASSKEY-7, ACCOUNT-9 a passkey is added, named, signs in by itself for its person alone, shows who is there, and is removed', async ({
  browser,
}) => {
  const page = await someone(browser)
  await page.goto('/register?next=/account/security')
  const email = await makeAccount(page, 'Farah Khan')
  const { cdp, authenticatorId } = await device(page)

  await page.getByRole('button', { name: 'Add a passkey' }).click()
  const list = page.getByRole('list', { name: 'Your passkeys' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  // The device has one already, and says so.
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(page.getByText('has a passkey for your account already')).toBeVisible()
  await list.getByRole('button', { name: /^Rename/ }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Farah’s phone')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(list.getByText('Farah’s phone')).toBeVisible()
  await checkLooks(page, 'the passkeys')

  await signInByPasskey(page)
  await isAt(page, '/account/security')
  await expect(page.getByRole('button', { name: 'Your account, Farah Khan' })).toBeVisible()
  await expect(list.getByText('last used')).toBeVisible()

  // Somebody else holds the device.
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await signInByPasskey(page)
  await expect(page.getByRole('alert').filter({ hasText: 'No passkey was used' })).toBeVisible()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await signInByPasskey(page)
  await isAt(page, '/account/security')

  await provedLongAgo(email)
  await list.getByRole('button', { name: 'Remove Farah’s phone' }).click()
  await page.getByRole('dialog', { name: 'Remove Farah’s phone?' }).getByRole('button', { name: 'Remove' }).click()
  await page.getByRole('dialog', { name: 'Is it you?' }).getByRole('button', { name: 'Use a passkey' }).click()
  await expect(page.getByText('No passkeys yet')).toBeVisible()
  await signInByPasskey(page)
  await expect(page.getByRole('alert').filter({ hasText: 'No account here knows this passkey' })).toBeVisible()
})
