import { randomUUID } from 'node:crypto'
import { notify } from '@gavel/api'
import { type Given, given } from '@gavel/api/given'
import { loadEnvPart } from '@gavel/config'
import { listNotifications, moveLetters } from '@gavel/db'
import { type Post, startPost } from '@gavel/mail/post'
import { openJobs } from '@gavel/messaging'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { queueLetters } from './queue-letters.ts'
import { startLetters } from './start-letters.ts'

const { redisWorkUrl } = loadEnvPart(['redisWorkUrl'])
const soon = { timeout: 60_000 }
const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

type World = Awaited<ReturnType<typeof start>>

/** A Gavel with a mail server, and queues of its own. */
const start = async (refuse: (address: string) => number | null = () => null) => {
  const g: Given = await given()
  cleanups.push(() => g.close())
  const post: Post = await startPost(refuse)
  cleanups.push(() => post.close())
  const prefix = `gavel:${g.services.mongo.connection.name}`
  const jobs = openJobs(redisWorkUrl, prefix, g.services.logger)
  cleanups.push(async () => {
    await jobs.obliterate()
    await jobs.close()
  })
  const services = { ...g.services, writesLetters: true }
  return { g, post, jobs, prefix, services }
}
const working = ({ post, prefix, services }: World) => {
  const mail = { url: post.url, from: 'Gavel <night@gavel.example>', webUrl: 'https://gavel.example' }
  const letters = startLetters(services, mail, { url: redisWorkUrl, prefix })
  cleanups.push(() => letters.close())
  return letters
}
const tell = async ({ services }: World, userIds: string[]) =>
  notify(services, {
    userIds,
    kind: 'sold',
    key: `sold:${randomUUID()}`,
    title: 'You were sold to Saffron Comets',
    words: 'Saffron Comets bought you for ₹1.20 crore.',
    href: '/auctions/a1/players/p1',
  })
const letterOf = async ({ services }: World, userId: string) => {
  const [notification] = await listNotifications(services.mongo, userId, { after: null, limit: 1 })
  if (!notification) throw new Error('nothing was told')
  return notification
}

describe('letters', () => {
  it('LETTER-2 a letter is sent once, whoever queues it at once, whatever crashed before, and leads to its page', async () => {
    const world = await start()
    const { g, post, jobs, services } = world
    const { userId, email } = await g.person()
    await tell(world, [userId])
    expect(await queueLetters({ ...services, writesLetters: false }, jobs, Date.now())).toBe(0)
    // Queued by one who died before noting so, then by two at once.
    const { id } = await letterOf(world, userId)
    await jobs.addLetters([id])
    await Promise.all([queueLetters(services, jobs, Date.now()), queueLetters(services, jobs, Date.now())])
    working(world)
    await vi.waitFor(async () => expect((await letterOf(world, userId)).letter).toBe('sent'), soon)
    // Its job is kept for a while, so it cannot come again, even if somebody forgot that it was sent.
    await moveLetters(services.mongo, [id], ['sent'], 'due', Date.now())
    await queueLetters(services, jobs, Date.now())
    const second = await g.person()
    await tell(world, [second.userId])
    await queueLetters(services, jobs, Date.now())
    await vi.waitFor(async () => expect((await letterOf(world, second.userId)).letter).toBe('sent'), soon)
    expect(post.taken.map(({ to }) => to)).toEqual([[email], [second.email]])
    expect(post.taken[0]?.raw).toContain('https://gavel.example/auctions/a1/players/p1')
    expect(post.taken[0]?.raw).toContain('https://gavel.example/inbox/settings')
  })

  it('LETTER-2 a letter that the queue lost is queued again', async () => {
    const world = await start()
    const { g, post, jobs, services } = world
    const { userId } = await g.person()
    await tell(world, [userId])
    await queueLetters(services, jobs, Date.now())
    await jobs.obliterate()
    expect(await queueLetters(services, jobs, Date.now())).toBe(0)
    expect(await queueLetters(services, jobs, Date.now() + 10_900_000)).toBe(1)
    working(world)
    await vi.waitFor(() => expect(post.taken).toHaveLength(1), soon)
  })

  it('LETTER-3 what the mail server refuses for good is tried once and kept for the operator; what may pass is tried again', async () => {
    const refused = new Set<string>()
    const world = await start((address) => (refused.has(address) ? 550 : null))
    const { g, post, jobs, services } = world
    const busy = new Set<string>()
    const refusing = await start((address) => (busy.delete(address) ? 451 : null))
    const gone = await g.person()
    refused.add(gone.email)
    await tell(world, [gone.userId])
    await queueLetters(services, jobs, Date.now())
    working(world)
    await vi.waitFor(async () => expect((await letterOf(world, gone.userId)).letter).toBe('failed'), soon)
    await vi.waitFor(async () => expect(await jobs.failed(10)).toHaveLength(1), soon)
    const [job] = await jobs.failed(10)
    expect(job).toMatchObject({ queue: 'mail', attempts: 1, reason: expect.stringContaining('550') })
    expect(post.taken).toEqual([])

    const late = await refusing.g.person()
    busy.add(late.email)
    await tell(refusing, [late.userId])
    await queueLetters(refusing.services, refusing.jobs, Date.now())
    working(refusing)
    // Noted after the mail server has taken it.
    await vi.waitFor(async () => expect((await letterOf(refusing, late.userId)).letter).toBe('sent'), soon)
    expect(refusing.post.taken).toHaveLength(1)
    expect(await refusing.jobs.failed(10)).toEqual([])
  })

  it('LETTER-4 who has changed her mind, or is gone, or is a bot is not written to', async () => {
    const world = await start()
    const { g, post, jobs, services } = world
    const calm = await g.person()
    await tell(world, [calm.userId, 'nobody-at-all'])
    const { kinds } = await calm.api.inbox.preferences()
    const email = Object.fromEntries(kinds.map(({ kind }) => [kind, false])) as Parameters<
      typeof calm.api.inbox.setPreferences
    >[0]['email']
    await calm.api.inbox.setPreferences({ email })
    await queueLetters(services, jobs, Date.now())
    working(world)
    for (const userId of [calm.userId, 'nobody-at-all'])
      await vi.waitFor(async () => expect((await letterOf(world, userId)).letter).toBe('none'), soon)
    expect(post.taken).toEqual([])
  })
})
