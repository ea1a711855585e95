import type { Who } from '@gavel/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../errors.ts'
import { type Caller, type Given, given } from '../given.ts'
import { appRouter } from '../router.ts'
import { type Scene, scene } from './scene.ts'
import { inTurn, type Row, TABLE } from './table.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const paths = Object.keys(appRouter._def.procedures)

/** What the call names, and nothing more. */
const locatorOf = async (where: Scene, { on }: Row): Promise<object | undefined> => {
  switch (on) {
    case 'nothing':
      return undefined
    case 'event':
      return { slug: where.slug }
    case 'auction':
      return { auctionId: where.auctionId }
    case 'match':
      return { matchId: await where.matchId() }
    case 'registration':
      return { slug: where.slug, id: where.registrationId }
  }
}

/** Calls a procedure by its path. @returns whether the gate let the caller through, whatever became of the call behind it */
const isLetIn = async (caller: Caller, path: string, input: object | undefined): Promise<boolean> => {
  const [subject = '', name = ''] = path.split('.')
  const callers = caller as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
  const call = callers[subject]?.[name]
  if (!call) throw new Error(`there is no ${path}`)
  try {
    await call(input)
    return true
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    const refused =
      cause instanceof AppError && (cause.code === 'AUTH.SIGN_IN_FIRST' || cause.code === 'AUTH.FORBIDDEN')
    return !refused
  }
}

const walk = async (where: Scene, mayOf: (row: Row) => readonly Who[]): Promise<string[]> => {
  const wrong: string[] = []
  for (const [path, row] of Object.entries(TABLE)) {
    const may = mayOf(row)
    for (const who of inTurn(may)) {
      const letIn = await isLetIn(where.as[who], path, await locatorOf(where, row))
      if (letIn !== may.includes(who)) wrong.push(`${who} ${letIn ? 'may' : 'may not'} call ${path}`)
    }
  }
  return wrong
}

describe('every procedure by everybody', () => {
  it('POLICY-5 every procedure has a row, and every row a procedure', () => {
    expect(Object.keys(TABLE).toSorted()).toEqual(paths.toSorted())
  })

  it('POLICY-5 in an event that is open to all, the table lets in whom it names and refuses everybody else', async () => {
    expect(await walk(await scene(g, { open: true }), ({ may }) => may)).toEqual([])
  })

  it('POLICY-5 in an event whose room is for people with a role, the same, without strangers', async () => {
    expect(await walk(await scene(g, { open: false }), ({ may, inside }) => inside ?? may)).toEqual([])
  })

  it('POLICY-6 of a draft nobody but its staff knows that it is there', async () => {
    const organiser = await g.person({ creator: true })
    const stranger = await g.person()
    const { slug } = await organiser.api.event.create({
      name: 'A draft',
      startsAtMs: Date.UTC(2030, 0, 1),
      timeZone: 'Asia/Kolkata',
      ruleSetId: 'ipl-2026',
      capacity: { players: 10, teams: 4 },
    })
    const answers = async (of: string) => {
      const said = (error: unknown) => (error as Error).message
      return Promise.all([g.guest, stranger.api].map((caller) => caller.event.bySlug({ slug: of }).catch(said)))
    }
    expect(await answers(slug)).toEqual(await answers('there-is-no-such-event'))
    expect(await organiser.api.event.bySlug({ slug })).toMatchObject({ slug })
  })
})
