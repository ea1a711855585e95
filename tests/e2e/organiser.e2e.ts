import { randomBytes } from 'node:crypto'
import { makeEvent } from './calls.ts'
import { checkLooks } from './looks.ts'
import { administrator, makeAccount, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

test('FORM-2 a form says what is wrong at its field, and the keyboard is there', async ({ browser }) => {
  const page = await signedIn(browser, 'admin', '/admin/new')
  const form = page.getByRole('form', { name: 'New event' })
  await form.getByLabel('Purse of a team').fill('plenty')
  await form.getByRole('button', { name: 'Create the event' }).click()
  await expect(form.getByLabel('Name', { exact: true })).toBeFocused()
  await expect(form.getByLabel('Name', { exact: true })).toHaveAccessibleDescription(/at least three characters/)
  await expect(form.getByLabel('Starts')).toHaveAccessibleDescription(/Say when it starts/)
  await expect(form.getByLabel('Purse of a team')).toHaveAccessibleDescription(/An amount, such as 5 crore/)
  await expect(form.getByLabel('Purse of a team')).toHaveValue('plenty')
})

test('FORM-3 an organiser sets up a slow auction, and everybody reads its rules', async ({ browser }) => {
  const page = await signedIn(browser, 'admin', '/admin/new')
  const slug = `slow-${randomBytes(4).toString('hex')}`
  const event = page.getByRole('form', { name: 'New event' })
  await event.getByLabel('Name', { exact: true }).fill(`Slow ${slug}`)
  await event.getByLabel('Address').fill(slug)
  await event.getByLabel('Starts').fill('2031-03-01T18:30')
  await event.getByRole('combobox', { name: 'Rules' }).selectOption({ label: 'Fantasy room, budget 200' })
  await event.getByRole('button', { name: 'Create the event' }).click()
  await page.waitForURL(`**/admin/events/${slug}`)

  await page.goto(`/admin/events/${slug}/details`)
  const form = page.getByRole('form', { name: 'Details of the event' })
  await form.getByLabel('Time for a lot').fill('9 hours')
  await form.getByLabel('Time left after a bid').fill('90 min')
  await form.getByText('Ladder, kinds of players, right to match, ties, turns').click()
  await form.getByLabel('Who puts players up').selectOption({ label: 'Whoever bought last' })
  await form.getByLabel('Time to name a player').fill('1 d')
  await form.getByLabel('Players up at once').fill('20')
  await checkLooks(page, 'the form of a slow auction')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByLabel('Time for a lot')).toHaveAccessibleDescription(/such as 30, 5 min or 9 h/)
  await form.getByLabel('Time for a lot').fill('9 h')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('5 changes saved')).toBeVisible()
  await page.reload()
  await expect(form.getByLabel('Time for a lot')).toHaveValue('9 h')
  await page.goto(`/events/${slug}`)
  await expect(page.getByText('Whoever bought last names the next player, within 1 day')).toBeVisible()
  await expect(page.getByText('Up to 20 players are up')).toBeVisible()
  await expect(page.getByText(/Each lot runs for 9 hours; a late bid leaves at least 90 minutes/)).toBeVisible()
})

test('DESK-3 an organiser writes, approves, invites and cancels at the desk', async ({ browser }) => {
  const desk = await administrator(browser)
  const name = `Story ${randomBytes(4).toString('hex')}`
  const { slug } = await makeEvent(desk, { name, publish: true })
  const at = `/admin/events/${slug}`

  await test.step('DETAILS-2 what changes is said before it is saved, and stays', async () => {
    await desk.goto(`${at}/details`)
    const form = desk.getByRole('form', { name: 'Details of the event' })
    await form.getByRole('textbox', { name: 'Description' }).fill('Bring **whites**. <b>No</b> spikes.')
    await form.getByRole('tab', { name: 'Preview' }).first().click()
    await expect(form.getByText('whites', { exact: true })).toHaveJSProperty('tagName', 'STRONG')
    await form.getByLabel('Approve each player').check()
    await form.getByLabel('Purse of a team').fill('60 crore')
    await expect(form.getByText('3 unsaved changes')).toBeVisible()
    await form.getByRole('button', { name: 'Look at them' }).click()
    const changes = desk.getByRole('table', { name: 'What will change' })
    await expect(changes.getByRole('row', { name: /Purse of a team/ })).toContainText('₹60 crore')
    await desk.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(desk.getByText('3 changes saved')).toBeVisible()
    await desk.goto(`/events/${slug}`)
    await expect(desk.getByText('whites', { exact: true })).toHaveJSProperty('tagName', 'STRONG')
    await expect(desk.getByText('<b>No</b> spikes.')).toBeVisible()
  })

  const person = `Newcomer ${randomBytes(3).toString('hex')}`
  const player = await someone(browser, PHONE)
  await test.step('who registers waits for approval', async () => {
    await player.goto(`/register?next=/events/${slug}`)
    await makeAccount(player, person)
    await player.waitForURL(`**/events/${slug}`)
    await player.getByRole('button', { name: 'Register as a player' }).click()
    const form = player.getByRole('form', { name: /player/i })
    await form.getByLabel('Country').fill('India')
    await form.getByLabel('Role').selectOption({ index: 1 })
    await form.getByLabel('Base price').selectOption({ index: 1 })
    await form.getByRole('button', { name: /Register/ }).click()
    await expect(player.getByText('Awaiting approval')).toBeVisible()
  })

  await test.step('DESK-4 is found among those who wait, let in, and may leave again', async () => {
    await desk.goto(at)
    await desk.getByRole('link', { name: 'Waiting for you', exact: true }).click()
    await expect(desk.getByLabel('State')).toHaveValue('awaiting')
    await desk.getByLabel(`Choose ${person}`).check()
    await desk.getByRole('button', { name: 'Approve 1' }).click()
    await expect(desk.getByRole('dialog')).toContainText(person)
    await desk.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await expect(desk.getByText('1 entry approved')).toBeVisible()
    await player.reload()
    await expect(player.getByText('Confirmed', { exact: true })).toBeVisible()
    await player.getByRole('button', { name: 'Withdraw' }).click()
    await player.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click()
    await expect(player.getByText('Withdrawn', { exact: true })).toBeVisible()
  })

  await test.step('an invitation is a link and a code until it is taken back', async () => {
    await desk.goto(`${at}/people`)
    await desk.getByRole('button', { name: 'Add a scorer' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Make the invitation' }).click()
    const invitation = desk.getByRole('region', { name: 'Invitation: a scorer' })
    await expect(invitation.getByRole('img')).toBeVisible()
    const link = (await invitation.locator('output').textContent()) ?? ''
    await desk.keyboard.press('Escape')
    await desk.getByRole('button', { name: /^Take back the invitation/ }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
    await expect(desk.getByRole('table', { name: 'Invitations' })).toContainText('Taken back')
    await player.goto(new URL(link).pathname)
    await expect(player.getByRole('main')).toContainText(/taken/i)
  })

  await test.step('a cancelled event asks for its name, and says why to everybody', async () => {
    await desk.goto(at)
    await desk.getByRole('button', { name: /^More/ }).click()
    await desk.getByRole('menuitem', { name: 'Cancel the event' }).click()
    const dialog = desk.getByRole('dialog')
    await dialog.getByLabel('Why').fill('The ground is under water.')
    await dialog.getByLabel('The event’s name').fill('something else')
    await dialog.getByRole('button', { name: 'Cancel the event' }).click()
    await expect(dialog.getByLabel('The event’s name')).toHaveAccessibleDescription(/not the event’s name/)
    await dialog.getByLabel('The event’s name').fill(name)
    await dialog.getByRole('button', { name: 'Cancel the event' }).click()
    await expect(desk.getByRole('heading', { name: 'This event is cancelled' })).toBeVisible()
    await player.goto(`/events/${slug}`)
    await expect(player.getByText('The ground is under water.').first()).toBeVisible()
  })
})

test('the desk of an event: accessible, and nothing is wider than a phone', async ({ browser }) => {
  const page = await signedIn(browser, 'organiser', '/admin')
  const desk = '/admin/events/friday-night-league'
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    for (const path of ['', '/details', '/entries', '/teams', '/people', '/payments']) {
      await page.goto(desk + path)
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      await checkLooks(page, `${path || 'the overview'} at ${width}`)
    }
  }
  const admin = await signedIn(browser, 'admin', '/admin/people', PHONE)
  await admin.getByRole('table', { name: 'People' }).waitFor()
  await checkLooks(admin, 'people and their rights')
  await admin.goto('/admin/new')
  await admin.getByRole('form', { name: 'New event' }).waitFor()
  await checkLooks(admin, 'a new event')
})
