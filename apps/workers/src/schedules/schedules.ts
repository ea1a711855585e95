import { type Logger, metrics } from '@gavel/config'
import { TURN_JOB } from '@gavel/messaging'
import { Queue, Worker } from 'bullmq'
import { Redis } from 'ioredis'

/** Something to be done again and again, by one of all workers at a time. */
export type Schedule = { name: string; everyMs: number; work: (nowMs: number) => Promise<unknown> }

export type Schedules = { ping: () => Promise<void>; close: () => Promise<void> }

const QUEUE = 'schedules'

/**
 * Runs schedules by BullMQ, so that several workers share them: each turn is one job, taken by one worker. A turn that fails is logged
 * and kept for the operator, and the next one is its retry.
 * @param prefix keeps installations that share a Redis apart.
 */
export const startSchedules = async (
  redisWorkUrl: string,
  prefix: string,
  logger: Logger,
  schedules: readonly Schedule[],
): Promise<Schedules> => {
  // BullMQ waits for a Redis that is away instead of failing each call.
  const connection = new Redis(redisWorkUrl, { maxRetriesPerRequest: null })
  connection.on('error', (error) => logger.warn({ err: error }, 'Redis for jobs does not answer'))
  const byName = new Map(schedules.map((schedule) => [schedule.name, schedule]))
  const queue = new Queue(QUEUE, { connection, prefix })
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      const schedule = byName.get(name)
      // A schedule of an older version, whose scheduler is taken out below.
      if (!schedule) return
      await schedule.work(Date.now())
    },
    { connection, prefix, concurrency: schedules.length },
  )
  const failed = (error: Error) => logger.warn({ err: error }, 'A job queue failed')
  queue.on('error', failed)
  worker.on('error', failed)
  worker.on('completed', ({ name }) => metrics.jobs.inc({ queue: name, outcome: 'done' }))
  worker.on('failed', (job, error) => {
    metrics.jobs.inc({ queue: job?.name ?? QUEUE, outcome: 'failed' })
    logger.warn({ err: error, schedule: job?.name }, 'A scheduled turn failed: the next one tries again')
  })

  const register = async () => {
    for (const { name, everyMs } of schedules)
      await queue.upsertJobScheduler(name, { every: everyMs }, { name, opts: TURN_JOB })
    for (const { key } of await queue.getJobSchedulers()) if (!byName.has(key)) await queue.removeJobScheduler(key)
  }
  // Redis may be away at the start; the other duties of this process do not wait for it.
  register().catch((error: unknown) => logger.error({ err: error }, 'Schedules could not be stored'))

  return {
    ping: async () => {
      await connection.ping()
    },
    close: async () => {
      await worker.close()
      await queue.close()
      connection.disconnect()
    },
  }
}
