import { newId } from '@gavel/db'
import { Redis } from 'ioredis'
import { z } from 'zod'
import { AppError } from '../errors.ts'

const TTL_SECONDS = 5 * 60

/** What each kind of challenge is about. Whom one was given to is a part of it, so that nobody else can answer it. */
const KINDS = {
  /** A browser is to make a passkey for this account. */
  'passkey-new': z.object({ userId: z.string(), challenge: z.string() }),
  /** Somebody is to sign in with a passkey. */
  'passkey-sign-in': z.object({ challenge: z.string() }),
  /** Whoever is signed in is to show once more who it is. */
  'passkey-prove': z.object({ userId: z.string(), challenge: z.string() }),
  /** Whoever comes back from Google by this session is to be linked, not signed in. */
  'google-link': z.object({ userId: z.string() }),
} as const
type Kind = keyof typeof KINDS
type About<K extends Kind> = z.infer<(typeof KINDS)[K]>

/** Questions that are answered once, within five minutes (FACTOR-6). */
export type Challenges = {
  /** Keeps a challenge. @returns the id to answer it by. @throws AppError AUTH.UNAVAILABLE */
  put: <K extends Kind>(kind: K, about: About<K>, id?: string) => Promise<string>
  /** Takes a challenge, for good; null where there is none of this kind. @throws AppError AUTH.UNAVAILABLE */
  take: <K extends Kind>(kind: K, id: string) => Promise<About<K> | null>
  close: () => Promise<void>
}

/** Challenges that all instances share. */
export const openChallenges = (redisWorkUrl: string): Challenges => {
  const redis = new Redis(redisWorkUrl, { maxRetriesPerRequest: 1 })
  // Every command's own failure is handled where it is asked; the connection comes back by itself.
  redis.on('error', () => {})
  const keyOf = (kind: Kind, id: string) => `challenge:${kind}:${id}`
  const reached = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (cause) {
      throw new AppError('AUTH.UNAVAILABLE', {}, { cause })
    }
  }
  return {
    put: async (kind, about, id = newId()) => {
      await reached(redis.set(keyOf(kind, id), JSON.stringify(about), 'EX', TTL_SECONDS))
      return id
    },
    take: async <K extends Kind>(kind: K, id: string) => {
      const text = await reached(redis.getdel(keyOf(kind, id)))
      return text === null ? null : (KINDS[kind].parse(JSON.parse(text)) as About<K>)
    },
    close: async () => {
      redis.disconnect()
    },
  }
}
