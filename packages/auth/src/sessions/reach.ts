import type { Logger } from '@gavel/config'
import { Redis } from 'ioredis'
import { z } from 'zod'

/** The channel by which realtime servers hear who is out, and whose rights changed. */
const CHANNEL = 'identity'

/**
 * What became of people with open sockets: sessions that ended, or a person whose rights changed. A word that is lost is made good by who
 * hears it: sessions are looked up again every few seconds, and roles are known for seconds only.
 */
const news = z.union([
  z.strictObject({ ended: z.array(z.string()), why: z.enum(['ended', 'banned']) }),
  z.strictObject({ changed: z.array(z.string()) }),
])
export type IdentityNews = z.infer<typeof news>

/** Tells realtime servers of what has been written already. Never rejects: a word that cannot be sent is made good by the hearers. */
export type Reach = {
  tell: (word: IdentityNews) => Promise<void>
  close: () => Promise<void>
}

const connect = (redisLiveUrl: string) => {
  const redis = new Redis(redisLiveUrl, { maxRetriesPerRequest: 1, commandTimeout: 2_000, autoResubscribe: false })
  // Each command's own failure is handled where it is asked; the connection comes back by itself.
  redis.on('error', () => {})
  return redis
}

/** Opens the way to the realtime servers. */
export const openReach = (redisLiveUrl: string, logger: Logger): Reach => {
  const redis = connect(redisLiveUrl)
  return {
    tell: async (word) => {
      await redis
        .publish(CHANNEL, JSON.stringify(word))
        .catch((error: unknown) =>
          logger.warn({ err: error }, 'Realtime servers were not told of a change of rights yet'),
        )
    },
    close: async () => redis.disconnect(),
  }
}

/**
 * Hears what {@link Reach} tells. `missed` is called each time that words may have been lost: when the subscription stands, and stands again.
 */
export const hearReach = (
  redisLiveUrl: string,
  heard: (word: IdentityNews) => void,
  missed: () => void,
): { close: () => void } => {
  const redis = connect(redisLiveUrl)
  redis.on('message', (_, text) => {
    const word = news.safeParse(parsed(text))
    if (word.success) heard(word.data)
  })
  // By hand, each time: the client would subscribe again by itself only where it had come through once. Where this fails, so does the connection.
  redis.on('ready', () => {
    redis.subscribe(CHANNEL).then(missed, () => {})
  })
  return { close: () => redis.disconnect() }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
