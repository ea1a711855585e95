import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { connectPostgres, deliverProfiles, insertUser, namesOf, newId, type Postgres, userById } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actorOf, promoteAdmin, registerAccount, verifyCredentials } from './accounts.ts'
import { createAuthOptions, TOO_MANY_TRIES } from './next-auth.ts'

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
  expect(await answer({ password: 'aaaaaaaaaa' })).toMatchObject({ ok: true })
  expect(await answer({ password: 'Aa1!Aa1!A' })).toMatchObject({ field: 'password', code: 'ACCOUNT.INVALID' })
  expect(await answer({ password: 'x'.repeat(201) })).toMatchObject({ field: 'password' })
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
  expect(account && actorOf(account)).toEqual({ userId: id, admin: true, operator: false, bot: false })
})

const options = (allow: boolean, webUrl = 'http://localhost:3000') =>
  createAuthOptions({
    postgres: async () => postgres,
    secret: 'x'.repeat(32),
    webUrl,
    allowSignIn: async () => allow,
  })

/** What the page's form does, less the HTTP. */
const signIn = (email: string, password: string, allow = true) => {
  const [provider] = options(allow).providers
  if (provider?.type !== 'credentials') throw new Error('no credentials provider')
  // NextAuth merges a provider's `options` over its own fields before it calls it.
  return provider.options.authorize({ email, password }, { headers: {} })
}

test('SESSION-1 people sign in to the page with a password; bots do not', async () => {
  const [email, robot] = [newEmail(), newEmail()]
  const account = await register(email)
  await register(robot, { bot: true })
  expect(await signIn(email, PASSWORD)).toEqual({ id: account.id, name: 'Asha Rao', email, admin: false })
  expect(await signIn(email, 'wrong password')).toBeNull()
  expect(await signIn(robot, PASSWORD)).toBeNull()
})

test('SESSION-2 after too many tries the right password is not looked at', async () => {
  const email = newEmail()
  await register(email)
  await expect(signIn(email, PASSWORD, false)).rejects.toThrow(TOO_MANY_TRIES)
})

test('SESSION-3 the session cookie is out of reach of scripts, and of plain HTTP where the site has HTTPS', () => {
  const cookie = (webUrl: string) => options(true, webUrl).cookies?.sessionToken
  expect(cookie('http://localhost:3000')).toMatchObject({
    name: 'gavel.session',
    options: { httpOnly: true, sameSite: 'lax', secure: false },
  })
  expect(cookie('https://gavel.example')).toMatchObject({
    name: '__Host-gavel.session',
    options: { httpOnly: true, sameSite: 'lax', secure: true, path: '/' },
  })
})
