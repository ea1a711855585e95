import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger, loadEnvPart } from '@gavel/config'
import { connectPostgres, type Postgres, sessionsOf } from '@gavel/db'
import NextAuth from 'next-auth'
import { decode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { somebody } from '../given.ts'
import { openReach, type Reach } from '../sessions/reach.ts'
import { createAuthOptions, sessionCookieOf } from './next-auth.ts'

const SECRET = 'a-secret-for-tests-0123456789abcdef'
const WEB_URL = 'http://localhost:3000'
const SESSION = sessionCookieOf(WEB_URL)

let postgres: Postgres
let reach: Reach
let server: Server
let at: string
/** Whoever types the right password, by its e-mail. */
const people = new Map<string, Awaited<ReturnType<typeof somebody>>>()

beforeAll(async () => {
  const { databaseUrl, redisLiveUrl } = loadEnvPart(['databaseUrl', 'redisLiveUrl'])
  postgres = await connectPostgres(databaseUrl)
  reach = openReach(redisLiveUrl, createLogger('test'))
  server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/auth`
})
afterAll(async () => {
  server.close()
  await reach.close()
  await postgres.close()
})

const cookiesIn = (header = ''): Record<string, string> =>
  Object.fromEntries(
    header.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), decodeURIComponent(pair.split('=')[1] ?? '')]),
  )

/** NextAuth over HTTP, as far as it asks for more than Node has. */
const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', at)
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const cookies = cookiesIn(request.headers.cookie)
  const options = createAuthOptions({
    stores: async () => ({ postgres, reach }),
    visitor: async () => ({ address: '192.0.2.1', userAgent: null }),
    cookie: async (name) => cookies[name],
    secret: SECRET,
    webUrl: WEB_URL,
    ways: {
      credentials: async ({ email }) => {
        const account = people.get(String(email))
        return account ? { is: 'signed-in', account } : { is: 'wrong' }
      },
    },
    google: null,
    warn: () => {},
  })
  const nextauth = pathname.replace('/api/auth/', '').split('/')
  const asked = Object.assign(request, {
    query: { nextauth, ...Object.fromEntries(searchParams) },
    body: Object.fromEntries(new URLSearchParams(Buffer.concat(parts).toString())),
    cookies,
  })
  const answered = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body)),
    send: (body: unknown) => response.end(typeof body === 'string' ? body : JSON.stringify(body)),
  })
  await NextAuth(options)(asked, answered)
}

/** A browser: it keeps what it is given. */
const browser = () => {
  const jar = new Map<string, string>()
  const ask = async (path: string, form?: Record<string, string>) => {
    const response = await fetch(`${at}/${path}`, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams({ json: 'true', ...form }) }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return (await response.json()) as { csrfToken?: string; url?: string }
  }
  return {
    jar,
    csrf: async () => (await ask('csrf')).csrfToken ?? '',
    signIn: (form: Record<string, string>) => ask('callback/credentials', form),
    sid: async () => (await decode({ token: jar.get(SESSION) ?? '', secret: SECRET }).catch(() => null))?.sid ?? null,
  }
}
const somePerson = async () => {
  const account = await somebody(postgres)
  people.set(account.email, account)
  return account
}
const sids = async (userId: string) => (await sessionsOf(postgres, userId)).map(({ id }) => id)

test('GUARD-1 nobody is signed in by a form of another site, which knows no token of this browser', async () => {
  const { id, email } = await somePerson()
  const [victim, attacker] = [browser(), browser()]
  const theirs = await attacker.csrf()
  await victim.csrf()
  for (const csrfToken of [undefined, theirs, '']) {
    await victim.signIn({ email, ...(csrfToken !== undefined && { csrfToken }) })
    expect(await victim.sid()).toBeNull()
  }
  // Nor by one whose cookie it has not.
  const fresh = browser()
  await fresh.signIn({ email, csrfToken: theirs })
  expect(await fresh.sid()).toBeNull()
  expect(await sids(id)).toEqual([])
  await victim.signIn({ email, csrfToken: await victim.csrf() })
  expect(await sids(id)).toEqual([await victim.sid()])
})

test('SESSION-9 a session that somebody planted in a browser is not the one that is signed in to there', async () => {
  const [attacker, victim] = [await somePerson(), await somePerson()]
  const [one, other] = [browser(), browser()]
  await one.signIn({ email: attacker.email, csrfToken: await one.csrf() })
  const planted = await one.sid()
  other.jar.set(SESSION, one.jar.get(SESSION) ?? '')
  await other.signIn({ email: victim.email, csrfToken: await other.csrf() })
  const sid = await other.sid()
  expect(sid).not.toBe(planted)
  expect([await sids(victim.id), await sids(attacker.id)]).toEqual([[sid], []])
})

test('GUARD-4 signing in leads to no other site, whatever it is told to go on to', async () => {
  const { email } = await somePerson()
  for (const callbackUrl of [
    'https://evil.example/',
    '//evil.example',
    'http://localhost:3000.evil.example/',
    '/\\evil.example',
  ]) {
    const { csrf, signIn } = browser()
    const { url = '' } = await signIn({ email, csrfToken: await csrf(), callbackUrl })
    expect([callbackUrl, new URL(url).hostname]).toEqual([callbackUrl, 'localhost'])
  }
})
