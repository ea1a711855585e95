import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const SCRIPT = join(import.meta.dirname, '../../infra/docker/with-secrets.sh')
const INBOX = { INBOX_SMTP_URL: 'smtp://inbox:2525', INBOX_URL: 'http://localhost:3025' }

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-secrets-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** What a program is started with. */
const environment = async (given: Record<string, string>): Promise<Record<string, string>> => {
  const { stdout } = await run('sh', [SCRIPT, 'env'], { env: { PATH: '/usr/bin:/bin', SECRETS_DIR: folder, ...given } })
  const pairs = stdout.split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)])
  return Object.fromEntries(pairs)
}

test('RUN-14 secrets are made once, whoever starts at once, and the environment’s come first', async () => {
  const started = await Promise.all(Array.from({ length: 5 }, () => environment({})))
  const [first] = started
  expect(first?.AUTH_SECRET).toMatch(/^[0-9a-f]{48}$/)
  expect(first?.OPERATOR_TOKEN).not.toBe(first?.AUTH_SECRET)
  for (const { AUTH_SECRET, NEXTAUTH_SECRET, OPERATOR_TOKEN } of started) {
    expect([AUTH_SECRET, NEXTAUTH_SECRET]).toEqual([first?.AUTH_SECRET, first?.AUTH_SECRET])
    expect(OPERATOR_TOKEN).toBe(first?.OPERATOR_TOKEN)
  }
  expect(await environment({ AUTH_SECRET: 'mine' })).toMatchObject({ AUTH_SECRET: 'mine', NEXTAUTH_SECRET: 'mine' })
})

test('RUN-14 letters go to the inbox beside where only this machine comes in, and never in a hall', async () => {
  for (const WEB_URL of ['', 'http://localhost:3000', 'http://127.0.0.1'])
    expect(await environment({ ...INBOX, WEB_URL })).toMatchObject({
      SMTP_URL: 'smtp://inbox:2525',
      INBOX_URL: 'http://localhost:3025',
      DEMO_PASSWORD: 'gavel-demo-night',
    })
  for (const WEB_URL of ['http://192.168.1.7:3000', 'https://gavel.example', 'http://localhost.evil.example']) {
    const told = await environment({ ...INBOX, WEB_URL })
    expect(told).toMatchObject({ SMTP_URL: '', INBOX_URL: '' })
    expect(told.DEMO_PASSWORD).toMatch(/^[0-9a-f]{48}$/)
  }
})

test('RUN-14 a mail server that is named comes first, and no page points at the inbox then', async () => {
  const SMTP_URL = 'smtps://mail.example'
  expect(await environment({ ...INBOX, SMTP_URL })).toMatchObject({ SMTP_URL, INBOX_URL: '' })
  expect(await environment({})).toMatchObject({ SMTP_URL: '', INBOX_URL: '' })
})
