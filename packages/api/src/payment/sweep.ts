import { duePayments, forgetNews, undoneNews } from '@gavel/db'
import type { Jobs } from '@gavel/messaging'
import type { Stores } from '../services.ts'
import { newsJob } from './news.ts'

const BATCH = 500
/** Whoever kept news has queued them in the same moment. */
const FORGOTTEN_MS = 3_000
const HOUR_MS = 3_600_000

/**
 * Queues what is due: payments whose time has come, and news that nobody has worked on, whatever a crash or a lost queue left behind. What is
 * queued already is not doubled; what was given up is queued anew after an hour (TILL-8).
 * @returns how many were queued
 */
export const sweepMoney = async (
  { mongo }: Pick<Stores, 'mongo'>,
  jobs: Pick<Jobs, 'addMoney'>,
  nowMs: number,
): Promise<number> => {
  const payments = await duePayments(mongo, nowMs, BATCH)
  const news = await undoneNews(mongo, nowMs - FORGOTTEN_MS, BATCH)
  const due = payments.map(({ id, nextAtMs }) => {
    const hours = Math.floor((nowMs - nextAtMs) / HOUR_MS)
    return { name: 'payment' as const, id, key: `${nextAtMs}-${hours}` }
  })
  await jobs.addMoney([...news.map((one) => newsJob(one, nowMs)), ...due])
  return payments.length + news.length
}

/** Longer than Stripe tells of anything. */
const KEPT_MS = 90 * 24 * HOUR_MS

/** Forgets news that are older than anything that Stripe would tell again. */
export const forgetOldNews = ({ mongo }: Pick<Stores, 'mongo'>, nowMs: number): Promise<number> =>
  forgetNews(mongo, nowMs - KEPT_MS)
