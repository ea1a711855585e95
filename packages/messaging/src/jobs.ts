import type { Logger } from '@gavel/config'
import { type Job, type JobsOptions, Queue } from 'bullmq'
import { Redis } from 'ioredis'

/** The job queues of an installation, on the Redis for work: turns of schedules, letters, and payments. */
export const JOB_QUEUES = ['schedules', 'mail', 'payments'] as const
export type JobQueue = (typeof JOB_QUEUES)[number]

/**
 * How letters are sent: about 5 s, 10 s, 20 s ... apart, each up to half of it sooner, so that what a mail server refused together does not
 * come back together. Ten tries last about an hour, which bridges a mail server's maintenance. A letter that is sent or given up keeps its job for a
 * while: its id cannot enter the queue again, and an operator sees why.
 */
const LETTER_JOB = {
  attempts: 10,
  backoff: { type: 'exponential', delay: 5_000, jitter: 0.5 },
  removeOnComplete: { age: 86_400, count: 5_000 },
  removeOnFail: { count: 1_000 },
} as const satisfies JobsOptions

/** Whoever waits at a page for the letter of an account goes before a hall that is told of its sales: jobs without a priority are first. */
const PATIENT = 10

/** A turn of a schedule that failed: the next turn is its retry, so the last few are kept for reading alone. */
export const TURN_JOB = { removeOnComplete: true, removeOnFail: { count: 100 } } as const satisfies JobsOptions

/**
 * How payments are pursued: about 1 s, 2 s, 4 s ... apart, so that a store that is away for a moment is waited for. What fails by Stripe is no
 * failed job: the payment itself says when it is tried again. A job that is done keeps its id for a while, so that what was queued by two is done once.
 */
const PAYMENT_JOB = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { count: 1_000 },
} as const satisfies JobsOptions

/** What the queue of payments holds: a payment to pursue, or news of the provider's to hear. */
export type MoneyJob = {
  name: 'payment' | 'news'
  /** The payment's id, or the news'. */
  id: string
  /** Tells it apart from what is due for the same id at another time; no colons. */
  key: string
}

/** What the queue of letters holds. */
export type MailJob = 'letter' | 'errand'

/** A job that was given up. */
export type FailedJob = {
  queue: JobQueue
  id: string
  /** The schedule's name; `letter` for letters, `errand` for work about accounts that ends in one; `payment` or `news`. */
  name: string
  /** What it was about: a notification's id for a letter, an errand's for an errand, a payment's, or news'. */
  about: string | null
  reason: string
  stack: string | null
  attempts: number
  createdAtMs: number
  failedAtMs: number
}

/** The queues from the side that fills and looks after them. */
export type Jobs = {
  /** Queues letters by their notifications' ids; one that is there, in whatever state, is not doubled. */
  addLetters: (ids: readonly string[]) => Promise<void>
  /** Queues errands, which end in letters, by their ids; likewise. */
  addErrands: (ids: readonly string[]) => Promise<void>
  /** Queues what is due for payments; likewise, by id and key. */
  addMoney: (jobs: readonly MoneyJob[]) => Promise<void>
  /** Failed jobs of all queues, the last first, at most `limit` of each. */
  failed: (limit: number) => Promise<FailedJob[]>
  countFailed: () => Promise<Record<JobQueue, number>>
  /** Runs a failed job once more, now; false where it is no longer there. */
  retry: (queue: JobQueue, id: string) => Promise<boolean>
  /** Forgets a failed job; false where it is no longer there. */
  discard: (queue: JobQueue, id: string) => Promise<boolean>
  /** Removes everything: for tests, which own their prefix. */
  obliterate: () => Promise<void>
  close: () => Promise<void>
}

/** Whoever looks after queues hears soon that Redis is away. */
const COMMAND_TIMEOUT_MS = 3_000

/**
 * The queues of an installation; nothing is connected before the first call. Each call fails within seconds where Redis is away.
 * @param prefix keeps installations that share a Redis apart.
 */
export const openJobs = (redisUrl: string, prefix: string, logger: Logger): Jobs => {
  let opened: { connection: Redis; queues: Record<JobQueue, Queue> } | null = null
  const open = () => {
    if (opened) return opened.queues
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: 1, commandTimeout: COMMAND_TIMEOUT_MS })
    const failed = (error: Error) => logger.debug({ err: error }, 'Redis for jobs does not answer')
    connection.on('error', failed)
    const queueOf = (name: JobQueue) => new Queue(name, { connection, prefix }).on('error', failed)
    const queues = { schedules: queueOf('schedules'), mail: queueOf('mail'), payments: queueOf('payments') }
    opened = { connection, queues }
    return opened.queues
  }
  const failedJob = async (queue: JobQueue, id: string): Promise<Job | null> => {
    const job = await open()[queue].getJob(id)
    return job && (await job.isFailed()) ? job : null
  }

  const addMail = async (name: MailJob, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return
    const opts = name === 'letter' ? { ...LETTER_JOB, priority: PATIENT } : LETTER_JOB
    await bounded(open().mail.addBulk(ids.map((id) => ({ name, data: { id }, opts: { ...opts, jobId: id } }))))
  }

  return {
    addLetters: (ids) => addMail('letter', ids),
    addErrands: (ids) => addMail('errand', ids),
    addMoney: async (jobs) => {
      if (jobs.length === 0) return
      const all = jobs.map(({ name, id, key }) => {
        return { name, data: { id }, opts: { ...PAYMENT_JOB, jobId: `${name}-${id}-${key}` } }
      })
      await bounded(open().payments.addBulk(all))
    },
    failed: async (limit) => {
      const queues = open()
      const found = await bounded(
        Promise.all(
          JOB_QUEUES.map(async (queue) =>
            (await queues[queue].getFailed(0, limit - 1)).map((job) => described(queue, job)),
          ),
        ),
      )
      return found.flat().toSorted((a, b) => b.failedAtMs - a.failedAtMs)
    },
    countFailed: async () => {
      const { schedules, mail, payments } = open()
      const counted = Promise.all([schedules.getFailedCount(), mail.getFailedCount(), payments.getFailedCount()])
      const [turns, letters, money] = await bounded(counted)
      return { schedules: turns, mail: letters, payments: money }
    },
    retry: (queue, id) =>
      bounded(
        (async () => {
          const job = await failedJob(queue, id)
          if (!job) return false
          if (queue !== 'schedules') {
            await job.retry('failed', { resetAttemptsMade: true })
            return true
          }
          // A turn belongs to its schedule's clockwork, which has moved on: the same work is a job of its own.
          await open().schedules.add(job.name, {}, TURN_JOB)
          await job.remove()
          return true
        })(),
      ),
    discard: (queue, id) =>
      bounded(
        (async () => {
          const job = await failedJob(queue, id)
          await job?.remove()
          return job !== null
        })(),
      ),
    obliterate: async () => {
      const queues = open()
      for (const queue of JOB_QUEUES) await queues[queue].obliterate({ force: true })
    },
    close: async () => {
      if (!opened) return
      await Promise.allSettled(Object.values(opened.queues).map((queue) => queue.close()))
      opened.connection.disconnect()
    },
  }
}

const described = (queue: JobQueue, job: Job): FailedJob => ({
  queue,
  id: job.id ?? '',
  name: job.name,
  about: typeof job.data?.id === 'string' ? job.data.id : null,
  reason: job.failedReason ?? '',
  stack: job.stacktrace?.at(-1) ?? null,
  attempts: job.attemptsMade,
  createdAtMs: job.timestamp,
  failedAtMs: job.finishedOn ?? job.timestamp,
})

const CALL_TIMEOUT_MS = 5_000

/** BullMQ waits for ever for a Redis that has never answered. */
const bounded = async <Result>(work: Promise<Result>): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis for jobs does not answer')), CALL_TIMEOUT_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
