import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './errors.ts'

/** What a rate limit counts: so many tries in so many seconds, by one key (an address, an account). */
const LIMITS = {
  /** Guessing a password is slow for one account... */
  signInByEmail: { points: 10, duration: 60 },
  /** ...and for one address, behind which a whole hall may sit. */
  signInByAddress: { points: 120, duration: 60 },
  /** New accounts by one address. */
  accountByAddress: { points: 30, duration: 600 },
  /** Registrations and their changes by one person. */
  registerByUser: { points: 20, duration: 60 },
} as const
type LimitName = keyof typeof LIMITS

export type RateLimits = {
  /** Takes one point. @throws AppError LIMIT.TOO_MANY, with the seconds to wait */
  take: (limit: LimitName, key: string) => Promise<void>
  close: () => Promise<void>
}

/** Rate limits shared by all instances. Where the store is away each instance counts by itself: a limit never locks everybody out. */
export const openRateLimits = (redisWorkUrl: string, keyPrefix = 'limit'): RateLimits => {
  const redis = new Redis(redisWorkUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 })
  // Every command's own failure is handled where it is asked; the connection comes back by itself.
  redis.on('error', () => {})
  const limiters = new Map(
    Object.entries(LIMITS).map(([name, { points, duration }]) => [
      name,
      new RateLimiterRedis({
        storeClient: redis,
        keyPrefix: `${keyPrefix}:${name}`,
        points,
        duration,
        insuranceLimiter: new RateLimiterMemory({ points, duration }),
      }),
    ]),
  )
  return {
    take: async (limit, key) => {
      try {
        await limiters.get(limit)?.consume(key)
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error
        throw new AppError('LIMIT.TOO_MANY', { seconds: Math.ceil(error.msBeforeNext / 1000) })
      }
    },
    close: async () => {
      redis.disconnect()
    },
  }
}
