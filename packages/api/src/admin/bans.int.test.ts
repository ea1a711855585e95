import { liveSession } from '@gavel/auth'
import { readAudit } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, refreshSignIn } from '../auth/token.ts'
import { type Given, given, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const visitor = () => ({ address: crypto.randomUUID(), userAgent: null })

describe('shutting somebody out', () => {
  it('BAN-1 ends every session at once, and signing in answers the reason until the ban is lifted', async () => {
    const [admin, one] = [await g.person({ admin: true }), await g.person()]
    const sign = () => issueToken(g.services, { email: one.email, password: 'a long password' }, visitor())
    const program = await sign()
    const reason = 'Bids for others, twice warned.'
    expect(await admin.api.admin.ban({ userId: one.userId, reason })).toEqual({ ended: 2 })
    expect(await admin.api.admin.ban({ userId: one.userId, reason })).toEqual({ ended: 0 })
    expect(await liveSession(g.services.postgres, one.session.sid)).toBeNull()
    await expect(refreshSignIn(g.services, program.refreshToken ?? '', visitor())).rejects.toMatchObject({
      code: 'AUTH.REFRESH_REFUSED',
    })
    await expect(sign()).rejects.toMatchObject({ code: 'AUTH.BANNED', detail: { reason } })
    const [found] = (await admin.api.admin.people({ search: one.email })).people
    expect(found).toMatchObject({ userId: one.userId, ban: { reason } })
    expect(await readAudit(g.services.postgres, { actorId: admin.userId })).toContainEqual(
      expect.objectContaining({ action: 'admin.ban', subject: `user:${one.userId}`, allowed: true }),
    )
    await admin.api.admin.unban({ userId: one.userId })
    expect((await sign()).userId).toBe(one.userId)
    // What was ended stays ended.
    expect(await liveSession(g.services.postgres, one.session.sid)).toBeNull()
  })

  it('BAN-2 is for administrators, for people, and never for oneself', async () => {
    const [admin, one] = [await g.person({ admin: true }), await g.person()]
    const reason = 'No reason.'
    await expect(one.api.admin.ban({ userId: admin.userId, reason })).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(admin.api.admin.ban({ userId: admin.userId, reason })).rejects.toEqual(refusal('ADMIN.YOURSELF'))
    await expect(admin.api.admin.ban({ userId: 'nobody', reason })).rejects.toEqual(refusal('ADMIN.NO_SUCH_PERSON'))
    await expect(admin.api.admin.ban({ userId: one.userId, reason: '  ' })).rejects.toThrow()
  })
})

describe('my sessions', () => {
  it('SESSION-6 a person sees where they are signed in, and ends one, or all others; nobody ends another’s', async () => {
    const [one, other] = [await g.person(), await g.person()]
    const program = await issueToken(
      g.services,
      { email: one.email, password: 'a long password' },
      { address: '192.0.2.9', userAgent: 'gavel-cli/1.0' },
    )
    const listed = await one.api.auth.sessions()
    expect(listed).toMatchObject([
      { kind: 'program', device: 'gavel-cli', address: '192.0.2.9', here: false },
      { kind: 'browser', device: 'Firefox on Linux', here: true },
    ])
    const [{ sid = '' } = {}] = listed
    expect(await other.api.auth.endSession({ sid })).toEqual({ ended: false })
    expect(await one.api.auth.endSession({ sid })).toEqual({ ended: true })
    await expect(refreshSignIn(g.services, program.refreshToken ?? '', visitor())).rejects.toMatchObject({
      code: 'AUTH.REFRESH_REFUSED',
    })
    expect(await one.api.auth.endOthers()).toEqual({ ended: 0 })
    expect((await one.api.auth.sessions()).map(({ here }) => here)).toEqual([true])
    expect(await other.api.auth.sessions()).toHaveLength(1)
    await expect(g.guest.auth.sessions()).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
  })

  it('REFRESH-5 a program gets a new access token of its session by each refresh token, with the rights of that moment', async () => {
    const [admin, one] = [await g.person({ admin: true }), await g.person()]
    const first = await issueToken(g.services, { email: one.email, password: 'a long password' }, visitor())
    await admin.api.admin.grant({ userId: one.userId, mayCreateEvents: true })
    const second = await refreshSignIn(g.services, first.refreshToken ?? '', visitor())
    const [before, after] = await Promise.all([first, second].map(({ token }) => g.services.tokens.verify(token)))
    expect(before).toMatchObject({ ok: true, actor: { creator: false } })
    expect(after).toMatchObject({ ok: true, actor: { creator: true }, sid: before?.ok && before.sid })
  })

  it('REFRESH-3 a token that comes back after it was exchanged ends the sign-in, and the audit keeps it', async () => {
    const { email, userId } = await g.person()
    const { token, refreshToken } = await issueToken(g.services, { email, password: 'a long password' }, visitor())
    await refreshSignIn(g.services, refreshToken ?? '', visitor())
    const verified = await g.services.tokens.verify(token)
    const sid = verified.ok ? (verified.sid ?? '') : ''
    await g.services.postgres.prisma.$executeRaw`
      UPDATE auth.refresh_tokens SET used_at = used_at - interval '31 seconds' WHERE session_id = ${sid}`
    await expect(refreshSignIn(g.services, refreshToken ?? '', visitor())).rejects.toMatchObject({
      code: 'AUTH.REFRESH_REFUSED',
    })
    expect(await liveSession(g.services.postgres, sid)).toBeNull()
    expect(await readAudit(g.services.postgres, { actorId: userId })).toMatchObject([
      { action: 'session.reused', subject: `session:${sid}`, allowed: false },
    ])
  })
})
