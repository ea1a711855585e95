import { randomBytes } from 'node:crypto'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { checkLooks } from './looks.ts'
import { PHONE, signedIn, someone } from './people.ts'
import { expect, test } from './story.ts'

const ADMIN = { email: 'admin@gavel.test', password: 'gavel-demo-night' }
type Tokens = { token: string; refreshToken: string }

/** A program of the demo league’s administrator, as far as it has come with its tokens. */
function programOf(request: APIRequestContext) {
  let held: Tokens = { token: '', refreshToken: '' }
  const take = async (path: string, data: object): Promise<Tokens> => {
    const answer = await request.post(path, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
    held = (await answer.json()) as Tokens
    return held
  }
  const ask = (method: string, path: string, data?: object, more: Record<string, string> = {}): Promise<APIResponse> =>
    request.fetch(path, { method, headers: { authorization: `Bearer ${held.token}`, ...more }, ...(data && { data }) })
  return {
    signIn: () => take('/api/token', ADMIN),
    refresh: () => take('/api/token/refresh', { refreshToken: held.refreshToken }),
    signOut: () => ask('DELETE', '/api/token'),
    ask: (method: string, path: string, data?: object, more?: Record<string, string>) =>
      ask(method, `/api/v1${path}`, data, more),
  }
}

/** What is wrong, as programs read it. */
async function problemIn(answer: APIResponse): Promise<[number, string]> {
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  const problem = (await answer.json()) as { status: number; code: string }
  expect(problem).toMatchObject({
    type: `/api/docs#${problem.code}`,
    status: answer.status(),
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.any(String),
  })
  return [problem.status, problem.code]
}

test('REST-1, REST-3, REST-6 a program signs in, writes once however often it sends, and is refused in problems', async ({
  browser,
  request,
}) => {
  const program = programOf(request)
  const first = await program.signIn()
  const name = `By a program ${randomBytes(3).toString('hex')}`
  const wanted = {
    ...{ name, startsAtMs: Date.UTC(2031, 2, 1, 14), timeZone: 'Asia/Kolkata', ruleSetId: 'ipl-2025' },
    capacity: { players: 20, teams: 4 },
  }
  const key = { 'idempotency-key': randomBytes(8).toString('hex') }
  const [made, again] = [
    await program.ask('POST', '/events', wanted, key),
    await program.ask('POST', '/events', wanted, key),
  ]
  expect([made.status(), again.status()]).toEqual([201, 201])
  expect([made.headers()['idempotency-replayed'], again.headers()['idempotency-replayed']]).toEqual([undefined, 'true'])
  const { slug } = (await made.json()) as { slug: string }
  expect(await again.json()).toEqual(await made.json())
  const other = await program.ask('POST', '/events', { ...wanted, name: `${name} II` }, key)
  expect(await problemIn(other)).toEqual([422, 'KEY_REUSED'])

  const page = await signedIn(browser, 'admin', '/admin')
  await expect(page.getByRole('main').getByRole('link', { name })).toHaveCount(1)
  // The cookie of the same person's pages opens nothing here.
  expect(await problemIn(await page.request.get('/api/v1/me'))).toEqual([401, 'AUTH.SIGN_IN_FIRST'])

  const refreshed = await program.refresh()
  expect(refreshed.token).not.toBe(first.token)
  const read = await program.ask('GET', `/events/${slug}`)
  expect(await read.json()).toMatchObject({ name, you: { mayManage: true } })
  expect(Number(/r=(\d+)/.exec(read.headers().ratelimit ?? '')?.[1])).toBeGreaterThan(0)

  expect((await program.signOut()).status()).toBe(204)
  const late = await program.ask('GET', `/events/${slug}`)
  expect(await problemIn(late)).toEqual([401, 'BAD_TOKEN'])
  expect(late.headers()['www-authenticate']).toBe('Bearer error="invalid_token"')
  const { refreshToken } = refreshed
  expect((await request.post('/api/token/refresh', { data: { refreshToken } })).status()).toBe(401)
})

test('REST-4 a program reads a list page by page, each of its items once', async ({ request }) => {
  const event = await (await request.get('/api/v1/events/friday-night-league')).json()
  const at = `/api/v1/auctions/${event.auction.auctionId}/players`
  type Player = { id: string }
  const whole = (await (await request.get(`${at}?limit=200`)).json()) as { items: Player[]; nextCursor: string | null }
  expect(whole.nextCursor).toBeNull()
  expect(whole.items.length).toBeGreaterThan(20)

  const read: Player[] = []
  const pages: number[] = []
  for (let next: string | undefined = `${at}?limit=15`; next; ) {
    const answer: APIResponse = await request.get(next)
    const { items } = (await answer.json()) as { items: Player[] }
    read.push(...items)
    pages.push(items.length)
    next = /^<(.+)>; rel="next"$/.exec(answer.headers().link ?? '')?.[1]
  }
  expect(read).toEqual(whole.items)
  expect(Math.max(...pages)).toBe(15)
})

test('REST-7 the page about the API opens under its policy, and its operations are found by keyboard', async ({
  browser,
}) => {
  const page = await someone(browser, PHONE)
  const said: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) said.push(message.text())
  })
  await page.goto('/api/docs')
  const document = (await (await page.request.get('/api/v1/openapi.json')).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>
  }
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))
  const listed = await page.locator('main li[id]').evaluateAll((rows) => rows.map(({ id }) => id))
  expect(listed.toSorted()).toEqual(operations.map(({ operationId }) => operationId).toSorted())

  await page.getByRole('navigation', { name: 'Subjects' }).getByRole('link', { name: 'Teams' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#Teams$/)
  await page.keyboard.press('Tab')
  const operation = page.locator('main li[id]:focus-within')
  await expect(operation).toContainText('/auctions/{auctionId}/squads')
  await expect(operation).toBeInViewport()
  await expect(operation.getByRole('table', { name: 'Parameters of listSquads' })).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(operation.getByRole('table', { name: 'Parameters of listSquads' })).toBeVisible()
  await checkLooks(page, 'the page about the API, with an operation')
  expect(said).toEqual([])
})
