import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from './errors.ts'
import { type Lockout, openLockout } from './lockout.ts'
import { networkOf } from './network.ts'

/** What a rate limit counts: so many tries in so many seconds, by one key (an address, an account). */
const LIMITS = {
  /** Tries to sign in, right or wrong, from one address, behind which a whole hall may sit. Guesses are held back by the lock-out. */
  signInByAddress: { points: 120, duration: 60 },
  /** Refresh tokens brought from one address: a guess finds one of 1e77. */
  refreshByAddress: { points: 600, duration: 60 },
  /** New accounts by one address. */
  accountByAddress: { points: 30, duration: 600 },
  /** Letters that somebody asks for, by one address... */
  letterByAddress: { points: 30, duration: 600 },
  /** ...and to one reader, whoever asks. */
  letterByReader: { points: 4, duration: 900 },
  /** Links of letters that lead nowhere, tried by one address: a guess finds one of 1e77. */
  linkByAddress: { points: 60, duration: 60 },
  /** Registrations and their changes by one person. */
  registerByUser: { points: 20, duration: 60 },
  /** Payments begun, and looks at what Stripe says of them, by one person. */
  payByUser: { points: 60, duration: 60 },
  /** Codes that lead nowhere, typed at one address: a guess finds one of 6e11 invitations, or of 7e8 events. */
  codeByAddress: { points: 30, duration: 60 },
  /** Places taken in the demo by one address. */
  seatByAddress: { points: 60, duration: 600 },
  /** Changes of one's own profile, and of its picture, which takes a moment of a processor to draw. */
  profileByUser: { points: 60, duration: 600 },
  avatarByUser: { points: 20, duration: 600 },
  /** Exports of everything about oneself, which reads much. */
  exportByUser: { points: 10, duration: 3_600 },
  /** Requests of the REST API by one person, whose programs share them, and by a guest's address. */
  restByUser: { points: 600, duration: 60 },
  restByAddress: { points: 300, duration: 60 },
  /** Asking administrators for something. */
  askByUser: { points: 5, duration: 600 },
} as const
type LimitName = keyof typeof LIMITS

/** What a key is counted as: an address as its subscriber's network (API-14). */
const countedAs = (limit: LimitName, key: string): string => (limit.endsWith('ByAddress') ? networkOf(key) : key)

type Spent = { points: number; duration: number; left: number; seconds: number }

export type RateLimits = {
  /** Takes one point. @throws AppError LIMIT.TOO_MANY, with the seconds to wait */
  take: (limit: LimitName, key: string) => Promise<void>
  /** Takes one point, where there is one; false where there is none. */
  tryTake: (limit: LimitName, key: string) => Promise<boolean>
  /** Takes one point and tells how the limit stands: `left` is below 0 where there was none, `seconds` is until it is whole again. */
  spend: (limit: LimitName, key: string) => Promise<Spent>
  /** Gives a point back, where the try turned out to be none that counts. */
  giveBack: (limit: LimitName, key: string) => Promise<void>
  /** Growing pauses for those who guess. */
  lockout: Lockout
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
  const count = async (limit: LimitName, key: string): Promise<{ res: RateLimiterRes | undefined; full: boolean }> => {
    try {
      return { res: await limiters.get(limit)?.consume(countedAs(limit, key)), full: false }
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      return { res: error, full: true }
    }
  }
  const secondsOf = (res: RateLimiterRes | undefined): number => Math.ceil((res?.msBeforeNext ?? 0) / 1000)
  return {
    take: async (limit, key) => {
      const { res, full } = await count(limit, key)
      if (full) throw new AppError('LIMIT.TOO_MANY', { seconds: secondsOf(res) })
    },
    tryTake: async (limit, key) => !(await count(limit, key)).full,
    spend: async (limit, key) => {
      const { res, full } = await count(limit, key)
      return { ...LIMITS[limit], left: full ? -1 : (res?.remainingPoints ?? 0), seconds: secondsOf(res) }
    },
    giveBack: async (limit, key) => {
      await limiters.get(limit)?.reward(countedAs(limit, key))
    },
    lockout: openLockout(redis, `${keyPrefix}:lockout`),
    close: async () => {
      redis.disconnect()
    },
  }
}
