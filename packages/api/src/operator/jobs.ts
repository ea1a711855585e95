import { type FailedJob, JOB_QUEUES } from '@gavel/messaging'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { guardedProcedure } from '../trpc.ts'
import { type About, aboutErrand, aboutLetter, aboutNews, aboutPayment, aboutTurn } from './about.ts'
import { noteDeed, queueProcedure } from './audited.ts'

/** A job that was given up, with what it is about. */
export type FailedJobItem = Omit<FailedJob, 'about'> & { about: About }

const SHOWN = 100

const job = z.strictObject({ queue: z.enum(JOB_QUEUES), id: z.string().max(200) })

/** @throws AppError QUEUE.UNAVAILABLE */
const reached = async <Result>({ logger }: Services, work: Promise<Result>): Promise<Result> => {
  try {
    return await work
  } catch (error) {
    logger.warn({ err: error }, 'The job queues could not be reached')
    throw new AppError('QUEUE.UNAVAILABLE', {}, { cause: error })
  }
}

const aboutJob = (services: Services, name: string, id: string): Promise<About> => {
  switch (name) {
    case 'errand':
      return aboutErrand(services, id)
    case 'payment':
      return aboutPayment(services, id)
    case 'news':
      return aboutNews(services, id)
    default:
      return aboutLetter(services, id)
  }
}

/** Letters, payments and turns of schedules that were given up, the last first. */
export const failedJobs = guardedProcedure('operator.queues').query(
  async ({ ctx: { services } }): Promise<FailedJobItem[]> => {
    const jobs = await reached(services, services.jobs.failed(SHOWN))
    return Promise.all(
      jobs.map(async ({ about, ...rest }) => ({
        ...rest,
        about: about === null ? aboutTurn(rest.name) : await aboutJob(services, rest.name, about),
      })),
    )
  },
)

/** Runs a failed job once more, now. */
export const retryJob = queueProcedure.input(job).mutation(async ({ ctx, input }): Promise<void> => {
  await noteDeed(ctx, 'retryJob', `job:${input.queue}:${input.id}`, input)
  const found = await reached(ctx.services, ctx.services.jobs.retry(input.queue, input.id))
  if (!found) throw new AppError('QUEUE.NO_SUCH_JOB')
})

/** Forgets a failed job. */
export const discardJob = queueProcedure.input(job).mutation(async ({ ctx, input }): Promise<void> => {
  await noteDeed(ctx, 'discardJob', `job:${input.queue}:${input.id}`, input)
  const found = await reached(ctx.services, ctx.services.jobs.discard(input.queue, input.id))
  if (!found) throw new AppError('QUEUE.NO_SUCH_JOB')
})
