import type { Stores } from '@gavel/api'
import { metrics } from '@gavel/config'
import { openMailer } from '@gavel/mail'
import type { MailJob } from '@gavel/messaging'
import { Worker } from 'bullmq'
import { Redis } from 'ioredis'
import { runErrand } from './run-errand.ts'
import { sendLetter } from './send-letter.ts'

/** Letters sent at once: mail servers frown on more. */
const CONCURRENCY = 2

export type Letters = { close: () => Promise<void> }

/**
 * Sends queued letters, for ever.
 * @param mail.url the mail server. @param redis.prefix keeps installations that share a Redis apart.
 */
export const startLetters = (
  stores: Pick<Stores, 'mongo' | 'postgres' | 'logger'>,
  mail: { url: string; from: string; webUrl: string },
  redis: { url: string; prefix: string },
): Letters => {
  const { logger } = stores
  const mailer = openMailer(mail)
  // BullMQ waits for a Redis that is away instead of failing each call.
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null })
  connection.on('error', (error) => logger.warn({ err: error }, 'Redis for letters does not answer'))
  const worker = new Worker<{ id: string }, void, MailJob>(
    'mail',
    async (job) => {
      const stopTimer = metrics.jobSeconds.startTimer({ queue: 'mail' })
      const isLast = job.attemptsMade + 1 >= (job.opts.attempts ?? 1)
      try {
        const parts = { ...stores, mailer, webUrl: mail.webUrl }
        if (job.name === 'errand') await runErrand(parts, job.data.id)
        else await sendLetter(parts, job.data.id, isLast)
      } finally {
        stopTimer()
      }
    },
    { connection, prefix: redis.prefix, concurrency: CONCURRENCY },
  )
  worker.on('error', (error) => logger.warn({ err: error }, 'The queue of letters failed'))
  worker.on('completed', () => metrics.jobs.inc({ queue: 'mail', outcome: 'done' }))
  worker.on('failed', (job, error) => {
    const givenUp = job === undefined || job.finishedOn !== undefined
    metrics.jobs.inc({ queue: 'mail', outcome: givenUp ? 'failed' : 'retried' })
    logger.warn({ err: error, id: job?.data.id, givenUp }, 'A letter was not sent')
  })
  return {
    close: async () => {
      await worker.close()
      connection.disconnect()
      mailer.close()
    },
  }
}
