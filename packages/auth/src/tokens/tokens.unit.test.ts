import { SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { OPERATOR } from '../policy/policy.ts'
import { KEY_ALGORITHM, type KeyRing, makeKey } from './key-ring.ts'
import { ACCESS_TOKEN_TTL_MS, accessTokens, isOperatorToken, type SignedInActor } from './tokens.ts'

const NOW_MS = 1_800_000_000_000
/** A ring of one key. */
const ringOf = (key: Awaited<ReturnType<typeof makeKey>>): KeyRing => ({
  signing: async () => key,
  named: async (kid) => (kid === key.kid ? key : null),
  jwks: async () => ({ keys: [key.publicJwk] }),
})
const key = await makeKey(NOW_MS)
const tokens = accessTokens(ringOf(key))
const actor: SignedInActor = { userId: 'u_1-x', admin: true, operator: false, bot: true, creator: true }

test('TOKEN-1 a token carries who its bearer is, and which session it belongs to, for 15 minutes and not a second longer', async () => {
  const { token, expiresAtMs } = await tokens.sign(actor, { sid: 's1', nowMs: NOW_MS })
  expect(expiresAtMs).toBe(NOW_MS + 15 * 60_000)
  expect(await tokens.verify(token, NOW_MS + ACCESS_TOKEN_TTL_MS - 1_000)).toEqual({
    ok: true,
    actor,
    sid: 's1',
    expiresAtMs,
  })
  expect(await tokens.verify(token, expiresAtMs)).toEqual({ ok: false, reason: 'expired' })
  const operator = await tokens.sign({ ...OPERATOR, userId: 'operator' }, { nowMs: NOW_MS })
  expect(await tokens.verify(operator.token, NOW_MS)).toMatchObject({ actor: OPERATOR, sid: null })
})

test('TOKEN-2 what Gavel did not sign for this use is refused', async () => {
  const { token } = await tokens.sign(actor, { nowMs: NOW_MS })
  const [header, payload, signature] = token.split('.')
  const claims = { sub: 'u1', admin: true, operator: true, bot: false, creator: false }
  const forged = (change: { alg?: string; kid?: string; typ?: string; audience?: string; key?: typeof key.sign }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: change.alg ?? KEY_ALGORITHM, kid: change.kid ?? key.kid, typ: change.typ ?? 'at+jwt' })
      .setIssuer('gavel')
      .setAudience(change.audience ?? 'gavel-access')
      .setExpirationTime(NOW_MS / 1000 + 60)
      .sign(change.key ?? key.sign)
  expect((await tokens.verify(await forged({}), NOW_MS)).ok).toBe(true)
  const foreign = [
    '',
    'rubbish',
    'a.b.c',
    `${header}.${payload}`,
    `${header}.${payload?.slice(0, -2)}AA.${signature}`,
    (await accessTokens(ringOf(await makeKey(NOW_MS))).sign(actor, { nowMs: NOW_MS })).token,
    new UnsecuredJWT(claims).setIssuer('gavel').setAudience('gavel-access').encode(),
    // The public key is no secret: it must not pass for one of another algorithm.
    await forged({ alg: 'HS256', key: new TextEncoder().encode(JSON.stringify(key.publicJwk)) }),
    await forged({ kid: 'another' }),
    await forged({ typ: 'JWT' }),
    await forged({ audience: 'someone-else' }),
    'x'.repeat(100_000),
  ]
  for (const text of foreign) expect(await tokens.verify(text, NOW_MS)).toEqual({ ok: false, reason: 'invalid' })
})

test('TOKEN-2 a token whose claims have another shape is refused', async () => {
  const odd = { ...actor, admin: 'yes' } as unknown as SignedInActor
  const spaced = { ...actor, userId: 'not an id' }
  for (const bearer of [odd, spaced]) {
    const { token } = await tokens.sign(bearer, { nowMs: NOW_MS })
    expect(await tokens.verify(token, NOW_MS)).toEqual({ ok: false, reason: 'invalid' })
  }
})

test('TOKEN-3 the operator token is taken whole or not at all', () => {
  expect(isOperatorToken('operator-token-1', 'operator-token-1')).toBe(true)
  for (const given of ['', 'operator-token-', 'operator-token-2', 'operator-token-11']) {
    expect(isOperatorToken('operator-token-1', given)).toBe(false)
  }
})
