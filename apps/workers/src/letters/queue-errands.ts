import type { Stores } from '@gavel/api'
import { waitingErrands } from '@gavel/db'
import type { Jobs } from '@gavel/messaging'

/** Whoever made an errand queues it in the same moment. */
const FORGOTTEN_MS = 5_000
const BATCH = 500

/** Queues errands that were not queued when they were made, as while Redis was away; those that are there already are not doubled. @returns how many it looked at */
export const queueErrands = async (
  { postgres, writesLetters }: Pick<Stores, 'postgres' | 'writesLetters'>,
  jobs: Pick<Jobs, 'addErrands'>,
  olderThanMs = FORGOTTEN_MS,
): Promise<number> => {
  if (!writesLetters) return 0
  const ids = await waitingErrands(postgres, olderThanMs, BATCH)
  await jobs.addErrands(ids)
  return ids.length
}
