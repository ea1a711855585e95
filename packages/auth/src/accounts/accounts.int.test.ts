import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { connectPostgres, deliverProfiles, insertUser, namesOf, newId, type Postgres, userById } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAuthOptions } from '../sign-in/next-auth.ts'
import { refusalIn, type SignInOutcome } from '../sign-in/sign-in.ts'
import { actorOf, changePassword, promoteAdmin, registerAccount, verifyCredentials } from './accounts.ts'

const PASSWORD = 'a long enough one'

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

const newEmail = () => `someone-${randomUUID()}@gavel.test`
const register = async (email: string, options?: { bot: boolean }) => {
  const result = await registerAccount(postgres, { email, name: 'Asha Rao', password: PASSWORD }, options)
  if (!result.ok) throw new Error(result.message)
  return result.account
}

test('ACCOUNT-1 one address is one account, however it is typed and however often it is sent at once', async () => {
  const email = newEmail()
  const typed = [email, email.toUpperCase(), ` ${email} `, email]
  const accounts = await Promise.all(typed.map((text) => register(text)))
  expect(new Set(accounts.map(({ id }) => id)).size).toBe(1)
  expect(accounts[0]).toMatchObject({ email, name: 'Asha Rao', admin: false, bot: false })
  const again = await registerAccount(postgres, { email, name: 'Another', password: 'another password' })
  expect(again).toMatchObject({ ok: false, code: 'ACCOUNT.EMAIL_TAKEN', field: 'email' })
})

test('ACCOUNT-2 a password needs length and nothing else; what is wrong is said at its field', async () => {
  const answer = async (change: object) =>
    registerAccount(postgres, { email: newEmail(), name: 'Asha', password: PASSWORD, ...change })
  expect(await answer({ password: 'mmmmmmmmmmmmm' })).toMatchObject({ ok: true })
  expect(await answer({ password: 'Aa1!Aa1!A' })).toMatchObject({ field: 'password', code: 'ACCOUNT.INVALID' })
  expect(await answer({ password: 'x'.repeat(201) })).toMatchObject({ field: 'password' })
  expect(await answer({ password: 'qwertyuiop' })).toMatchObject({ field: 'password' })
  expect(await answer({ name: 'Venkataraman', password: 'venkataraman' })).toMatchObject({ field: 'password' })
  expect(await answer({ email: 'nobody' })).toMatchObject({ field: 'email' })
  expect(await answer({ name: '  ' })).toMatchObject({ field: 'name', message: 'Say what people call you.' })
})

test('ACCOUNT-4 the right password signs in; a wrong one and an unknown address get the same answer for the same work', async () => {
  const email = newEmail()
  const account = await register(email)
  expect(await verifyCredentials(postgres, email.toUpperCase(), PASSWORD)).toEqual(account)
  expect(await verifyCredentials(postgres, email, `${PASSWORD}!`)).toBeNull()
  expect(await verifyCredentials(postgres, newEmail(), PASSWORD)).toBeNull()
  const took = async (address: string) => {
    const times: number[] = []
    for (let turn = 0; turn < 7; turn++) {
      const start = performance.now()
      await verifyCredentials(postgres, address, 'wrong password')
      times.push(performance.now() - start)
    }
    return times.toSorted((a, b) => a - b)[3] ?? 0
  }
  const [known, unknown] = [await took(email), await took(newEmail())]
  // Without the hash an unknown address would take a tenth of the time.
  expect(unknown).toBeGreaterThan(known / 3)
})

test('ACCOUNT-8 another password takes the place of the one before', async () => {
  const email = newEmail()
  const account = await register(email)
  expect(await changePassword(postgres, email.toUpperCase(), 'quite another one')).toEqual(account)
  expect(await verifyCredentials(postgres, email, PASSWORD)).toBeNull()
  expect(await verifyCredentials(postgres, email, 'quite another one')).toEqual(account)
  expect(await changePassword(postgres, newEmail(), 'quite another one')).toBeNull()
  await expect(changePassword(postgres, email, 'short')).rejects.toThrow('at least 10 characters')
})

test('ACCOUNT-5 an account reaches its profile once, also when the hand-over is repeated or done by two at once', async () => {
  const id = newId()
  await insertUser(postgres, { id, email: newEmail(), name: 'Asha Rao', passwordHash: 'x', bot: false })
  await Promise.all([deliverProfiles(postgres), deliverProfiles(postgres)])
  await deliverProfiles(postgres)
  expect(await namesOf(postgres, [id, 'nobody'])).toEqual(new Map([[id, 'Asha Rao']]))
})

test('ACCOUNT-6 an account is made administrator by its address, as often as one likes', async () => {
  const email = newEmail()
  const { id } = await register(email)
  expect(await promoteAdmin(postgres, email.toUpperCase())).toMatchObject({ id, admin: true })
  expect(await promoteAdmin(postgres, email)).toMatchObject({ id, admin: true })
  expect(await promoteAdmin(postgres, newEmail())).toBeNull()
  const account = await userById(postgres, id)
  expect(account && actorOf(account, 'granted')).toEqual({
    userId: id,
    admin: true,
    operator: false,
    bot: false,
    creator: false,
  })
})

const options = (came: SignInOutcome, webUrl = 'http://localhost:3000') =>
  createAuthOptions({
    stores: async () => ({ postgres, reach: { tell: async () => {}, close: async () => {} } }),
    visitor: async () => ({ address: '192.0.2.1', userAgent: null }),
    cookie: async () => undefined,
    secret: 'x'.repeat(32),
    webUrl,
    google: null,
    warn: () => {},
    ways: { credentials: async () => came },
  })

/** What the page's form does, less the HTTP. @returns whom it signs in, or why nobody is */
const signIn = async (came: SignInOutcome) => {
  const [provider] = options(came).providers
  if (provider?.type !== 'credentials') throw new Error('no credentials provider')
  // NextAuth merges a provider's `options` over its own fields before it calls it.
  return provider.options.authorize({}, { headers: {} }).catch((error: Error) => refusalIn(error.message))
}

test('SESSION-1 people sign in to the pages; bots do not, and a refusal reaches the page whole', async () => {
  const account = await register(newEmail())
  const robot = await register(newEmail(), { bot: true })
  expect(await signIn({ is: 'signed-in', account })).toEqual({ id: account.id, sid: expect.stringMatching(/./) })
  expect(await signIn({ is: 'signed-in', account: robot })).toEqual({ is: 'wrong' })
  const banned = { is: 'banned', reason: 'It was “agreed” so: {"is":"signed-in"}' } as const
  expect(await signIn(banned)).toEqual(banned)
  expect(refusalIn('CredentialsSignin')).toBeNull()
  expect(refusalIn('{"is":"signed-in"}')).toBeNull()
})

test('SESSION-3 the session cookie is out of reach of scripts, and of plain HTTP where the site has HTTPS', () => {
  const cookie = (webUrl: string) => options({ is: 'wrong' }, webUrl).cookies?.sessionToken
  expect(cookie('http://localhost:3000')).toMatchObject({
    name: 'gavel.session',
    options: { httpOnly: true, sameSite: 'lax', secure: false },
  })
  expect(cookie('https://gavel.example')).toMatchObject({
    name: '__Host-gavel.session',
    options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
  })
})
