import { userByEmail } from '@gavel/db'
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
import type { AnyProcedure } from '@trpc/server'
import { TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import superjson from 'superjson'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Caller } from '../given.ts'
import type { Path } from '../paths.ts'
import { TABLE } from '../policy-walk/table.ts'
import { appRouter } from '../router.ts'
import { givenHostile, jsonSchemaOf, standOf } from './given-hostile.ts'

const here = givenHostile()

const email = 'somebody@test.gavel'
const SPECIAL: Readonly<Record<string, object>> = {
  'auth.register': { email, next: '/events' },
  'account.requestReset': { email },
  'account.changeEmail': { email },
  'auction.approveCorrection': { id: 1 },
  'auction.dropCorrection': { id: 1 },
}
/** After these the others would find nothing. */
const ENDS: ReadonlySet<string> = new Set(['match.remove', 'auction.removeTeam', 'event.finish', 'event.cancel'])

/** Every procedure that takes something, with inputs that its schema describes. */
const asked = (): { path: Path; input: Record<string, unknown> }[] =>
  Object.entries(appRouter._def.procedures as unknown as Record<string, AnyProcedure>)
    .flatMap(([path, procedure]) => {
      const parts = procedure._def.inputs.map((parser) => samplesOf(jsonSchemaOf(parser), here.known))
      const most = parts.length === 0 ? 0 : Math.max(...parts.map(({ length }) => length))
      return Array.from({ length: most }, (_, n) => ({
        path: path as Path,
        input: Object.assign({}, ...parts.map((samples) => samples[n % samples.length]), SPECIAL[path]),
      }))
    })
    .toSorted((a, b) => Number(ENDS.has(a.path)) - Number(ENDS.has(b.path)))

const call = async (caller: Caller, path: string, input: unknown): Promise<unknown> => {
  const [subject = '', name = ''] = path.split('.')
  const callers = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  return callers[subject]?.[name]?.(input)
}

const whoMay = (path: Path): Caller => here.where.as[TABLE[path].may.includes('admin') ? 'admin' : 'operator']

type Outcome = 'done' | 'refused' | 'invalid' | { broke: string }
const outcome = async (path: Path, input: unknown): Promise<Outcome> => {
  try {
    await call(whoMay(path), path, input)
    return 'done'
  } catch (error) {
    if (!(error instanceof TRPCError)) return { broke: String(error) }
    if (error.cause instanceof z.ZodError) return 'invalid'
    return error.code === 'INTERNAL_SERVER_ERROR' ? { broke: String(error.cause ?? error) } : 'refused'
  }
}

/** What breaks where each of these stands in each of these places of every input, all of one place at once. */
const brokenBy = async (placesOf: (input: unknown) => Place[], hostile: readonly unknown[]): Promise<string[]> => {
  const broken: string[] = []
  for (const { path, input } of asked())
    for (const place of placesOf(input))
      await Promise.all(
        hostile.map(async (put) => {
          const came = await outcome(path, withAt(input, place, put))
          if (typeof came === 'object')
            broken.push(`${path} ${place.join('.')} ${JSON.stringify(put).slice(0, 30)}: ${came.broke}`)
        }),
      )
  return broken
}

describe('hostile input, in every text of every procedure', () => {
  it('GUARD-6 the samples lead behind the gates: most are valid inputs', async () => {
    const all = asked()
    const invalid = new Set<string>()
    const broken: string[] = []
    for (const { path, input } of all) {
      const came = await outcome(path, input)
      if (came === 'invalid') invalid.add(path)
      if (typeof came === 'object') broken.push(`${path}: ${came.broke}`)
    }
    expect(broken).toEqual([])
    expect(all.length).toBeGreaterThan(70)
    // Whole auctions and players have rules between their fields.
    expect([...invalid].toSorted()).toEqual(['players.add', 'players.update', 'rehearsal.create'])
  })

  it('GUARD-6 an operator of a store is no text: it is refused wherever a text belongs, and changes nothing', async () => {
    const wrong: string[] = []
    const before = await standOf(here)
    for (const { path, input } of asked())
      for (const place of textsIn(input))
        await Promise.all(
          OPERATORS.map(async (operator) => {
            const came = await outcome(path, withAt(input, place, operator))
            if (came !== 'invalid')
              wrong.push(`${path} ${place.join('.')} ${JSON.stringify(operator)}: ${JSON.stringify(came)}`)
          }),
        )
    expect(wrong).toEqual([])
    expect(await standOf(here)).toEqual(before)
  })

  it('GUARD-7 no text breaks anything: it is taken as it stands, or refused in words', async () => {
    expect(await brokenBy(textsIn, TEXTS)).toEqual([])
    expect(await userByEmail(here.g.services.postgres, "' OR '1'='1")).toBeNull()
  }, 600_000)

  it('GUARD-12 nothing of another type or beyond all bounds breaks anything, wherever it stands', async () => {
    expect(await brokenBy(placesIn, WRONG)).toEqual([])
  }, 600_000)

  it('GUARD-12 what has no bottom is refused, as pages send it too, and changes nothing', async () => {
    const before = await standOf(here)
    const wrong: string[] = []
    const ask = async (path: string, body: string) => {
      const url = `http://gavel.test/api/trpc/${path}`
      const headers = { 'content-type': 'application/json' }
      const answer = await fetchRequestHandler({
        endpoint: '/api/trpc',
        req: new Request(url, { method: 'POST', headers, body }),
        router: appRouter,
        createContext: () => ({
          services: here.g.services,
          actor: here.where.actors.admin,
          session: null,
          address: 'somewhere',
        }),
      })
      if (answer.status !== 400) wrong.push(`${path}: ${answer.status} ${(await answer.text()).slice(0, 200)}`)
    }
    for (const levels of [100, 5_000, 100_000])
      for (const path of ['event.create', 'profile.save', 'inbox.markRead']) {
        await ask(path, `{"json":{"name":${deepJson(levels)}}}`)
        await ask(path, `{"json":{"name":"x"},"meta":{"values":${deepJson(levels)}}}`)
      }
    expect(wrong).toEqual([])
    expect(await standOf(here)).toEqual(before)
  })

  it('GUARD-8 no key of an input reaches the prototypes, as JSON or as the pages send it', async () => {
    const broken: string[] = []
    for (const { path, input } of asked())
      for (const place of objectsIn(input)) {
        const came = await outcome(path, pollutedAt(input, place))
        if (typeof came === 'object') broken.push(`${path} ${place.join('.')}: ${came.broke}`)
        expect([path, place, isPolluted()]).toEqual([path, place, false])
      }
    expect(broken).toEqual([])
  })

  it('GUARD-8 what says of a type where it belongs, as the pages send it, cannot name a prototype', () => {
    for (const where of ['__proto__.polluted', 'constructor.prototype.polluted', 'a.__proto__.polluted'])
      for (const meta of [{ values: { [where]: ['Date'] } }, { referentialEqualities: { a: [where] } }]) {
        try {
          superjson.deserialize({ json: JSON.parse('{"a":{"b":1},"__proto__":{"polluted":1}}'), meta } as never)
        } catch {
          // Refused is as good as left out.
        }
        expect(isPolluted()).toBe(false)
      }
  })
})
