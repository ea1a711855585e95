import { randomUUID } from 'node:crypto'
import { createAccessTokens } from '@gavel/auth'
import { readAudit } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given } from '../given.ts'
import { issueToken } from './token.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })

describe('signing in', () => {
  it('API-9 a new account gets an access token of its own, and knows itself', async () => {
    const email = `${randomUUID()}@test.gavel`
    const { userId } = await g.guest.auth.register({ email, name: 'Asha Rao', password: 'a long password' })
    const me = g.as({ userId, admin: false, operator: false, bot: false })
    expect(await me.auth.me()).toMatchObject({ userId, email, name: 'Asha Rao', paddles: [] })
    const { token } = await me.auth.accessToken()
    expect(await createAccessTokens(g.services.secrets.authSecret).verify(token)).toMatchObject({
      ok: true,
      actor: { userId, admin: false, operator: false },
    })
    const other = { email, name: 'Mallory', password: 'another password' }
    await expect(g.guest.auth.register(other)).rejects.toEqual(refusal('AUTH.EMAIL_TAKEN'))
    await expect(g.guest.auth.accessToken()).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    expect(await g.guest.auth.me()).toBeNull()
  })

  it('API-10 after ten tries within a minute an account is locked for that minute, with the right password too', async () => {
    const { email } = await g.person()
    const address = randomUUID()
    const attempt = (password: string) => issueToken(g.services, { email, password }, address)
    expect((await attempt('a long password')).bot).toBe(false)
    const wrong = await Promise.allSettled(Array.from({ length: 9 }, () => attempt('a wrong password')))
    for (const { status, reason } of wrong as PromiseRejectedResult[])
      expect([status, reason.code]).toEqual(['rejected', 'AUTH.WRONG_CREDENTIALS'])
    await expect(attempt('a long password')).rejects.toMatchObject({ code: 'LIMIT.TOO_MANY' })
  })

  it('API-11 the operator token signs in an operator, another one nobody', async () => {
    const { operatorToken } = g.services.secrets
    expect(await issueToken(g.services, { operatorToken }, randomUUID())).toMatchObject({ userId: 'operator' })
    await expect(issueToken(g.services, { operatorToken: 'guess' }, randomUUID())).rejects.toMatchObject({
      code: 'AUTH.WRONG_CREDENTIALS',
    })
  })

  it('AUDIT-1 what an administrator did and what somebody was refused is kept', async () => {
    const admin = await g.person({ admin: true })
    const stranger = await g.person()
    const { slug } = await admin.api.event.create(anEvent())
    await expect(stranger.api.event.publish({ slug })).rejects.toThrow()
    expect(await readAudit(g.services.postgres, { actorId: admin.userId })).toMatchObject([
      { action: 'event.create', allowed: true },
    ])
    expect(await readAudit(g.services.postgres, { actorId: stranger.userId })).toMatchObject([
      { action: 'event.publish', subject: `event:${slug}`, allowed: false },
    ])
  })
})
