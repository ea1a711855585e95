import { actorOf } from '@gavel/auth'
import { insertUser, newId, setRights } from '@gavel/db'
import {
  deepJson,
  isPolluted,
  OPERATORS,
  objectsIn,
  type Place,
  placesIn,
  pollutedAt,
  samplesOf,
  TEXTS,
  textsIn,
  WRONG,
  withAt,
} from '@gavel/testkit'
import { describe, expect, it } from 'vitest'
import { aRequest } from '../rest/given.ts'
import { problemSchema } from '../rest/problem.ts'
import type { RestRoute } from '../rest/route.ts'
import { REST_ROUTES } from '../rest/routes.ts'
import { type RestAnswer, serveRest } from '../rest/serve.ts'
import { givenHostile, jsonSchemaOf, standOf } from './given-hostile.ts'

const here = givenHostile()

type Asked = { route: RestRoute; body: unknown }

/** Every operation, once for each choice that its body leaves. Those after which the others would find nothing come last. */
const asked = (): Asked[] =>
  REST_ROUTES.flatMap((route): Asked[] =>
    (route.body ? samplesOf(jsonSchemaOf(route.body), here.known) : [undefined]).map((body) => ({ route, body })),
  ).toSorted((a, b) => Number(ENDS.has(a.route.id)) - Number(ENDS.has(b.route.id)))
const ENDS: ReadonlySet<string> = new Set(['removeTeam', 'cancelEvent', 'endOtherSessions'])

const namesIn = ({ path }: RestRoute): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** Of what there is none. */
const NONE: Record<string, unknown> = { sid: 'none', deductionId: 'none', player: 'p1' }

/** The path with what is known in it, or with something else for one of its names. */
const pathOf = ({ path }: RestRoute, put: Record<string, string> = {}): string =>
  path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => put[name] ?? encodeURIComponent(String({ ...NONE, ...here.known }[name])),
  )

/** An administrator of whom nothing was asked yet, so that no limit stands before what is tried. */
const somebodyNew = async () => {
  const { postgres, eventCreation } = here.g.services
  const id = newId()
  await insertUser(postgres, { id, email: `${id}@test.gavel`, name: 'Somebody', passwordHash: null, bot: false })
  const account = await setRights(postgres, id, { admin: true })
  if (typeof account === 'string') throw new Error(account)
  return actorOf(account, eventCreation)
}

/** Asks as one person for one place, so that its limits are its own. */
const asker = async () => {
  const actor = await somebodyNew()
  const ctx = { services: here.g.services, actor, session: null, address: actor.userId ?? '' }
  return ({ method }: RestRoute, path: string, given: Parameters<typeof aRequest>[2] = {}): Promise<RestAnswer> =>
    serveRest({ ctx, tokenRefused: false }, aRequest(method, path, given))
}

/** Null where an answer is what it should be: something, or a problem with a code and words. */
const faultOf = ({ status, headers, body }: RestAnswer): string | null => {
  if (status >= 500) return `${status}: ${body}`
  if (status < 400) return null
  const told = problemSchema.safeParse(JSON.parse(body ?? 'null'))
  const fine = told.success && told.data.code !== '' && headers['content-type'] === 'application/problem+json'
  return fine ? null : `${status} without a problem: ${body}`
}

const tell = ({ route }: Asked, place: Place | string, put: unknown, fault: unknown): string =>
  `${route.id} ${String(place)} ${JSON.stringify(put)?.slice(0, 40)}: ${String(fault)}`

/** Puts each of these into each of these places of each body, all of one place at once. `isWrong`: what is wrong with an answer; null for nothing. */
const fuzz = async (
  placesOf: (body: unknown) => Place[],
  hostile: readonly unknown[],
  isWrong: (answer: RestAnswer) => unknown,
): Promise<{ wrong: string[]; count: number }> => {
  const wrong: string[] = []
  let count = 0
  for (const one of asked())
    for (const place of placesOf(one.body)) {
      const ask = await asker()
      await Promise.all(
        hostile.map(async (put) => {
          const fault = isWrong(await ask(one.route, pathOf(one.route), { body: withAt(one.body, place, put) }))
          if (fault !== null) wrong.push(tell(one, place.join('.'), put, fault))
        }),
      )
      count += hostile.length
    }
  return { wrong, count }
}

describe('hostile input, in every operation of the REST API', () => {
  it('GUARD-6 the samples lead behind the gates: hardly any is refused for its shape', async () => {
    const wrong: string[] = []
    const invalid = new Set<string>()
    for (const one of asked()) {
      const answer = await (await asker())(one.route, pathOf(one.route), { body: one.body })
      const fault = faultOf(answer)
      if (fault !== null) wrong.push(tell(one, '', null, fault))
      if (answer.body?.includes('"BAD_REQUEST"')) invalid.add(one.route.id)
    }
    expect(wrong).toEqual([])
    expect([...invalid]).toEqual([])
  })

  it('GUARD-6 an operator of a store is no text: it is refused in every body, and changes nothing', async () => {
    const before = await standOf(here)
    const { wrong, count } = await fuzz(textsIn, OPERATORS, ({ status, body }) =>
      status === 400 && body?.includes('"code"') ? null : `${status} ${body}`,
    )
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(200)
    expect(await standOf(here)).toEqual(before)
  })

  it('GUARD-7 no text in a body breaks anything', async () => {
    const { wrong } = await fuzz(textsIn, TEXTS, faultOf)
    expect(wrong).toEqual([])
  }, 600_000)

  it('GUARD-12 nothing of another type or beyond all bounds breaks anything, wherever it stands', async () => {
    const { wrong, count } = await fuzz(placesIn, WRONG, faultOf)
    expect(wrong).toEqual([])
    expect(count).toBeGreaterThan(500)
  }, 600_000)

  it('GUARD-8 no key of a body reaches the prototypes', async () => {
    const wrong: string[] = []
    for (const one of asked())
      for (const place of objectsIn(one.body)) {
        const ask = await asker()
        const fault = faultOf(await ask(one.route, pathOf(one.route), { body: pollutedAt(one.body, place) }))
        if (fault !== null || isPolluted()) wrong.push(tell(one, place.join('.'), null, fault))
      }
    expect(wrong).toEqual([])
  })

  it('GUARD-12 a body that is no object, is broken, or goes down without an end, is refused and changes nothing', async () => {
    const bodies = ['null', '7', '"x"', '[]', '[{}]', '{', '{"a":1', '\u0000', '{"__proto__":', deepJson(100_000)]
    const nested = `{"name":${deepJson(100_000)},"ids":${deepJson(20_000)},"details":${deepJson(20_000)}}`
    const before = await standOf(here)
    const wrong: string[] = []
    for (const one of asked().filter(({ route }) => route.body)) {
      const ask = await asker()
      for (const body of [...bodies, nested]) {
        const answer = await ask(one.route, pathOf(one.route), { body })
        if (answer.status !== 400 || faultOf(answer) !== null) wrong.push(tell(one, '', body, answer.body))
      }
    }
    expect(wrong).toEqual([])
    expect(await standOf(here)).toEqual(before)
  })

  it('GUARD-7, GUARD-8 nothing in a path breaks anything, and no name of a prototype is there', async () => {
    const raw = ['%', '%00', '%ff', '%ED%A0%80', '..%2f..%2fetc', '__proto__', 'constructor', 'x%0d%0aSet-Cookie:a=b']
    const encoded = [...TEXTS, ...OPERATORS.map((one) => JSON.stringify(one))].map((text) =>
      encodeURIComponent(text.toWellFormed()),
    )
    const wrong: string[] = []
    for (const one of asked())
      for (const name of namesIn(one.route)) {
        const ask = await asker()
        for (const put of [...raw, ...encoded]) {
          const answer = await ask(one.route, pathOf(one.route, { [name]: put }), { body: one.body })
          const fault = faultOf(answer)
          // Some ids that are not there are nothing to take away.
          if (fault !== null || (answer.status < 400 && !IDLE.has(one.route.id)))
            wrong.push(tell(one, name, put, fault))
        }
      }
    expect(wrong).toEqual([])
  }, 600_000)

  it('GUARD-7, GUARD-8 nothing in a query breaks anything, and no key of it is an order to a store', async () => {
    const values = [
      ...TEXTS,
      '-1',
      '0',
      '1e308',
      '0x10',
      'NaN',
      '201',
      '[]',
      '{}',
      ...OPERATORS.map((one) => JSON.stringify(one)),
    ]
    const keys = [
      'cursor[$gt]',
      'limit[$ne]',
      'search[$regex]',
      '__proto__[polluted]',
      'constructor.prototype.polluted',
    ]
    const wrong: string[] = []
    for (const one of asked().filter(({ route }) => route.method === 'GET')) {
      const ask = await asker()
      const queries = [
        ...Object.keys(one.route.query.shape).flatMap((name) =>
          values.map((value) => new URLSearchParams({ [name]: value })),
        ),
        ...[...keys, '__proto__', 'toString'].map((key) => new URLSearchParams({ [key]: '1' })),
        new URLSearchParams('limit=1&limit=2&limit=__proto__'),
        new URLSearchParams(Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, 'x']))),
      ]
      for (const query of queries) {
        const fault = faultOf(await ask(one.route, `${pathOf(one.route)}?${query}`))
        if (fault !== null || isPolluted()) wrong.push(tell(one, 'query', String(query), fault))
      }
    }
    expect(wrong).toEqual([])
  }, 600_000)

  it('GUARD-12 a cursor that was made up is refused', async () => {
    const made = [
      '[]',
      '{}',
      '[-1,"x"]',
      '[1e308,"x"]',
      '[0,{"$gt":""}]',
      '{"__proto__":{"polluted":true}}',
      deepJson(150),
    ]
    const wrong: string[] = []
    for (const one of asked().filter(({ route }) => route.paged)) {
      const ask = await asker()
      for (const text of made) {
        const cursor = Buffer.from(text).toString('base64url')
        const answer = await ask(one.route, `${pathOf(one.route)}?cursor=${cursor}`)
        if (answer.status !== 400 || faultOf(answer) !== null) wrong.push(tell(one, 'cursor', text, answer.body))
      }
    }
    expect(wrong).toEqual([])
    expect(isPolluted()).toBe(false)
  })
})

/** Operations that answer that nothing was there, and are no less right. */
const IDLE: ReadonlySet<string> = new Set(['endSession', 'givePointsBack', 'listPlayerSeason', 'removeTeam'])
