import { randomUUID } from 'node:crypto'
import { loadEnvPart } from '@gavel/config'
import { connectPostgres, type Postgres } from '@gavel/db'
import { createLocalJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openKeyRing } from './key-ring.ts'
import { accessTokens } from './tokens.ts'

const DAY_MS = 86_400_000
/** Long after every key that others have made. */
const START_MS = Date.UTC(2200, 0, 1)
const actor = { userId: 'u1', admin: false, operator: false, bot: false, creator: true }

let postgres: Postgres
const made: string[] = []
beforeAll(async () => {
  postgres = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
})
afterAll(async () => {
  await postgres.prisma.signingKey.deleteMany({ where: { id: { in: made } } })
  await postgres.close()
})

/** Keys of one secret are nobody else's, so each test has its own in the same table. */
const ringsOf = (secret: string, count: number) => Array.from({ length: count }, () => openKeyRing(postgres, secret))

test('KEY-1 instances that make a key at once settle on one, and each verifies what the others sign', async () => {
  const rings = ringsOf(randomUUID(), 5)
  const signers = await Promise.all(rings.map((ring) => ring.signing(START_MS)))
  made.push(...signers.map(({ kid }) => kid))
  expect(new Set(signers.map(({ kid }) => kid)).size).toBe(1)
  const [one, two] = rings.map(accessTokens)
  const signed = await one?.sign(actor, { nowMs: START_MS })
  expect(await two?.verify(signed?.token ?? '', START_MS)).toMatchObject({ ok: true, actor })
})

test('KEY-2 over four months two instances change keys by themselves, and no good token is ever refused', async () => {
  const [first, second] = ringsOf(randomUUID(), 2)
  if (!first || !second) throw new Error('no rings')
  const instances = [first, second].map(accessTokens)
  const kids = new Set<string>()
  for (let hour = 0; hour < 120 * 24; hour += 7) {
    const nowMs = START_MS + hour * 3_600_000
    const [here, there] = hour % 2 === 0 ? instances : instances.toReversed()
    const ring = hour % 2 === 0 ? first : second
    const signer = await ring.signing(nowMs)
    expect(nowMs - signer.createdAtMs).toBeLessThan(30 * DAY_MS)
    kids.add(signer.kid)
    const { token } = (await here?.sign(actor, { nowMs })) ?? { token: '' }
    // Until its last second, by an instance that may never have heard of the key.
    expect(await there?.verify(token, nowMs + 15 * 60_000 - 1)).toMatchObject({ ok: true })
  }
  made.push(...kids)
  expect(kids.size).toBeGreaterThanOrEqual(4)
  expect(kids.size).toBeLessThanOrEqual(5)
  // The first key ended long ago, and what it signed with it.
  const [oldest = ''] = kids
  expect(await first.named(oldest, START_MS + 120 * DAY_MS)).toBeNull()
})

test('KEY-2 a new key is public before it signs', async () => {
  const secret = randomUUID()
  const [ring] = ringsOf(secret, 1)
  const old = await ring?.signing(START_MS)
  const later = START_MS + 29.5 * DAY_MS
  expect((await ring?.signing(later))?.kid).toBe(old?.kid)
  const keys = await expect
    .poll(async () => (await ring?.jwks(later))?.keys.map(({ kid }) => kid) ?? [])
    .toHaveLength(2)
    .then(() => ring?.jwks(later))
  const next = keys?.keys.find(({ kid }) => kid !== old?.kid)?.kid ?? ''
  made.push(old?.kid ?? '', next)
  expect((await ring?.signing(later + 9 * 60_000))?.kid).toBe(old?.kid)
  expect((await ring?.signing(later + 11 * 60_000))?.kid).toBe(next)
})

test('KEY-3 keys are kept sealed; with another secret they sign and verify nothing', async () => {
  const secret = randomUUID()
  const [ring] = ringsOf(secret, 1)
  if (!ring) throw new Error('no ring')
  const { token } = await accessTokens(ring).sign(actor, { nowMs: START_MS })
  const { kid } = await ring.signing(START_MS)
  made.push(kid)
  const row = await postgres.prisma.signingKey.findUniqueOrThrow({ where: { id: kid } })
  expect(row.publicJwk).not.toHaveProperty('d')
  expect(row.sealedJwk).not.toContain('"d"')
  const other = openKeyRing(postgres, randomUUID())
  expect(await accessTokens(other).verify(token, START_MS)).toEqual({ ok: false, reason: 'invalid' })
  const own = await other.signing(START_MS)
  made.push(own.kid)
  expect(own.kid).not.toBe(kid)
})

test('KEY-4 whoever has the public keys verifies a token with them alone', async () => {
  const [ring] = ringsOf(randomUUID(), 1)
  if (!ring) throw new Error('no ring')
  const tokens = accessTokens(ring)
  const { token } = await tokens.sign(actor, { sid: 's1', nowMs: START_MS })
  const jwks = await ring.jwks(START_MS)
  made.push(...jwks.keys.map(({ kid = '' }) => kid))
  expect(JSON.stringify(jwks)).not.toContain('"d"')
  const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
    issuer: 'gavel',
    audience: 'gavel-access',
    algorithms: ['EdDSA'],
    currentDate: new Date(START_MS),
  })
  expect(payload).toMatchObject({ sub: 'u1', sid: 's1', creator: true })
  expect(protectedHeader.kid).toBe(jwks.keys[0]?.kid)
})

test('KEY-5 while PostgreSQL is away, an instance signs and verifies with the keys that it holds', async () => {
  const own = await connectPostgres(loadEnvPart(['databaseUrl']).databaseUrl)
  const ring = openKeyRing(own, randomUUID())
  const tokens = accessTokens(ring)
  const { token } = await tokens.sign(actor, { nowMs: START_MS })
  made.push((await ring.signing(START_MS)).kid)
  await own.close()
  const later = START_MS + 10 * 60_000
  expect(await tokens.verify(token, later)).toMatchObject({ ok: true })
  expect((await tokens.verify((await tokens.sign(actor, { nowMs: later })).token, later)).ok).toBe(true)
})
