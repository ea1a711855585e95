import { Redis } from 'ioredis'
import { z } from 'zod'

/** What somebody thinks that a player will be sold for. `counts`: it came before the first call in the hall (LATE-8). */
export type Guess = { name: string; amount: number; atMs: number; counts: boolean }
export type Guesses = ReadonlyMap<string, Guess>

/** Where guesses are kept until their lot is long over. Nothing of an auction depends on them. Rejects while the store is away. */
export type GuessStore = {
  /** Keeps somebody's only guess of a lot (FAN-2). */
  add(auctionId: string, lot: number, who: string, guess: Guess): Promise<'kept' | 'guessed' | 'full'>
  of(auctionId: string, lot: number): Promise<Guesses>
  close(): void
}

const KEPT_SECONDS = 12 * 3_600
/** More than the largest room; a script that comes as ever new guests finds its end here. */
const MOST_GUESSES = 20_000

const stored = z.object({ name: z.string(), amount: z.number(), atMs: z.number(), counts: z.boolean() })

/** Guesses in the Redis of rate limits and queues, so that all instances of a room see the same ones. */
export function openGuesses(redisWorkUrl: string): GuessStore {
  const redis = new Redis(redisWorkUrl, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    // A store that hangs keeps nobody waiting.
    commandTimeout: 2_000,
  })
  // Every command's own failure is handled where it is asked; the connection comes back by itself.
  redis.on('error', () => {})
  const keyOf = (auctionId: string, lot: number) => `guess:${auctionId}:${lot}`
  return {
    async add(auctionId, lot, who, guess) {
      const key = keyOf(auctionId, lot)
      if ((await redis.hlen(key)) >= MOST_GUESSES) return 'full'
      const kept = await redis.hsetnx(key, who, JSON.stringify(guess))
      await redis.expire(key, KEPT_SECONDS)
      return kept === 1 ? 'kept' : 'guessed'
    },
    async of(auctionId, lot) {
      const rows = await redis.hgetall(keyOf(auctionId, lot))
      return new Map(Object.entries(rows).map(([who, row]) => [who, stored.parse(JSON.parse(row))]))
    },
    close: () => redis.disconnect(),
  }
}
