import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, aPlayer, type Given, given, teamsFor } from '../given.ts'
import { aRequest } from './given.ts'
import { restOperations } from './openapi.ts'
import { type RestAnswer, serveRest } from './serve.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

type Person = Pick<Awaited<ReturnType<Given['person']>>, 'actor' | 'session'>

const ask = (person: Person | null, ...request: Parameters<typeof aRequest>): Promise<RestAnswer> => {
  const actor = person?.actor ?? { userId: null, admin: false, operator: false, bot: false, creator: false }
  const ctx = { services: g.services, actor, session: person?.session ?? null, address: randomUUID() }
  return serveRest({ ctx, tokenRefused: false }, aRequest(...request))
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is looked into field by field
const bodyOf = ({ body }: RestAnswer): any => JSON.parse(body ?? 'null')

const anAuction = async () => {
  const organiser = await g.person({ creator: true })
  const { slug, auctionId } = await organiser.api.event.create(anEvent())
  if (!auctionId) throw new Error('no auction')
  return { organiser, slug, auctionId }
}

describe('the REST API', () => {
  it('REST-1 answers by the same procedures, with the rights of the bearer', async () => {
    const organiser = await g.person({ creator: true })
    const made = await ask(organiser, 'POST', '/events', { body: anEvent() })
    expect(made.status).toBe(201)
    const { slug, auctionId } = bodyOf(made)
    expect(bodyOf(await ask(organiser, 'GET', `/events/${slug}`)).you).toMatchObject({ mayManage: true })
    expect(bodyOf(await ask(null, 'GET', `/events/${slug}`)).you).toMatchObject({ roles: [], mayManage: false })
    const changed = await ask(organiser, 'PATCH', `/events/${slug}`, { body: { venue: 'Pune', slug: 'another' } })
    expect(bodyOf(changed)).toEqual({ slug })
    expect(await organiser.api.event.bySlug({ slug })).toMatchObject({ venue: 'Pune' })
    const team = { name: 'Harbour', short: 'har', colour: '#336699' }
    expect((await ask(organiser, 'POST', `/auctions/${auctionId}/teams`, { body: team })).status).toBe(201)
    expect(bodyOf(await ask(null, 'GET', `/auctions/${auctionId}/teams`)).items).toMatchObject([{ short: 'HAR' }])
  })

  it('REST-2 every read answers in the shape that is published, with people, lots and matches in it', async () => {
    const { organiser, slug, auctionId } = await anAuction()
    const player = await g.person()
    await teamsFor(organiser.api, auctionId, ['HAR', 'HIL'])
    await player.api.event.register({ slug, details: aPlayer() })
    const sides = {
      home: { name: 'A side', short: 'ASI', colour: '#111111' },
      away: { name: 'B side', short: 'BSI', colour: '#222222' },
    }
    const rules = { overs: 2, players: 3 }
    const { matchId } = await organiser.api.match.create({
      slug,
      sport: 'cricket',
      format: 'community',
      rules,
      ...sides,
    })
    await organiser.api.match.start({ matchId })
    const admin = await g.person({ admin: true })
    const names: Record<string, string> = { slug, auctionId, matchId, userId: player.userId }
    const reads = restOperations().filter(({ method }) => method === 'GET')
    for (const { id, path } of reads) {
      const at = path.replace(/\{(\w+)\}/g, (_, name: string) => names[name] ?? 'none')
      const answer = await ask(admin, 'GET', at)
      expect([id, answer.status, answer.status === 200 ? '' : answer.body]).toEqual([id, 200, ''])
    }
    expect(bodyOf(await ask(player, 'GET', `/events/${slug}/registrations/mine`)).items).toHaveLength(1)
    expect(bodyOf(await ask(null, 'GET', `/events/${slug}/matches`)).items).toMatchObject([{ matchId }])
  })

  it('REST-2 gives away nothing that the published shape does not name', async () => {
    const { slug } = await anAuction()
    const card = bodyOf(await ask(null, 'GET', `/events/${slug}`))
    expect(card).not.toHaveProperty('joinCode')
    expect(card).not.toHaveProperty('nextSteps')
  })

  it('REST-3 says what is wrong as a problem, with the status of its kind', async () => {
    const person = await g.person()
    const { slug } = await anAuction()
    const problems = [
      ['GET', '/nothing', 404, 'NO_ROUTE'],
      ['GET', '/events/%E0%A4%A', 404, 'NO_ROUTE'],
      ['GET', '/events/there-is-none', 404, 'EVENT.NOT_FOUND'],
      ['DELETE', '/events', 405, 'WRONG_METHOD'],
      ['GET', '/events?limit=0', 400, 'BAD_REQUEST'],
      ['GET', '/events?cursor=!', 400, 'BAD_CURSOR'],
      ['GET', `/events/${slug}/registrations`, 403, 'AUTH.FORBIDDEN'],
    ] as const
    for (const [method, path, status, code] of problems) {
      const answer = await ask(person, method, path)
      expect([path, answer.status, bodyOf(answer).code]).toEqual([path, status, code])
      expect(answer.headers['content-type']).toBe('application/problem+json')
      expect(bodyOf(answer)).toMatchObject({ type: `/api/docs#${code}`, status, title: expect.any(String) })
    }
    const guest = await ask(null, 'GET', '/me')
    expect([guest.status, guest.headers['www-authenticate']]).toEqual([401, 'Bearer'])
    expect((await ask(person, 'DELETE', '/events')).headers.allow).toBe('GET, POST')
    expect((await ask(person, 'HEAD', '/events')).status).toBe(200)
  })

  it('REST-3 names the field that is wrong, and reads nothing but a JSON object', async () => {
    const organiser = await g.person({ creator: true })
    const wrong = await ask(organiser, 'POST', '/events', { body: { ...anEvent(), name: 7 } })
    expect([wrong.status, bodyOf(wrong).errors]).toEqual([400, [{ path: 'name', message: expect.any(String) }]])
    for (const body of ['{', '[]', '"x"', 'null'])
      expect(bodyOf(await ask(organiser, 'POST', '/events', { body })).code).toBe('NOT_JSON')
    const asText = { body: anEvent(), 'content-type': 'text/plain' }
    expect((await ask(organiser, 'POST', '/events', asText)).status).toBe(415)
    const long = { ...aRequest('POST', '/events'), body: async () => null }
    const ctx = { services: g.services, ...organiser, address: 'here' }
    expect((await serveRest({ ctx, tokenRefused: false }, long)).status).toBe(413)
  })

  it('REST-3 tells a token that is not good from none at all', async () => {
    const actor = { userId: null, admin: false, operator: false, bot: false, creator: false }
    const ctx = { services: g.services, actor, session: null, address: randomUUID() }
    const answer = await serveRest({ ctx, tokenRefused: true }, aRequest('GET', '/events'))
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer error="invalid_token"'])
  })

  it('REST-4 gives lists page by page, each with the address of the next', async () => {
    const { organiser, auctionId } = await anAuction()
    await teamsFor(organiser.api, auctionId, ['AA', 'BB', 'CC'])
    const first = await ask(null, 'GET', `/auctions/${auctionId}/teams?limit=2`)
    const { items, nextCursor } = bodyOf(first)
    expect(items).toHaveLength(2)
    expect(first.headers.link).toBe(
      `</api/v1/auctions/${auctionId}/teams?limit=2&cursor=${encodeURIComponent(nextCursor)}>; rel="next"`,
    )
    // Who goes meanwhile moves no page.
    await organiser.api.auction.removeTeam({ auctionId, teamId: items[0].teamId })
    const second = await ask(null, 'GET', `/auctions/${auctionId}/teams?limit=2&cursor=${nextCursor}`)
    expect(bodyOf(second)).toMatchObject({ items: [{ short: 'CC' }], nextCursor: null })
    expect(second.headers).not.toHaveProperty('link')
  })

  it('REST-5 counts requests by person, and says how many are left', async () => {
    const person = await g.person()
    const left = async () => (await ask(person, 'GET', '/events?limit=1')).headers
    expect(await left()).toMatchObject({
      'ratelimit-policy': '"default";q=600;w=60',
      ratelimit: expect.stringMatching(/^"default";r=599;t=\d+$/),
    })
    expect((await left()).ratelimit).toContain('r=598')
    await Promise.all(
      Array.from({ length: 600 }, () => g.services.limits.tryTake('restByUser', person.actor.userId ?? '')),
    )
    const refused = await ask(person, 'GET', '/events')
    expect([refused.status, bodyOf(refused).code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('Idempotency-Key', () => {
  it('REST-6 does what is sent twice once, and gives the same answer', async () => {
    const organiser = await g.person({ creator: true })
    const send = () =>
      ask(organiser, 'POST', '/events', { body: { ...anEvent(), name: 'Once' }, 'idempotency-key': '"a-key"' })
    const [first, again] = [await send(), await send()]
    expect(again).toMatchObject({ status: 201, body: first.body })
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
  })

  it('REST-6 of fifty at once one is done; the others are told to wait, or the answer', async () => {
    const { organiser, slug } = await anAuction()
    const body = {
      startsAtMs: Date.UTC(2030, 1, 1),
      sport: 'cricket',
      format: 'community',
      rules: { overs: 2, players: 3 },
    }
    const sides = {
      home: { name: 'A side', short: 'ASI', colour: '#111111' },
      away: { name: 'B side', short: 'BSI', colour: '#222222' },
    }
    const request = { body: { ...body, ...sides }, 'idempotency-key': randomUUID() }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => ask(organiser, 'POST', `/events/${slug}/matches`, request)),
    )
    expect(answers.map(({ status }) => status).filter((status) => status !== 201 && status !== 409)).toEqual([])
    expect(await organiser.api.match.list({ slug })).toHaveLength(1)
    const ids = answers.filter(({ status }) => status === 201).map((answer) => bodyOf(answer).matchId)
    expect(new Set(ids).size).toBe(1)
  })

  it('REST-6 a key stands for one request of one person', async () => {
    const organiser = await g.person({ creator: true })
    const other = await g.person({ creator: true })
    const key = randomUUID()
    const send = (who: typeof organiser, name: string) =>
      ask(who, 'POST', '/events', { body: { ...anEvent(), name }, 'idempotency-key': key })
    expect((await send(organiser, 'Mine')).status).toBe(201)
    const reused = await send(organiser, 'Another')
    expect([reused.status, bodyOf(reused).code]).toEqual([422, 'KEY_REUSED'])
    expect((await send(other, 'Theirs')).status).toBe(201)
    expect((await ask(organiser, 'POST', '/events', { body: anEvent(), 'idempotency-key': 'a b' })).status).toBe(400)
  })

  it('REST-6 keeps refusals too, but not those that pass', async () => {
    const organiser = await g.person({ creator: true })
    const key = randomUUID()
    const wrong = () => ask(organiser, 'POST', '/events', { body: { name: 'x' }, 'idempotency-key': key })
    expect((await wrong()).status).toBe(400)
    expect((await wrong()).headers['idempotency-replayed']).toBe('true')
  })

  it('REST-6 while keys cannot be looked up, nothing is done with one', async () => {
    const away = await given({ redisWorkUrl: 'redis://127.0.0.1:1' })
    try {
      const organiser = await away.person({ creator: true })
      const ctx = { services: away.services, ...organiser, address: 'here' }
      const request = aRequest('POST', '/events', { body: anEvent(), 'idempotency-key': 'k' })
      const answer = await serveRest({ ctx, tokenRefused: false }, request)
      expect([answer.status, bodyOf(answer).code]).toEqual([503, 'KEY_UNAVAILABLE'])
    } finally {
      await away.close()
    }
  })
})
