import { randomUUID } from 'node:crypto'
import { createCaller, issueToken } from '@gavel/api'
import { type Given, given } from '@gavel/api/given'
import { GUEST } from '@gavel/auth'
import { loadEnvPart } from '@gavel/config'
import { type Post, startPost } from '@gavel/mail/post'
import { openJobs } from '@gavel/messaging'
import { expect, vi } from 'vitest'
import { startLetters } from './start-letters.ts'

type Caller = ReturnType<typeof createCaller>
/** A letter as it arrived. `raw`: with its lines put together; `token`: of the link in it. */
type Mail = { subject: string; token: string | undefined; raw: string }

/** A Gavel that writes letters, with a mail server and queues of its own; close it after the test. */
export type GivenLetters = {
  g: Given
  post: Post
  services: Given['services']
  /** Somebody unknown, from an address of their own. */
  visitor: () => Caller
  /** A new account, and its procedures. */
  someone: () => Promise<{ userId: string; email: string; session: { sid: string; provedAtMs: number }; api: Caller }>
  signIn: (email: string, password: string) => ReturnType<typeof issueToken>
  /** The letters to an address, once there are so many. */
  lettersTo: (email: string, count: number) => Promise<Mail[]>
  close: () => Promise<void>
}

/** Opens {@link GivenLetters}. */
export const givenLetters = async (): Promise<GivenLetters> => {
  const g = await given()
  const post = await startPost()
  const { redisWorkUrl } = loadEnvPart(['redisWorkUrl'])
  const prefix = `gavel:${g.services.mongo.connection.name}`
  const jobs = openJobs(redisWorkUrl, prefix, g.services.logger)
  const services = { ...g.services, jobs, writesLetters: true }
  const mail = { url: post.url, from: 'Gavel <night@gavel.example>', webUrl: 'https://gavel.example' }
  const letters = startLetters(services, mail, { url: redisWorkUrl, prefix })
  const found = (email: string) =>
    post.taken
      .filter(({ to }) => to.includes(email))
      .map(({ raw }) => {
        const text = raw.replace(/=\r?\n/g, '').replaceAll('=3D', '=')
        const subject = /^Subject: (.*)$/m.exec(text)?.[1]?.trim() ?? ''
        return { subject, token: /[?&]token=([\w-]{43})/.exec(text)?.[1], raw: text }
      })
  return {
    g,
    post,
    services,
    visitor: () => createCaller({ services, actor: GUEST, session: null, address: randomUUID() }),
    someone: async () => {
      const { userId, email, actor, session } = await g.person()
      return { userId, email, session, api: createCaller({ services, actor, session, address: randomUUID() }) }
    },
    signIn: (email, password) => issueToken(services, { email, password }, { address: randomUUID(), userAgent: null }),
    lettersTo: async (email, count) => {
      await vi.waitFor(() => expect(found(email)).toHaveLength(count), { timeout: 20_000 })
      return found(email)
    },
    close: async () => {
      await letters.close()
      await jobs.obliterate()
      await jobs.close()
      await post.close()
      await g.close()
    },
  }
}
