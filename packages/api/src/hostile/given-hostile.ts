import { sessionsOf, userById } from '@gavel/db'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { z } from 'zod'
import { type Given, given } from '../given.ts'
import { type Scene, scene } from '../policy-walk/scene.ts'

/** What a parser takes, as JSON Schema. */
export const jsonSchemaOf = (parser: unknown): object =>
  z.toJSONSchema(parser as z.ZodType, { io: 'input', unrepresentable: 'any' })

/** `known`: what stands in fields of these names, so that a sample leads to something that is there. */
type Hostile = { g: Given; where: Scene; known: Record<string, unknown> }

/** An event for each test of a file: what one test ends or takes away is there for the next. */
export const givenHostile = (): Hostile => {
  const here = {} as Hostile
  beforeAll(async () => {
    here.g = await given()
  })
  beforeEach(async () => {
    const where = await scene(here.g, { open: true })
    const { slug, auctionId, teamId, userId, registrationId: id } = where
    const made = { slug, auctionId, teamId, userId, matchId: await where.matchId(), id, ids: [id] }
    Object.assign(here, { where, known: { ...made, ...TYPED } })
  })
  afterAll(() => here.g?.close())
  return here
}

/** What no schema can say of a field that is checked by a function. */
const TYPED = {
  timeZone: 'Asia/Kolkata',
  password: 'correct horse of the staple',
  newPassword: 'correct horse of the staple',
}

/** How everything stands that a request might change: the whole of MongoDB, the log of the auction, and the people of the scene. */
export const standOf = async ({ g, where: { auctionId, actors } }: Hostile) => {
  const { mongo, postgres, log } = g.services
  const ids = Object.values(actors).flatMap(({ userId }) => userId ?? [])
  const people = await Promise.all(
    ids.map(async (id) => [await userById(postgres, id), await sessionsOf(postgres, id)]),
  )
  const collections = (await mongo.connection.db?.collections()) ?? []
  const documents = await Promise.all(
    collections.map(async (one) => [one.collectionName, await one.find().sort({ _id: 1 }).toArray()]),
  )
  return { documents: Object.fromEntries(documents), people, auction: (await log.load(auctionId))?.state.seq }
}
