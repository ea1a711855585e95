import { randomUUID } from 'node:crypto'
import { insertNotifications, listNotifications, newId } from '@gavel/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Given, given } from '../given.ts'
import { notify } from './notify.ts'

let g: Given
beforeAll(async () => {
  g = await given()
})
afterAll(() => g.close())

const refusal = (code: string) => expect.objectContaining({ cause: expect.objectContaining({ code }) })
const aNotice = (userIds: string[], key = randomUUID()) => ({ userIds, ...aRow(key) })
const aRow = (key: string = randomUUID()) => ({
  kind: 'event' as const,
  key,
  title: 'The league begins',
  words: 'On Friday at eight.',
  href: '/events/x',
})

describe('inbox', () => {
  it('INBOX-1 a person is told once of a key, however often and at once it is said, and each of several people is', async () => {
    const [one, two] = [await g.person(), await g.person()]
    const notice = aNotice([one.userId, two.userId, one.userId])
    await Promise.all(Array.from({ length: 10 }, () => notify(g.services, notice)))
    await notify(g.services, { ...notice, title: 'Said otherwise' })
    for (const { api } of [one, two]) {
      const { items, next } = await api.inbox.list()
      expect(items).toMatchObject([{ title: 'The league begins', readAtMs: null, href: '/events/x' }])
      expect(next).toBeNull()
    }
    await notify(g.services, aNotice([]))
  })

  it('INBOX-2 an inbox is read page by page, the newest first, whatever arrives meanwhile', async () => {
    const { userId, api } = await g.person()
    const made = Array.from({ length: 70 }, (_, n) => ({
      ...aRow(),
      userId,
      title: `Number ${n}`,
      letter: 'none' as const,
    }))
    // Several of one moment, as notices to many people are.
    for (const [at, row] of made.entries())
      await insertNotifications(g.services.mongo, [row], 1_000 + Math.floor(at / 9))
    const first = await api.inbox.list()
    expect(first.items).toHaveLength(30)
    expect(first.items[0]?.createdAtMs).toBeGreaterThan(first.items.at(-1)?.createdAtMs ?? 0)
    await notify(g.services, aNotice([userId]))
    const second = await api.inbox.list({ cursor: first.next })
    const third = await api.inbox.list({ cursor: second.next })
    expect(third.next).toBeNull()
    const titles = [first, second, third].flatMap(({ items }) => items.map(({ title }) => title))
    expect(titles).toHaveLength(70)
    expect(new Set(titles)).toEqual(new Set(made.map(({ title }) => title)))
  })

  it('INBOX-3 reading marks one’s own and nothing of others, and what came after the screen stays unread', async () => {
    const [one, two] = [await g.person(), await g.person()]
    for (let n = 0; n < 3; n += 1) await notify(g.services, aNotice([one.userId, two.userId]))
    const [item] = (await one.api.inbox.list()).items
    expect(await two.api.inbox.markRead({ ids: [item?.id ?? ''] })).toEqual({ unread: 3 })
    expect(await one.api.inbox.markRead({ ids: [item?.id ?? ''] })).toEqual({ unread: 2 })
    const readAtMs = (await one.api.inbox.list()).items[0]?.readAtMs
    await one.api.inbox.markRead({ ids: [item?.id ?? ''] })
    expect((await one.api.inbox.list()).items[0]?.readAtMs).toBe(readAtMs)

    await insertNotifications(g.services.mongo, [{ ...aRow(), userId: one.userId, letter: 'none' }], Date.now() + 5_000)
    const upToMs = item?.createdAtMs ?? 0
    expect(await one.api.inbox.markRead({ all: true, upToMs })).toEqual({ unread: 1 })
    expect(await one.api.inbox.unread()).toEqual({ unread: 1 })
    expect(await two.api.inbox.unread()).toEqual({ unread: 3 })
    expect(await two.api.inbox.markRead({ all: true })).toEqual({ unread: 0 })
  })

  it('INBOX-4 letters are due to those who want that kind, once a mail server is set up; the inbox tells in any case', async () => {
    const [keen, calm] = [await g.person(), await g.person()]
    const { kinds } = await calm.api.inbox.preferences()
    expect(kinds.every(({ email }) => email)).toBe(true)
    const email = Object.fromEntries(kinds.map(({ kind }) => [kind, kind !== 'event'])) as Record<
      (typeof kinds)[number]['kind'],
      boolean
    >
    await calm.api.inbox.setPreferences({ email })
    expect(await calm.api.inbox.preferences()).toMatchObject({
      writesLetters: false,
      email: calm.email,
      kinds: kinds.map(({ kind }) => ({ kind, email: kind !== 'event' })),
    })
    const both = [keen.userId, calm.userId]
    await notify(g.services, aNotice(both))
    await notify({ ...g.services, writesLetters: true }, aNotice(both))
    const letters = async (userId: string) =>
      (await listNotifications(g.services.mongo, userId, { after: null, limit: 9 })).map(({ letter }) => letter)
    expect((await letters(keen.userId)).toSorted()).toEqual(['due', 'none'])
    expect(await letters(calm.userId)).toEqual(['none', 'none'])
  })

  it('INBOX-5 an inbox is its owner’s alone: guests and the operator have none', async () => {
    for (const caller of [g.guest, g.operator])
      for (const call of [
        () => caller.inbox.list(),
        () => caller.inbox.unread(),
        () => caller.inbox.preferences(),
        () => caller.inbox.markRead({ all: true }),
      ])
        await expect(call()).rejects.toEqual(refusal(caller === g.guest ? 'AUTH.SIGN_IN_FIRST' : 'AUTH.FORBIDDEN'))
    const { api } = await g.person()
    await expect(api.inbox.list({ cursor: 'x' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(api.inbox.list({ cursor: `1-${newId()}` })).resolves.toEqual({ items: [], next: null })
  })
})
