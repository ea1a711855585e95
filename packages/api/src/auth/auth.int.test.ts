import { randomUUID } from 'node:crypto'
import { readAudit } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, refusal } from '../given.ts'
import { issueToken } from './token.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const someone = () => ({ address: randomUUID(), userAgent: null })

describe('signing in', () => {
  it('API-9 a new account gets an access token of its own, and knows itself', async () => {
    const email = `${randomUUID()}@test.gavel`
    const { userId } = await g.guest.auth.register({ email, name: 'Asha Rao', password: 'a long password' })
    if (userId === null) throw new Error('a letter was written')
    const me = g.as({ userId, admin: false, operator: false, bot: false, creator: false })
    expect(await me.auth.me()).toMatchObject({ userId, email, name: 'Asha Rao', paddles: [] })
    const { token } = await me.auth.accessToken()
    expect(await g.services.tokens.verify(token)).toMatchObject({
      ok: true,
      actor: { userId, admin: false, operator: false },
    })
    const other = { email, name: 'Mallory', password: 'another password' }
    await expect(g.guest.auth.register(other)).rejects.toEqual(refusal('AUTH.EMAIL_TAKEN'))
    await expect(g.guest.auth.accessToken()).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
    expect(await g.guest.auth.me()).toBeNull()
  })

  it('API-11 the operator token signs in an operator, another one nobody', async () => {
    const { operatorToken } = g.services.secrets
    expect(await issueToken(g.services, { operatorToken }, someone())).toMatchObject({ userId: 'operator' })
    await expect(issueToken(g.services, { operatorToken: 'guess' }, someone())).rejects.toMatchObject({
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

  it('AUDIT-2 what somebody was refused to read is kept too, once however often a page asks', async () => {
    const [organiser, stranger] = [await g.person({ creator: true }), await g.person()]
    const { slug } = await organiser.api.event.create(anEvent())
    for (let n = 0; n < 3; n += 1)
      await expect(stranger.api.event.setup({ slug })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    expect(await readAudit(g.services.postgres, { actorId: stranger.userId })).toMatchObject([
      { action: 'event.setup', subject: `event:${slug}`, allowed: false },
    ])
  })
})
