import { loadEnvPart } from '@gavel/config'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../id.ts'
import { connectPostgres, type Postgres } from './connection.ts'
import { insertRefreshToken } from './refresh-tokens.ts'
import { closeSessions, forgetSessions, insertSession } from './sessions.ts'
import { forgetSigningKeys, insertSigningKey, signingKeys } from './signing-keys.ts'
import { insertUser } from './users.ts'

const DAY_MS = 86_400_000
let postgres: Postgres
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(() => postgres.close())

test('SESSION-8 a session that has been over for a month is forgotten with its tokens; one that is not stays', async () => {
  const userId = newId()
  await insertUser(postgres, { id: userId, email: `${userId}@gavel.test`, name: 'A', passwordHash: null, bot: false })
  const life = { idleMs: 7 * DAY_MS, mostMs: 30 * DAY_MS }
  const session = async () => {
    const id = newId()
    await insertSession(postgres, { id, userId, kind: 'program', device: 'curl', address: '192.0.2.1' }, life)
    await insertRefreshToken(postgres, { hash: `${id}${'0'.repeat(48)}`, sid: id, lifeMs: DAY_MS })
    return id
  }
  const [ended, ranOut, recent, live] = [await session(), await session(), await session(), await session()]
  for (const sid of [ended, recent]) await closeSessions(postgres, { sid }, 'ended')
  const earlier = (id: string, days: number) => postgres.prisma.$executeRaw`
    UPDATE auth.sessions SET ended_at = ended_at - ${days} * interval '1 day', expires_at = expires_at - ${days} * interval '1 day'
    WHERE id = ${id}`
  await earlier(ended, 31)
  await earlier(ranOut, 38)
  await earlier(recent, 29)
  await forgetSessions(postgres, 30 * DAY_MS)
  const left = await postgres.prisma.session.findMany({ where: { userId }, select: { id: true, refreshTokens: true } })
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([recent, live]))
  expect(left.every(({ refreshTokens }) => refreshTokens.length === 1)).toBe(true)
})

test('KEY-6 a key that has ended is forgotten', async () => {
  const nowMs = Date.UTC(2001, 0, 1)
  const key = { publicJwk: {}, sealedJwk: 'x', createdAtMs: nowMs, endsAtMs: nowMs + DAY_MS }
  const id = newId()
  // Long before every other key, so the others count as newer: each is told to be left out.
  const others = (await signingKeys(postgres, nowMs)).map((other) => other.id)
  expect(await insertSigningKey(postgres, { id, ...key }, { sinceMs: nowMs - 1, ignored: others })).toBe(true)
  expect((await signingKeys(postgres, nowMs)).map((one) => one.id)).toContain(id)
  await forgetSigningKeys(postgres, nowMs + DAY_MS + 1)
  expect((await signingKeys(postgres, nowMs)).map((one) => one.id)).not.toContain(id)
})
