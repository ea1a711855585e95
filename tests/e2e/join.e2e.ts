import { randomBytes } from 'node:crypto'
import { ask, call, invite } from './calls.ts'
import { checkLooks } from './looks.ts'
import { makeHalfNight } from './night.ts'
import { administrator, makeAccount, PHONE, signedIn, signIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const newName = () => `Door ${randomBytes(3).toString('hex')}`

test('ENTRY-1, ENTRY-3 a fan types the code of the hall, or pastes its link, and watches', async ({ browser }) => {
  const desk = await administrator(browser)
  const name = newName()
  const night = await makeHalfNight(desk, name)
  const { joinCode } = (await ask<{ event: { joinCode: string } }>(desk, 'event.setup', { slug: night.slug })).event
  const fan = await someone(browser, PHONE)
  await fan.goto('/')
  const form = fan.getByRole('form', { name: 'Join' })
  await form.getByRole('textbox').fill('K0K')
  await form.getByRole('textbox').press('Enter')
  await expect(form.getByRole('alert')).toContainText('no 0, O, 1, I, L or U')
  await form.getByRole('textbox').fill(`https://somewhere.example/join/${joinCode.toLowerCase()}`)
  await expect(form.getByRole('textbox')).toHaveValue(joinCode)
  await form.getByRole('textbox').press('Enter')
  await expect(fan.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(fan.getByRole('link', { name: 'Register for the event' })).toBeVisible()
  await checkLooks(fan, 'a fan’s code')
  await fan.getByRole('link', { name: 'Wait in the auction room' }).click()
  await fan.waitForURL(`**/auctions/${night.auctionId}`)
})

test('ENTRY-3 whoever is invited makes an account or signs in on the way, and lands where the work is', async ({
  browser,
}) => {
  const admin = await administrator(browser)
  const night = await makeHalfNight(admin, newName())

  await test.step('a new auctioneer comes to the console', async () => {
    const page = await someone(browser)
    await page.goto(`/join/${await invite(admin, night.slug, 'auctioneer')}`)
    await expect(page.getByText('Asha Venkataraman invites you')).toBeVisible()
    await checkLooks(page, 'an invitation')
    await page.getByRole('link', { name: 'Make an account and join' }).click()
    await makeAccount(page, 'Gerda Hammerschmidt')
    await page.getByRole('button', { name: 'Join as the auctioneer' }).click()
    await page.waitForURL(`**/auctions/${night.auctionId}/console`)
    await expect(page.getByRole('region', { name: 'Controls' })).toBeVisible()
  })
  await test.step('somebody with an account signs in, and comes to the desk', async () => {
    const page = await someone(browser)
    await page.goto(`/join/${await invite(admin, night.slug, 'organiser')}`)
    await page.getByRole('link', { name: 'I have an account' }).click()
    await page.waitForURL('**/signin?next=*')
    await signIn(page, 'scorer')
    await page.getByRole('button', { name: 'Join as an organiser' }).click()
    await page.waitForURL(`**/admin/events/${night.slug}`)
  })
})

test('ENTRY-2, ENTRY-3 an owner reads the code from the sheet, and brings a team', async ({ browser }) => {
  const admin = await administrator(browser)
  const night = await makeHalfNight(admin, newName())
  await admin.goto(`/admin/events/${night.slug}/night`)
  const card = admin.getByRole('region', { name: /^Follow/ })
  await expect(card.getByRole('img', { name: /^QR code that opens/ })).toBeVisible()
  await expect(card.getByText(/^[2-9A-Z]{3} [2-9A-Z]{3}$/)).toBeVisible()
  await expect(card.getByText('Only this computer can open that address')).toBeVisible()

  const phone = await signedIn(browser, 'fan', '/join', { ...PHONE, colorScheme: 'dark' })
  await phone.goto(`/join/${await invite(admin, night.slug, 'owner')}`)
  const form = phone.getByRole('form', { name: 'Your team' })
  await form.getByRole('button', { name: 'Bring this team' }).click()
  await expect(form.getByText('A name of at least two characters.')).toBeVisible()
  await form.getByLabel('Team name').fill('Hill Foxes')
  await expect(form.getByLabel('Short name')).toHaveValue('HF')
  await checkLooks(phone, 'the team that an owner brings')
  await form.getByRole('button', { name: 'Bring this team' }).click()
  await expect(form.getByRole('alert')).toContainText('Hill Foxes')
  await form.getByLabel('Team name').fill('River Otters')
  await form.getByRole('button', { name: 'Bring this team' }).click()
  await phone.waitForURL(`**/auctions/${night.auctionId}/paddle`)
})

test('ENTRY-4 a code that opens nothing says why, and what to do', async ({ browser }) => {
  const admin = await administrator(browser)
  const night = await makeHalfNight(admin, newName())
  const code = await invite(admin, night.slug, 'scorer')
  const page = await signedIn(browser, 'player1', '/join')

  await test.step('a wrong one can be typed again', async () => {
    await page.goto('/join/ABCDEF')
    await expect(page.getByRole('heading', { level: 1, name: 'Nothing has this code' })).toBeVisible()
    await page.getByRole('textbox', { name: 'Code' }).fill(code)
    await page.getByRole('button', { name: 'Join' }).click()
    await page.getByRole('button', { name: 'Join as a scorer' }).click()
    await page.waitForURL(`**/events/${night.slug}`)
  })
  await test.step('whoever used it goes straight on, and nobody else', async () => {
    await page.goto(`/join/${code}`)
    await expect(page.getByRole('link', { name: 'To the event' })).toBeVisible()
    const other = await signedIn(browser, 'fan', `/join/${code}`)
    await expect(other.getByRole('heading', { level: 1, name: 'This invitation has been used' })).toBeVisible()
    await expect(other.getByRole('button', { name: /Join as/ })).toHaveCount(0)
    await checkLooks(other, 'a used invitation')
  })
  await test.step('one that was taken back says whom to ask', async () => {
    const { id, code: gone } = await call<{ id: string; code: string }>(admin, 'invitation.create', {
      slug: night.slug,
      role: 'scorer',
      teamId: null,
      email: null,
    })
    await call(admin, 'invitation.revoke', { slug: night.slug, id })
    await page.goto(`/join/${gone}`)
    await expect(page.getByRole('heading', { level: 1, name: 'This invitation was taken back' })).toBeVisible()
    await expect(page.getByText('Ask Asha Venkataraman')).toBeVisible()
  })
})
