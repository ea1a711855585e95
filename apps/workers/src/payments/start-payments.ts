import { AppError, hearNews, pursue, type Stores } from '@gavel/api'
import { metrics } from '@gavel/config'
import type { MoneyJob } from '@gavel/messaging'
import { Worker } from 'bullmq'
import { Redis } from 'ioredis'

/**
 * A worker that is killed holds its jobs for as long as a lock lasts. Pursuing a payment again is harmless, so a job that several workers died with
 * is tried on.
 */
const LOCKS = { lockDuration: 15_000, stalledInterval: 10_000, maxStalledCount: 5 }

/** Each waits for Stripe and the stores most of the time; Stripe takes a hundred requests a second. */
const CONCURRENCY = 6

/**
 * Works on what is due for payments, for ever.
 * @param redis.prefix keeps installations that share a Redis apart.
 */
export const startPayments = (
  stores: Stores,
  redis: { url: string; prefix: string },
): { close: () => Promise<void> } => {
  const { logger } = stores
  // BullMQ waits for a Redis that is away instead of failing each call.
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null })
  connection.on('error', (error) => logger.warn({ err: error }, 'Redis for payments does not answer'))
  const worker = new Worker<{ id: string }, void, MoneyJob['name']>(
    'payments',
    async ({ name, data }) => {
      const stopTimer = metrics.jobSeconds.startTimer({ queue: 'payments' })
      try {
        if (name === 'news') await hearNews(stores, data.id)
        else await pursue(stores, data.id)
      } catch (error) {
        // One that was forgotten with its event is done.
        if (!(error instanceof AppError && error.code === 'PAYMENT.NOT_FOUND')) throw error
      } finally {
        stopTimer()
      }
    },
    { connection, prefix: redis.prefix, concurrency: CONCURRENCY, ...LOCKS },
  )
  worker.on('error', (error) => logger.warn({ err: error }, 'The queue of payments failed'))
  worker.on('completed', () => metrics.jobs.inc({ queue: 'payments', outcome: 'done' }))
  worker.on('failed', (job, error) => {
    const givenUp = job === undefined || job.finishedOn !== undefined
    metrics.jobs.inc({ queue: 'payments', outcome: givenUp ? 'failed' : 'retried' })
    logger.warn({ err: error, job: job?.name, id: job?.data.id, givenUp }, 'A payment could not be pursued')
  })
  return {
    close: async () => {
      await worker.close()
      connection.disconnect()
    },
  }
}
