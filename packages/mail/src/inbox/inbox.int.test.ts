import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mailer, openMailer } from '../mailer.ts'
import { type Inbox, openInbox } from './inbox.ts'
import { type InboxLetter, openLetters } from './letters.ts'

let folder: string
let inbox: Inbox
let mailer: Mailer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-inbox-'))
  inbox = await openInbox({ folder, smtpPort: 0, pagePort: 0 })
  mailer = openMailer({ url: inbox.smtpUrl, from: 'Gavel <gavel@localhost>' })
})
afterAll(async () => {
  mailer.close()
  await inbox.close()
  await rm(folder, { recursive: true, force: true })
})

const letter = (title: string) => ({
  title,
  words: ['Zoë’s <script>alert(1)</script> letter.'],
  action: { words: 'Open it', url: 'http://localhost:3000/verify?token=abc&next=%2F' },
  foot: { words: 'You asked for it.', linkWords: 'Gavel', url: 'http://localhost:3000/' },
})
const get = (path: string) => fetch(`${inbox.pageUrl}${path}`)
const lettersTo = async (to: string): Promise<InboxLetter[]> =>
  (await (await get(`/api/letters?to=${encodeURIComponent(to)}`)).json()) as InboxLetter[]

test('POST-1 what is sent is read on a page and by programs, each reader’s alone, the newest first', async () => {
  await mailer.send('1', { name: 'Zoë', address: 'Zoe@gavel.test' }, letter('First & foremost'))
  await mailer.send('2', { name: 'Zoë', address: 'zoe@gavel.test' }, letter('Second'))
  await mailer.send('3', { name: 'Ravi', address: 'ravi@gavel.test' }, letter('Ravi’s own'))
  const mine = await lettersTo('ZOE@gavel.test')
  expect(mine.map(({ subject }) => subject).toSorted()).toEqual(['First & foremost', 'Second'])
  expect(mine[0]).toMatchObject({ from: 'Gavel <gavel@localhost>', to: ['zoe@gavel.test'] })
  expect(mine[0]?.text).toContain('http://localhost:3000/verify?token=abc&next=%2F')
  const page = await (await get('/')).text()
  expect(page).toContain('First &amp; foremost')
  expect(page).toContain('Ravi’s own')
  expect(await (await get('/?to=ravi%40gavel.test')).text()).not.toContain('foremost')
})

test('POST-2 nothing in a letter is run: its page escapes it, and its frame can open links alone', async () => {
  await mailer.send('4', { name: '', address: 'eve@gavel.test' }, letter('<img src=x onerror=alert(1)>'))
  const [{ id } = { id: '' }] = await lettersTo('eve@gavel.test')
  const page = await get(`/letters/${id}`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  const body = await page.text()
  expect(body).not.toMatch(/<script|<img/)
  expect(body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"')
  const frame = await get(`/letters/${id}/html`)
  expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox allow-popups/)
  expect(frame.headers.get('x-content-type-options')).toBe('nosniff')
})

test('POST-3 it is read by this machine’s own names alone, and changed by nobody', async () => {
  const asked = (host: string) =>
    new Promise<number>((resolve, reject) => {
      request(`${inbox.pageUrl}/api/letters`, { headers: { host } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
  expect(await asked('evil.example')).toBe(421)
  expect(await asked('127.0.0.1')).toBe(200)
  expect((await fetch(`${inbox.pageUrl}/`, { method: 'POST' })).status).toBe(405)
  for (const path of [
    '/letters/x',
    '/letters/..%2f..%2fetc%2fpasswd',
    '/letters/1792000000000-0f3a9c1be2d4',
    '/nothing',
  ])
    expect((await get(path)).status, path).toBe(404)
})

test('POST-4 the newest letters are kept, and survive a restart', async () => {
  const place = join(folder, 'few')
  const letters = await openLetters(place, 3)
  for (const at of [1, 2, 3, 4, 5])
    await letters.keep(Buffer.from(`Subject: ${at}\r\n\r\nBody`), ['zoe@gavel.test'], 1_792_000_000_000 + at)
  expect(await readdir(place)).toHaveLength(3)
  const again = await openLetters(place, 3)
  expect((await again.list({ limit: 10 })).map(({ subject }) => subject)).toEqual(['5', '4', '3'])
})
