import { createLogger, loadEnvPart } from '@gavel/config'
import { connectPostgres, insertUser, newId, type Postgres, sessionsOf } from '@gavel/db'
import type { JWT } from 'next-auth/jwt'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReach, type Reach } from '../sessions/reach.ts'
import { createAuthOptions, sessionCookieOf } from './next-auth.ts'

const SECRET = 'a-secret-for-tests-0123456789abcdef'
const WEB_URL = 'http://localhost:3000'
const env = loadEnvPart(['databaseUrl', 'redisLiveUrl'])

let postgres: Postgres
let reach: Reach
/** What the browser brings. */
let brought: string | undefined
beforeAll(async () => {
  postgres = await connectPostgres(env.databaseUrl)
  reach = openReach(env.redisLiveUrl, createLogger('test'))
})
afterAll(async () => {
  await reach.close()
  await postgres.close()
})

const options = () =>
  createAuthOptions({
    stores: async () => ({ postgres, reach }),
    visitor: async () => ({ address: '192.0.2.1', userAgent: null }),
    cookie: async (name) => (name === sessionCookieOf(WEB_URL) ? brought : undefined),
    secret: SECRET,
    webUrl: WEB_URL,
    ways: {},
    google: null,
    warn: () => {},
  })

const newUser = async () => {
  const id = newId()
  await insertUser(postgres, { id, email: `${id}@gavel.test`, name: 'Asha', passwordHash: null, bot: false })
  return id
}

/** What NextAuth does at sign-in, less the HTTP: the cookie that the browser gets. */
const signIn = async (userId: string): Promise<JWT> => {
  const { jwt } = options().callbacks ?? {}
  const token = await jwt?.({ token: { name: 'Asha', email: 'x@y.z' }, user: { id: userId }, account: null })
  if (!token) throw new Error('no token')
  brought = await encode({ token, secret: SECRET })
  return token
}
const sids = async (userId: string) => (await sessionsOf(postgres, userId)).map(({ id }) => id)

test('SESSION-1 a sign-in is a row; the cookie names it and nobody', async () => {
  brought = undefined
  const userId = await newUser()
  const token = await signIn(userId)
  expect(Object.keys(token).toSorted()).toEqual(['sid', 'sub'])
  expect(await sids(userId)).toEqual([token.sid])
})

test('SESSION-9 whoever signs in over another session leaves it; a cookie that is not ours ends nothing', async () => {
  brought = undefined
  const [one, other] = [await newUser(), await newUser()]
  const { sid } = await signIn(one)
  const again = await signIn(one)
  expect(await sids(one)).toEqual([again.sid])
  expect(again.sid).not.toBe(sid)
  await signIn(other)
  expect(await sids(one)).toEqual([])
  for (const foreign of ['rubbish', await encode({ token: { sid: again.sid ?? '' }, secret: `${SECRET}x` })]) {
    brought = foreign
    const held = await sids(other)
    await signIn(one)
    expect(await sids(other)).toEqual(held)
  }
})

test('SESSION-9 signing out ends the row', async () => {
  brought = undefined
  const userId = await newUser()
  const token = await signIn(userId)
  await options().events?.signOut?.({ token, session: { expires: '', sid: '' } })
  expect(await sids(userId)).toEqual([])
})
