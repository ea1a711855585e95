import { randomBytes } from 'node:crypto'
import { checkLooks } from './looks.ts'
import { park } from './park.ts'
import { PHONE, signedIn } from './people.ts'
import { expect, test } from './story.ts'

test('PARK-4, PARK-5 an administrator reads a parked message with the keyboard, sends it again, and discards two at once', async ({
  browser,
}) => {
  const ids = [1, 2].map((n) => `gone-${n}-${randomBytes(4).toString('hex')}`)
  for (const id of ids) await park(id)
  const page = await signedIn(browser, 'admin', '/admin/queues')
  const table = page.getByRole('table', { name: 'Parked messages' })
  const row = (id: string) => table.getByRole('row').filter({ hasText: id })
  // The page looks again by itself.
  for (const id of ids) await expect(row(id)).toBeVisible()
  await checkLooks(page, '/admin/queues')

  const [first = ''] = ids
  await row(first).getByRole('button').press('Enter')
  const drawer = page.getByRole('dialog', { name: 'A registration that is gone' })
  await expect(drawer).toContainText(`there is no registration ${first}`)
  await expect(drawer).toContainText('"version": 1')
  await checkLooks(page, 'a parked message')
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
  await expect(row(first).getByRole('button')).toBeFocused()

  await row(first).getByRole('button').press('Enter')
  await drawer.getByRole('button', { name: 'Replay' }).click()
  await page.getByRole('dialog', { name: 'Replay this message?' }).getByRole('button', { name: 'Replay' }).click()
  await expect(page.getByText('1 message was sent again.')).toBeVisible()

  // It cannot be settled now either, so it is parked once more.
  await expect(row(first)).toBeVisible()
  for (const id of ids) await row(id).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Discard 2' }).click()
  const asked = page.getByRole('dialog', { name: 'Discard 2 messages?' })
  await asked.getByRole('button', { name: 'Leave it' }).click()
  await expect(asked).toHaveCount(0)
  await page.getByRole('button', { name: 'Discard 2' }).click()
  await asked.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByText(/\d messages? (was|were) discarded\./)).toBeVisible()
})

test('PARK-6 whoever is no administrator is told whom the desk of queues is for', async ({ browser }) => {
  const page = await signedIn(browser, 'fan', '/admin/queues')
  await expect(page.getByRole('heading', { name: 'This desk is for administrators' })).toBeVisible()
})

test('INBOX-3, INBOX-4 an inbox on a phone: what is unread, what is read, and what letters are wanted about', async ({
  browser,
}) => {
  const page = await signedIn(browser, 'player1', '/inbox', PHONE)
  await expect(page.getByRole('heading', { level: 1, name: 'Inbox' })).toBeVisible()
  await checkLooks(page, '/inbox')
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('form', { name: 'E-mail' })).toContainText('player1@gavel.test')
  await checkLooks(page, '/inbox/settings')
  const squads = page.getByRole('switch', { name: /^Your squad/ })
  const wanted = await squads.isChecked()
  await squads.focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.reload()
  await expect(squads).toBeChecked({ checked: !wanted })
})
