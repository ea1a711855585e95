import type { Stores } from '@gavel/api'
import { lettersToQueue, moveLetters } from '@gavel/db'
import type { Jobs } from '@gavel/messaging'

/** Longer than a letter takes through all of its tries: what is still queued then was lost with its queue, or is queued already. */
const LOST_MS = 10_800_000
const BATCH = 500

/**
 * Gives the queue every letter that it has not had: the notification is the letter's outbox, so neither a crash nor a Redis that lost its
 * jobs loses one (LETTER-2). Where no mail server is set up nothing is queued. @returns how many were given.
 */
export const queueLetters = async (
  { mongo, writesLetters }: Pick<Stores, 'mongo' | 'writesLetters'>,
  jobs: Pick<Jobs, 'addLetters'>,
  nowMs: number,
): Promise<number> => {
  if (!writesLetters) return 0
  const ids = await lettersToQueue(mongo, { queuedBeforeMs: nowMs - LOST_MS, limit: BATCH })
  await jobs.addLetters(ids)
  // One that has been sent by now stays sent.
  await moveLetters(mongo, ids, ['due', 'queued'], 'queued', nowMs)
  return ids.length
}
