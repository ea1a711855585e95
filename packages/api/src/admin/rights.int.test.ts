import { randomUUID } from 'node:crypto'
import { actorOf } from '@gavel/auth'
import { readAudit, setRights, userById } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEvent, type Given, given, refusal } from '../given.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

/** The person again, with the rights that the account has now. */
const again = async (userId: string) => {
  const account = await userById(g.services.postgres, userId)
  if (!account) throw new Error('no account')
  return g.as(actorOf(account, 'granted'))
}

describe('who may make events', () => {
  it('RIGHTS-1 an administrator grants the right to create events, the person is told, and may; taking it back counts at once', async () => {
    const admin = await g.person({ admin: true })
    const { userId, api } = await g.person()
    await expect(api.event.create(anEvent())).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    const grant = { userId, mayCreateEvents: true }
    const answers = await Promise.all([admin.api.admin.grant(grant), admin.api.admin.grant(grant)])
    expect(answers[0]).toMatchObject({ userId, mayCreateEvents: true, admin: false })
    const granted = await again(userId)
    expect(await granted.auth.me()).toMatchObject({ mayCreateEvents: true, admin: false })
    const { slug } = await granted.event.create(anEvent())
    expect((await granted.admin.events()).events.map((event) => event.slug)).toEqual([slug])
    expect((await granted.inbox.list()).items).toMatchObject([{ kind: 'request', title: 'You may create events' }])
    await admin.api.admin.grant({ userId, mayCreateEvents: false })
    await expect((await again(userId)).event.create(anEvent())).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    expect((await (await again(userId)).event.setup({ slug })).you.mayManage).toBe(true)
    expect(await readAudit(g.services.postgres, { actorId: admin.userId })).toContainEqual(
      expect.objectContaining({ action: 'admin.grant', subject: `user:${userId}`, allowed: true }),
    )
    await expect(api.admin.grant(grant)).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(api.admin.people()).rejects.toEqual(refusal('AUTH.FORBIDDEN'))
    await expect(admin.api.admin.grant({ userId: 'nobody', admin: true })).rejects.toEqual(
      refusal('ADMIN.NO_SUCH_PERSON'),
    )
  })

  it('RIGHTS-2 where everybody may create events, whoever has an account may', async () => {
    const { userId } = await g.person()
    const account = await userById(g.services.postgres, userId)
    if (!account) throw new Error('no account')
    const { slug } = await g.as(actorOf(account, 'everyone')).event.create(anEvent())
    expect(slug).toBeTruthy()
    expect(actorOf({ ...account, bot: true }, 'everyone').creator).toBe(false)
  })

  it('RIGHTS-3 whoever may not asks the administrators, who are told once a day', async () => {
    const admin = await g.person({ admin: true })
    const { email, api } = await g.person()
    const ask = () => api.auth.askToCreate({ words: 'I run the Harbour Cup.' })
    expect(await Promise.all([ask(), ask()])).toEqual([{ asked: true }, { asked: true }])
    const requests = (await admin.api.inbox.list()).items.filter(({ words }) => words.includes(email))
    expect(requests).toMatchObject([{ kind: 'request', words: `${email} writes: I run the Harbour Cup.` }])
    expect(await admin.api.auth.askToCreate({ words: '' })).toEqual({ asked: false })
    await expect(g.guest.auth.askToCreate({ words: '' })).rejects.toEqual(refusal('AUTH.SIGN_IN_FIRST'))
  })

  it('RIGHTS-4 people are found by a part of name or address, page by page, without bots', async () => {
    const admin = await g.person({ admin: true })
    const tag = randomUUID().slice(0, 8)
    const register = (n: number) =>
      g.guest.auth.register({ email: `${tag}-${n}@test.gavel`, name: `Person ${n}`, password: 'a long password' })
    for (const n of [1, 2, 3]) await register(n)
    const found = await admin.api.admin.people({ search: tag.toUpperCase() })
    expect(found.people.map(({ name }) => name)).toEqual(['Person 3', 'Person 2', 'Person 1'])
    expect(found.next).toBeNull()
    const [last] = found.people
    const after = await admin.api.admin.people({ search: tag, cursor: last?.userId ?? null })
    expect(after.people.map(({ name }) => name)).toEqual(['Person 2', 'Person 1'])
  })

  it('RIGHTS-1 another administrator is named and taken back', async () => {
    const admin = await g.person({ admin: true })
    const { userId } = await g.person()
    expect(await admin.api.admin.grant({ userId, admin: true })).toMatchObject({ admin: true })
    expect(await admin.api.admin.grant({ userId, admin: false })).toMatchObject({ admin: false })
    expect(await setRights(g.services.postgres, 'nobody', { admin: true })).toBe('none')
  })
})
