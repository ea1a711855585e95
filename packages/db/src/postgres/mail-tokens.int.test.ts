import { randomBytes, randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { connectPostgres, type Postgres } from './connection.ts'
import { forgetMailTokens, insertMailToken, useMailLink } from './mail-tokens.ts'
import { insertWaitingUser, userForSignIn } from './sign-in.ts'
import { insertUser, userByEmail } from './users.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

const newHash = () => randomBytes(32).toString('hex')
const newEmail = () => `${randomUUID()}@test.gavel`
/** A new account whose letter was written so long ago that its link ended `overMs` ago. */
const waiting = async (overMs: number) => {
  const [email, hash, id] = [newEmail(), newHash(), newId()]
  await insertWaitingUser(postgres, { id, email, name: 'Asha', passwordHash: 'x' }, { hash, lifeMs: -overMs })
  return { email, hash, id }
}

test('MAIL-4 a new account whose letter nobody has answered is forgotten; every other one stays', async () => {
  const [old, late, opened] = [await waiting(2 * DAY_MS), await waiting(HOUR_MS), await waiting(-HOUR_MS)]
  const asked = await waiting(2 * DAY_MS)
  await insertMailToken(postgres, {
    ...{ hash: newHash(), userId: asked.id, purpose: 'verify', email: asked.email, lifeMs: HOUR_MS },
  })
  expect(await useMailLink(postgres, opened.hash)).toMatchObject({ account: { id: opened.id } })
  const silent = newEmail()
  await insertUser(postgres, { id: newId(), email: silent, name: 'Never asked', passwordHash: 'x', bot: false })
  await forgetMailTokens(postgres)
  await forgetMailTokens(postgres)
  expect(await userByEmail(postgres, old.email)).toBeNull()
  for (const { email } of [late, opened, asked]) expect(await userByEmail(postgres, email), email).not.toBeNull()
  expect(await userByEmail(postgres, silent)).not.toBeNull()
  expect(await userForSignIn(postgres, opened.email)).toMatchObject({ waits: false })
  expect(await userForSignIn(postgres, late.email)).toMatchObject({ waits: true })
  // The address is free.
  expect(
    await insertWaitingUser(
      postgres,
      { id: newId(), email: old.email, name: 'Ravi', passwordHash: 'x' },
      { hash: newHash(), lifeMs: HOUR_MS },
    ),
  ).toBe(true)
})

test('MAIL-3 a link is used once, however many use it at once, and never when its time is over', async () => {
  const { hash, id } = await waiting(-HOUR_MS)
  const used = await Promise.all(Array.from({ length: 10 }, () => useMailLink(postgres, hash)))
  expect(used.filter((outcome) => outcome !== 'none')).toEqual([
    expect.objectContaining({ account: expect.objectContaining({ id }) }),
  ])
  expect(await useMailLink(postgres, (await waiting(1_000)).hash)).toBe('none')
  expect(await useMailLink(postgres, newHash())).toBe('none')
})

test('MAIL-3 a link to an address that the account has left since is good for nothing', async () => {
  const [id, email, next] = [newId(), newEmail(), newEmail()]
  await insertUser(postgres, { id, email, name: 'Asha', passwordHash: 'x', bot: false })
  const [reset, change] = [newHash(), newHash()]
  await insertMailToken(postgres, { hash: reset, userId: id, purpose: 'reset', email, lifeMs: HOUR_MS })
  await insertMailToken(postgres, { hash: change, userId: id, purpose: 'change', email: next, lifeMs: HOUR_MS })
  expect(await useMailLink(postgres, change)).toMatchObject({ before: email, account: { email: next } })
  expect(await useMailLink(postgres, reset, { passwordHash: 'stolen' })).toBe('none')
  expect((await userForSignIn(postgres, next))?.passwordHash).toBe('x')
})
