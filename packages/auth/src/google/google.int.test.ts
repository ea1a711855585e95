import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import {
  connectPostgres,
  hasPassword,
  identitiesOf,
  insertWaitingUser,
  namesOf,
  newId,
  type Postgres,
  removeWayIn,
  userForSignIn,
} from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForNewPasskey, keepPasskey } from '../factors/passkeys.ts'
import { passkeyDevice, somebody } from '../given.ts'
import { type GooglePerson, linkGoogle, signInFromGoogle } from './google.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

const person = (change: Partial<GooglePerson> = {}): GooglePerson => ({
  sub: randomUUID(),
  email: `${randomUUID()}@gmail.test`,
  email_verified: true,
  name: 'Asha Rao',
  ...change,
})

test('GOOGLE-2 somebody new from Google gets one account, however many tabs come back at once, and the same one ever after', async () => {
  const google = person()
  const answers = await Promise.all(Array.from({ length: 8 }, () => signInFromGoogle(postgres, google)))
  const accounts = answers.map((answer) => (answer.outcome === 'unlinked' ? null : answer.account))
  expect(new Set(accounts.map((account) => account?.id)).size).toBe(1)
  const [account] = accounts
  expect(account).toMatchObject({ email: google.email, name: 'Asha Rao', admin: false, bot: false })
  expect(await namesOf(postgres, [account?.id ?? ''])).toEqual(new Map([[account?.id, 'Asha Rao']]))
  expect(account?.emailVerifiedAt).toBeInstanceOf(Date)
  expect(await hasPassword(postgres, account?.id ?? '')).toBe(false)
  // An address may change there; the person is known by the id.
  const moved = await signInFromGoogle(postgres, { ...google, email: `${randomUUID()}@gmail.test` })
  expect(moved).toMatchObject({ outcome: 'known', account: { id: account?.id, email: google.email } })
})

test('GOOGLE-2 an address that Google has not verified is not verified here; a name that is missing is made of the address', async () => {
  const made = await signInFromGoogle(
    postgres,
    person({ email_verified: false, name: ' ', email: `kit-${randomUUID()}@gmail.test` }),
  )
  expect(made).toMatchObject({
    outcome: 'made',
    account: { emailVerifiedAt: null, name: expect.stringMatching(/^kit-/) },
  })
})

test('GOOGLE-3 an account that has the address is not entered by it', async () => {
  const account = await somebody(postgres)
  for (const email of [account.email, account.email.toUpperCase()])
    expect(await signInFromGoogle(postgres, person({ email }))).toEqual({ outcome: 'unlinked' })
  expect(await identitiesOf(postgres, account.id)).toEqual([])
})

test('GOOGLE-3 an account that waits for its letter becomes that of whoever Google says reads the address', async () => {
  const [id, google] = [newId(), person()]
  const { email } = google
  const link = { hash: newId().padEnd(64, '0'), lifeMs: 60_000 }
  await insertWaitingUser(postgres, { id, email, name: 'Mallory', passwordHash: 'x' }, link)
  const unverified = await signInFromGoogle(postgres, person({ email, email_verified: false }))
  expect(unverified).toEqual({ outcome: 'unlinked' })
  expect(await signInFromGoogle(postgres, google)).toMatchObject({
    outcome: 'made',
    account: { id, name: 'Asha Rao', emailVerifiedAt: expect.any(Date) },
  })
  expect(await userForSignIn(postgres, email)).toMatchObject({ passwordHash: null, waits: false })
  expect(await signInFromGoogle(postgres, person({ email }))).toEqual({ outcome: 'unlinked' })
})

test('GOOGLE-4 linked by its owner, the account is signed in to; each side has one link', async () => {
  const [account, google] = [await somebody(postgres), person()]
  expect(await linkGoogle(postgres, account.id, google)).toBe('linked')
  expect(await linkGoogle(postgres, account.id, google)).toBe('linked')
  expect(await signInFromGoogle(postgres, google)).toEqual({ outcome: 'known', account })
  expect(await identitiesOf(postgres, account.id)).toMatchObject([{ provider: 'google', email: google.email }])
  expect(await linkGoogle(postgres, account.id, person())).toBe('taken')
  expect(await linkGoogle(postgres, (await somebody(postgres)).id, google)).toBe('taken')
})

test('SECURITY-1 the last way to sign in stays, whoever takes which away at once', async () => {
  const made = await signInFromGoogle(postgres, person())
  if (made.outcome === 'unlinked') throw new Error('unlinked')
  const { account } = made
  const google = { provider: 'google' }
  expect(await removeWayIn(postgres, account.id, google)).toBe('last')
  const party = { id: 'localhost', origins: ['http://localhost:3000'] }
  const passkey = async () => {
    const { challenge } = await askForNewPasskey(postgres, party, account)
    const answer = passkeyDevice(party).make(challenge)
    await keepPasskey(postgres, party, { userId: account.id, challenge, answer, name: 'Phone' })
    return { passkey: answer.id }
  }
  const ways = [google, await passkey(), await passkey()]
  const removed = await Promise.all(ways.map((way) => removeWayIn(postgres, account.id, way)))
  expect(removed.toSorted()).toEqual(['last', 'removed', 'removed'])
  expect(await removeWayIn(postgres, account.id, { passkey: 'unknown' })).toBe('none')
})
