import { SignJWT, UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { OPERATOR } from './policy.ts'
import { ACCESS_TOKEN_TTL_MS, createAccessTokens, isOperatorToken, type SignedInActor } from './tokens.ts'

const SECRET = 'a-secret-for-tests-0123456789abcdef'
const NOW_MS = 1_800_000_000_000
const tokens = createAccessTokens(SECRET)
const actor: SignedInActor = { userId: 'u_1-x', admin: true, operator: false, bot: true }

test('TOKEN-1 a token carries who its bearer is for 15 minutes and not a second longer', async () => {
  const { token, expiresAtMs } = await tokens.sign(actor, NOW_MS)
  expect(expiresAtMs).toBe(NOW_MS + 15 * 60_000)
  expect(await tokens.verify(token, NOW_MS + ACCESS_TOKEN_TTL_MS - 1_000)).toEqual({ ok: true, actor, expiresAtMs })
  expect(await tokens.verify(token, expiresAtMs)).toEqual({ ok: false, reason: 'expired' })
  const operator = await tokens.sign({ ...OPERATOR, userId: 'operator' }, NOW_MS)
  expect(await tokens.verify(operator.token, NOW_MS)).toMatchObject({ actor: OPERATOR })
})

test('TOKEN-2 what Gavel did not sign for this use is refused', async () => {
  const { token } = await tokens.sign(actor, NOW_MS)
  const [header, payload, signature] = token.split('.')
  const claims = { sub: 'u1', admin: true, operator: true, bot: false }
  const forged = (change: { alg?: string; kid?: string; typ?: string; audience?: string; secret?: string }) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: change.alg ?? 'HS256', kid: change.kid ?? '1', typ: change.typ ?? 'at+jwt' })
      .setIssuer('gavel')
      .setAudience(change.audience ?? 'gavel-access')
      .setExpirationTime(NOW_MS / 1000 + 60)
      .sign(new TextEncoder().encode(change.secret ?? SECRET))
  expect((await tokens.verify(await forged({}), NOW_MS)).ok).toBe(true)
  const foreign = [
    '',
    'rubbish',
    'a.b.c',
    `${header}.${payload}`,
    `${header}.${payload?.slice(0, -2)}AA.${signature}`,
    (await createAccessTokens(`${SECRET}x`).sign(actor, NOW_MS)).token,
    new UnsecuredJWT(claims).setIssuer('gavel').setAudience('gavel-access').encode(),
    await forged({ alg: 'HS512' }),
    await forged({ kid: '2' }),
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
    const { token } = await tokens.sign(bearer, NOW_MS)
    expect(await tokens.verify(token, NOW_MS)).toEqual({ ok: false, reason: 'invalid' })
  }
})

test('TOKEN-3 the operator token is taken whole or not at all', () => {
  expect(isOperatorToken('operator-token-1', 'operator-token-1')).toBe(true)
  for (const given of ['', 'operator-token-', 'operator-token-2', 'operator-token-11']) {
    expect(isOperatorToken('operator-token-1', given)).toBe(false)
  }
})
