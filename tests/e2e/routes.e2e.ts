import type { APIRequestContext } from '@playwright/test'
import { operatorToken } from './operator-token.ts'
import { ASKERS, type Asker, ROUTES, type Route } from './routes.ts'
import { expect, test } from './story.ts'

const PASSWORD = 'gavel-demo-night'
const DENIED = new Set(['AUTH.SIGN_IN_FIRST', 'AUTH.FORBIDDEN'])

const tokenOf = async (request: APIRequestContext, data: object): Promise<string> => {
  const answer = await request.post('/api/token', { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return ((await answer.json()) as { token: string }).token
}

const bearer = (token: string | null): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

/** Reads a procedure as the bearer of a token. */
const read = async (
  request: APIRequestContext,
  path: string,
  input: unknown,
  token: string | null,
): Promise<unknown> => {
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) })
  const answer = await request.get(`/api/trpc/${path}?${query}`, { headers: bearer(token) })
  return ((await answer.json()) as { result: { data: { json: unknown } } }).result.data.json
}

const tokens = async (request: APIRequestContext): Promise<Record<Asker, string | null>> => {
  const of = (who: string) => tokenOf(request, { email: `${who}@gavel.test`, password: PASSWORD })
  const ended = await of('fan')
  await request.delete('/api/token', { headers: bearer(ended) })
  return {
    guest: null,
    ended,
    fan: await of('fan'),
    owner: await of('owner1'),
    otherOwner: await of('owner2'),
    auctioneer: await of('auctioneer'),
    organiser: await of('organiser'),
    admin: await of('admin'),
    operator: await tokenOf(request, { operatorToken: operatorToken() }),
  }
}

const ask = async (
  request: APIRequestContext,
  { method, picture, alone }: Route,
  path: string,
  token: string | null,
): Promise<boolean> => {
  const answer = await request.fetch(path, {
    method,
    headers: { ...(alone ? {} : bearer(token)), ...(picture && { 'content-type': 'image/png' }) },
    ...(picture && { data: Buffer.from('x') }),
    maxRedirects: 0,
  })
  const body = (await answer.json().catch(() => null)) as { error?: { code?: unknown } } | null
  return !DENIED.has(String(body?.error?.code))
}

test('POLICY-8 every route lets in whom the table names, and refuses everybody else', async ({ request }) => {
  const held = await tokens(request)
  const me = (await read(request, 'auth.me', null, held.owner)) as {
    paddles: { auctionId: string; teamId: string }[]
  }
  const league = (await read(request, 'event.bySlug', { slug: 'friday-night-league' }, null)) as {
    auction: { auctionId: string }
  }
  const names = me.paddles.find(({ auctionId }) => auctionId === league.auction.auctionId)
  if (!names) throw new Error('owner1 has no paddle in the demo league')
  const wrong: string[] = []
  for (const [route, rows] of Object.entries(ROUTES))
    for (const row of rows)
      for (const who of ASKERS) {
        const letIn = await ask(request, row, row.at?.(names) ?? route, held[who])
        if (letIn !== row.may.includes(who)) wrong.push(`${who} ${letIn ? 'may' : 'may not'} ${row.method} ${route}`)
      }
  expect(wrong).toEqual([])
})

test('KEY-4 the public keys are served, for everybody to keep for some minutes', async ({ request }) => {
  const answer = await request.get('/.well-known/jwks.json')
  expect(answer.headers()['cache-control']).toBe('public, max-age=300')
  const { keys } = (await answer.json()) as { keys: Record<string, string>[] }
  expect(keys.length).toBeGreaterThan(0)
  for (const key of keys) {
    expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
    expect(key).not.toHaveProperty('d')
  }
  const token = await tokenOf(request, { email: 'fan@gavel.test', password: PASSWORD })
  const [head = ''] = token.split('.')
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
  expect(keys.map((key) => key.kid)).toContain(kid)
})

test('REFRESH-6 a browser keeps its refresh token out of reach of scripts; two tabs that refresh at once are both served', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto('/')
  const signedIn = await page.evaluate(
    async (data) =>
      (await fetch('/api/token', { method: 'POST', body: JSON.stringify(data) })).json() as Promise<object>,
    { email: 'fan@gavel.test', password: PASSWORD, cookie: true },
  )
  expect(signedIn).not.toHaveProperty('refreshToken')
  expect(await page.evaluate(() => document.cookie)).not.toContain('gavel.refresh')
  const other = await context.newPage()
  await other.goto('/')
  const refresh = (tab: typeof page) =>
    tab.evaluate(async () => (await fetch('/api/token/refresh', { method: 'POST' })).status)
  expect(await Promise.all([refresh(page), refresh(other), refresh(page), refresh(other)])).toEqual([
    200, 200, 200, 200,
  ])
  expect(await refresh(other)).toBe(200)
  // Another site cannot use it, and a refusal takes nothing away.
  const foreign = await context.request.post('/api/token/refresh', { headers: { origin: 'https://evil.example' } })
  expect([foreign.status(), foreign.headers()['set-cookie']]).toEqual([403, undefined])
  expect((await context.cookies(`${baseURL}/api/token`)).map(({ name }) => name)).toContain('gavel.refresh')
  expect(await refresh(page)).toBe(200)
})
