import { Redis } from 'ioredis'
import { z } from 'zod'
import { RestError } from './problem.ts'

/** How long an answer is kept, and how long an unanswered request holds its key: longer than any takes. */
const KEPT_SECONDS = 24 * 3_600
const RUNNING_SECONDS = 60

const answerSchema = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
})
/** An answer as it can be given again. */
export type KeptAnswer = z.infer<typeof answerSchema>

const keptSchema = z.object({ sum: z.string(), answer: answerSchema.nullable() })

type Begun =
  /** Nobody has asked this before: do it, then `keep` the answer, or `drop` the key so that it may be tried anew. */
  | { is: 'new'; keep: (answer: KeptAnswer) => Promise<void>; drop: () => Promise<void> }
  | { is: 'known'; answer: KeptAnswer }

/** Requests that were made with a key, for a day (REST-6). */
export type Idempotency = {
  /**
   * Takes a person's key for a request, told from others by its checksum.
   * @throws RestError KEY_REUSED, KEY_RUNNING, KEY_UNAVAILABLE
   */
  begin: (userId: string, key: string, sum: string) => Promise<Begun>
  close: () => Promise<void>
}

/** Keys that all instances share. */
export const openIdempotency = (redisWorkUrl: string): Idempotency => {
  const redis = new Redis(redisWorkUrl, { maxRetriesPerRequest: 1 })
  // Every command's own failure is handled where it is asked; the connection comes back by itself.
  redis.on('error', () => {})
  const reached = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (cause) {
      throw new RestError('KEY_UNAVAILABLE', {}, { cause })
    }
  }
  return {
    begin: async (userId, key, sum) => {
      const at = `idempotency:${userId}:${key}`
      const running = JSON.stringify({ sum, answer: null })
      if ((await reached(redis.set(at, running, 'EX', RUNNING_SECONDS, 'NX'))) === 'OK')
        return {
          is: 'new',
          // What cannot be kept was done all the same; the key stays taken until it runs out.
          keep: async (answer) => {
            await redis.set(at, JSON.stringify({ sum, answer }), 'EX', KEPT_SECONDS).catch(() => null)
          },
          drop: async () => {
            await redis.del(at).catch(() => 0)
          },
        }
      const text = await reached(redis.get(at))
      // It has run out, or was dropped, in between.
      if (text === null) throw new RestError('KEY_RUNNING')
      const kept = keptSchema.parse(JSON.parse(text))
      if (kept.sum !== sum) throw new RestError('KEY_REUSED')
      if (kept.answer === null) throw new RestError('KEY_RUNNING')
      return { is: 'known', answer: kept.answer }
    },
    close: async () => {
      redis.disconnect()
    },
  }
}
