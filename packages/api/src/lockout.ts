import type { Redis } from 'ioredis'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from './network.ts'

type Rule = {
  /** Wrong tries before the first pause. */
  free: number
  /** How long tries are remembered after the last one. */
  memoryMs: number
}

/** What is guessed, and by whom. */
const RULES = {
  /** Passwords of one address, whether it has an account or not. */
  password: { free: 5, memoryMs: 24 * 3_600_000 },
  /** Codes of one account. */
  code: { free: 5, memoryMs: 24 * 3_600_000 },
  /** Passwords from one network address, behind which a whole hall may sit. */
  address: { free: 60, memoryMs: 3_600_000 },
} as const satisfies Record<string, Rule>
type Guessed = keyof typeof RULES

/** What tries are counted by: an address as its subscriber's network (API-14). */
const counted = (guessed: Guessed, key: string): string => `${guessed}:${guessed === 'address' ? networkOf(key) : key}`

const MINUTE_MS = 60_000
const LONGEST_MINUTES = 15

/** The pause after so many wrong tries: none at first, then 1, 2, 4, 8, 15 minutes, and 15 from there on (GUESS-1). */
export const pauseAfter = (tries: number, free: number): number =>
  tries < free ? 0 : Math.min(LONGEST_MINUTES, 2 ** Math.min(tries - free, 10)) * MINUTE_MS

/** Counts tries before they are made, so that a hundred at once are no hundred guesses (GUESS-2). */
export type Lockout = {
  /** Does work about one key after whatever was asked for before about it here: many right tries at once are then no wrong ones. */
  inTurn: <Result>(key: string, work: () => Promise<Result>) => Promise<Result>
  /** Takes a try. @returns the time to wait where none is allowed now; 0 where one is */
  enter: (guessed: Guessed, key: string) => Promise<number>
  /** The try was right: it, and where `all` says so every one before it, was no guess. */
  forgive: (guessed: Guessed, key: string, all: boolean) => Promise<void>
}

/** Counts in Redis, for all instances together; where it is away, each instance for itself. */
export const openLockout = (redis: Redis, prefix: string): Lockout => {
  const alone = new RateLimiterMemory({ points: RULES.password.free, duration: MINUTE_MS / 1000 })
  const keysOf = (guessed: Guessed, key: string) => {
    const about = `${prefix}:${counted(guessed, key)}`
    return { tries: `${about}:tries`, pause: `${about}:pause` }
  }

  const tried = async (guessed: Guessed, key: string): Promise<number> => {
    const { free, memoryMs } = RULES[guessed]
    const { tries, pause } = keysOf(guessed, key)
    const leftMs = await redis.pttl(pause)
    if (leftMs > 0) return leftMs
    const [[, made] = []] = (await redis.multi().incr(tries).pexpire(tries, memoryMs).exec()) ?? []
    const pauseMs = pauseAfter(Number(made), free)
    if (pauseMs === 0) return 0
    // Of those who come at once, one has the try; the pause that follows it stands already.
    if ((await redis.set(pause, '1', 'PX', pauseMs, 'NX')) === 'OK') return 0
    await redis.decr(tries)
    return Math.max(1, await redis.pttl(pause))
  }

  const triedAlone = async (guessed: Guessed, key: string): Promise<number> => {
    const { consumedPoints, msBeforeNext } = await alone.penalty(counted(guessed, key))
    return consumedPoints > RULES[guessed].free ? msBeforeNext : 0
  }

  const turns = new Map<string, Promise<unknown>>()

  return {
    inTurn: async (key, work) => {
      const before = turns.get(key)
      const mine = (async () => {
        await before?.catch(() => {})
        return work()
      })()
      turns.set(key, mine)
      try {
        return await mine
      } finally {
        if (turns.get(key) === mine) turns.delete(key)
      }
    },
    enter: (guessed, key) => tried(guessed, key).catch(() => triedAlone(guessed, key)),
    forgive: async (guessed, key, all) => {
      const { tries, pause } = keysOf(guessed, key)
      const work = all ? redis.del(tries, pause) : redis.multi().decr(tries).del(pause).exec()
      // What is not forgiven for an outage passes by itself.
      await work.catch(() => {})
      if (all) await alone.delete(counted(guessed, key))
      else await alone.reward(counted(guessed, key))
    },
  }
}
