import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isAt, makeAccount, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

/** A picture that is wider than high. */
const PICTURE = fileURLToPath(new URL('../../docs/images/auction-room.png', import.meta.url))

test('PROFILE-3 a person says who they are, with a picture, and everybody reads it until it is kept back', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'fan', '/account', PHONE)
  const saying = `I have watched since ${randomBytes(3).toString('hex')}`
  await page.getByRole('tab', { name: 'Write' }).click()
  await page
    .getByRole('textbox', { name: 'About you' })
    .fill(`**${saying}** <script>alert(1)</script> [me](javascript:alert(1))`)
  await page.getByRole('tab', { name: 'Preview' }).click()
  await expect(page.getByRole('tabpanel').getByText(saying)).toHaveCSS('font-weight', /[67]00/)
  await page.getByLabel('Role').fill('Wicket-keeper')
  await page.getByLabel('Bats').selectOption('Left-handed')
  await page.getByLabel('Everybody may read my page').check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()

  await page.getByLabel('Picture', { exact: false }).setInputFiles(PICTURE)
  const dialog = page.getByRole('dialog', { name: 'Your picture' })
  await dialog.getByRole('application').press('ArrowRight')
  await dialog.getByLabel('Zoom').fill('50')
  await dialog.getByRole('button', { name: 'Use this picture' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /Your account/ }).locator('img')).toHaveAttribute('src', /^\/media\//)

  await page.getByRole('link', { name: 'See your page' }).click()
  await page.waitForURL('**/people/*')
  const address = page.url()
  const guest = await someone(browser)
  await guest.goto(address)
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText('Bosco Pereira')
  await expect(guest.getByText(saying)).toBeVisible()
  await expect(guest.getByText('Left-handed')).toBeVisible()
  await expect(guest.getByText('@gavel.test')).toHaveCount(0)
  await expect(guest.getByText('<script>alert(1)</script>')).toBeVisible()
  await expect(guest.locator('main a[href^="javascript:"]')).toHaveCount(0)
  const picture = guest.locator('main img').first()
  await expect
    .poll(() => picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]))
    .toEqual([400, 400])

  await page.getByRole('link', { name: 'Edit your profile' }).click()
  await page.getByLabel('Everybody may read my page').uncheck()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await guest.reload()
  await expect(guest.getByText('Bosco Pereira')).toHaveCount(0)
  await page.getByLabel('Everybody may read my page').check()
  await page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeVisible()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
})

test('AVATAR-3 a drawing is refused in words, where the picture is chosen', async ({ browser }) => {
  const page = await signedIn(browser, 'fan', '/account')
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" onload="alert(1)"><rect width="9" height="9"/></svg>'
  await page
    .getByLabel('Picture', { exact: false })
    .setInputFiles({ name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(svg) })
  const dialog = page.getByRole('dialog', { name: 'Your picture' })
  await dialog.getByRole('button', { name: 'Use this picture' }).click()
  await expect(dialog.getByRole('alert')).toContainText('not a picture')
})

test('DATA-3 a person takes everything along, and is forgotten', async ({ browser }) => {
  const page = await someone(browser)
  const name = `Leaver ${randomBytes(3).toString('hex')}`
  await page.goto('/register?next=/account/data')
  await makeAccount(page, name)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download everything' }).click(),
  ])
  const mine = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(mine.account.name).toBe(name)
  const email: string = mine.account.email
  const person = `/people/${mine.account.id}`

  await page.getByRole('button', { name: 'Delete the account' }).click()
  const dialog = page.getByRole('dialog', { name: /for good/ })
  const yes = dialog.getByRole('button', { name: 'Delete the account for good' })
  await expect(yes).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByLabel(/Type your e-mail/).fill(email)
  await yes.click()
  await isAt(page, '/')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
  const answer = await page.goto(person)
  expect(answer?.status()).toBe(404)
})
