import type { Stores } from '@gavel/api'
import { metrics } from '@gavel/config'
import { countParked, countPayments } from '@gavel/db'
import { JOB_QUEUES, type Jobs, QUEUE_NAMES } from '@gavel/messaging'

/** Odd, so that several workers do not look at the same moments for ever. */
const LOOK_MS = 14_983

/** Keeps the gauges of parked messages, failed jobs and money that waits up, in every worker: whichever one is asked says the same. */
export const startGauges = (
  { mongo, logger }: Pick<Stores, 'mongo' | 'logger'>,
  jobs: Pick<Jobs, 'countFailed'>,
): { close: () => void } => {
  const look = async () => {
    const parked = await countParked(mongo)
    for (const queue of QUEUE_NAMES) metrics.parkedMessages.set({ queue }, parked.get(queue) ?? 0)
    const { asks } = await countPayments(mongo, {})
    for (const what of ['hand-back', 'mend'] as const) metrics.paymentsWaiting.set({ what }, asks.get(what) ?? 0)
    const failed = await jobs.countFailed()
    for (const queue of JOB_QUEUES) metrics.failedJobs.set({ queue }, failed[queue])
  }
  const lookAndSay = () => {
    look().catch((error: unknown) => logger.debug({ err: error }, 'The queues could not be counted'))
  }
  lookAndSay()
  const timer = setInterval(lookAndSay, LOOK_MS)
  return { close: () => clearInterval(timer) }
}
