import { randomUUID } from 'node:crypto'
import { profileById, userById } from '@gavel/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Given, given } from '../given.ts'
import { appRouter } from '../router.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** What nobody may give themselves. */
const WISHES = {
  admin: true,
  mayCreateEvents: true,
  operator: true,
  bot: true,
  emailVerifiedAt: new Date(),
  id: 'root',
}

/** Where a schema takes fields that it does not name. A table of named keys, or of values of one kind, does not. */
const looseIn = (schema: unknown, path = ''): string[] => {
  if (typeof schema !== 'object' || schema === null) return []
  const { additionalProperties: more, propertyNames } = schema as Record<string, unknown>
  const anything = more === true || (typeof more === 'object' && more !== null && Object.keys(more).length === 0)
  const inner = Object.entries(schema).flatMap(([key, value]) => looseIn(value, `${path}/${key}`))
  return [...(anything && propertyNames === undefined ? [path] : []), ...inner]
}

test('GUARD-10 no procedure takes fields that it does not name', () => {
  expect(looseIn(z.toJSONSchema(z.looseObject({}), { io: 'input' }))).toEqual([''])
  const loose = Object.entries(appRouter._def.procedures).flatMap(([path, procedure]) =>
    (procedure as unknown as { _def: { inputs: unknown[] } })._def.inputs.flatMap((input) =>
      looseIn(z.toJSONSchema(input as z.ZodType, { io: 'input', unrepresentable: 'any' })).map((at) => `${path}${at}`),
    ),
  )
  expect(loose).toEqual([])
})

test('GUARD-10 an account that is made or changed with fields of nobody’s asking has no right by them', async () => {
  const form = { email: `${randomUUID()}@test.gavel`, name: 'Mallory', password: 'a long password', ...WISHES }
  const { userId } = await g.guest.auth.register(form)
  const plain = { admin: false, mayCreateEvents: false, bot: false, emailVerifiedAt: null }
  expect(userId).not.toBe('root')
  expect(await userById(g.services.postgres, userId ?? '')).toMatchObject(plain)

  const [somebody, other] = [await g.person(), await g.person()]
  const { name, bio, playing } = await somebody.api.profile.mine()
  const asked = { name, bio, playing, public: true, userId: other.userId, ...WISHES }
  await expect(somebody.api.profile.save(asked)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  expect(await userById(g.services.postgres, somebody.userId)).toMatchObject({ admin: false, bot: false })
  expect(await profileById(g.services.postgres, other.userId)).toMatchObject({ name: 'Somebody' })
})
