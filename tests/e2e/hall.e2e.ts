import { randomBytes } from 'node:crypto'
import { invite } from './calls.ts'
import { bidButton, keysOf, price } from './desk.ts'
import { type Hall, openHall, ownAddress } from './hall.ts'
import { makeHalfNight } from './night.ts'
import { askForAccount, PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const address = ownAddress()
const loopback = process.env.GAVEL_E2E_WEB_URL ?? 'http://localhost:3000'

let hall: Hall
test.beforeAll(async () => {
  test.skip(!address, 'this machine is in no network')
  hall = await openHall(address ?? '')
})
test.afterAll(() => hall?.close())

test('LAN-1, LAN-3, LAN-6 a phone comes in by the machine’s address and bids, while its owner works at localhost', async ({
  browser,
}) => {
  const desk = await signedIn(browser, 'admin', '/admin', { baseURL: hall.here })
  const night = await makeHalfNight(desk, `Hall ${randomBytes(3).toString('hex')}`)
  const code = await invite(desk, night.slug, 'owner')

  const phone = await someone(browser, { ...PHONE, baseURL: hall.url })
  await test.step('an owner types the code, makes an account, and brings a team', async () => {
    await phone.goto('/join')
    expect(await phone.evaluate(() => window.isSecureContext)).toBe(false)
    await phone.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
    await phone.getByRole('button', { name: 'Join' }).click()
    await phone.getByRole('link', { name: 'Make an account and join' }).click()
    await askForAccount(phone, 'Ilse Hallenbach')
    await phone.waitForURL(`${hall.url}/join/${code}`)
    await phone.getByLabel('Team name').fill('River Otters')
    await phone.getByRole('button', { name: 'Bring this team' }).click()
    await phone.waitForURL(`${hall.url}/auctions/${night.auctionId}/paddle`)
  })

  const auctioneer = await signedIn(browser, 'auctioneer', `/auctions/${night.auctionId}/console`, {
    baseURL: hall.here,
  })
  const { press, twice, said } = keysOf(auctioneer)
  await test.step('the auctioneer starts and opens at localhost', async () => {
    await expect(auctioneer.getByRole('button', { name: /^Start the auction/ })).toBeEnabled()
    await auctioneer.getByRole('heading', { name: 'Teams' }).click()
    await twice('s')
    await said('Started')
    await press('o')
  })
  await test.step('the phone bids, and the console has it', async () => {
    await bidButton(phone).click()
    await expect(phone.getByText('₹50 lakh accepted')).toBeVisible()
    await expect(price(auctioneer)).toContainText('River Otters')
  })
})

test('LAN-3, LAN-4 no other origin and no other host comes in', async ({ browser, request }) => {
  const page = await someone(browser, { baseURL: hall.url })
  const policies: string[] = []
  for (const url of [hall.url, hall.here])
    policies.push((await request.get(url)).headers()['content-security-policy'] ?? '')
  expect(policies[0]).toContain(`connect-src 'self' ${hall.realtimeUrl} ${hall.realtimeUrl.replace('http', 'ws')}`)
  expect(policies[1]).toContain(hall.realtimeUrl.replace(address ?? '', 'localhost'))
  for (const policy of policies) expect(policy).not.toContain('*')

  const lost = await request.get(`${hall.url}/api/token`, { headers: { host: 'evil.example' } })
  expect(lost.status()).toBe(421)
  expect(await lost.text()).toContain(hall.url)
  expect((await request.get(`${hall.url}/api/healthz`, { headers: { host: 'evil.example' } })).status()).toBe(200)

  const socket = `${hall.realtimeUrl}/socket.io/?EIO=4&transport=polling`
  const status = async (headers: Record<string, string>) => (await request.get(socket, { headers })).status()
  expect(await status({ origin: hall.url })).toBe(200)
  expect(await status({ origin: hall.here })).toBe(200)
  expect(await status({ origin: 'http://evil.example' })).toBe(403)
  expect(await status({ host: 'evil.example' })).toBe(403)
  await page.close()
})

test('LAN-1 without --lan nobody comes in by the machine’s address', async () => {
  const closed = new URL(loopback)
  expect(closed.hostname).toBe('localhost')
  closed.hostname = address ?? ''
  await expect(fetch(closed)).rejects.toThrow()
})
