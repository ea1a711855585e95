import { type AccountNews, type Errand, keepErrand, newId } from '@gavel/db'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import type { Services } from '../services.ts'
import { accountNews } from './news.ts'

type Parts = Pick<Services, 'postgres' | 'jobs' | 'logger' | 'writesLetters'>

/** @throws AppError ACCOUNT.NO_MAIL where no mail server is set up */
export const needLetters = ({ writesLetters }: Pick<Services, 'writesLetters'>): void => {
  if (!writesLetters) throw new AppError('ACCOUNT.NO_MAIL')
}

/**
 * Keeps an errand and has the workers run it. Takes the same time whatever the errand is about; where the queue does not answer, the
 * workers' sweep finds it.
 */
export const sendErrand = async ({ postgres, jobs, logger }: Parts, errand: Errand): Promise<void> => {
  const id = await keepErrand(postgres, errand)
  // Nobody waits for it: a queue that is away would hold the answer up.
  jobs.addErrands([id]).catch((error: unknown) => logger.warn({ err: error, id }, 'An errand was not queued yet'))
}

/** What {@link tellOwner} needs. */
export type OwnerParts = Parts & Pick<Services, 'mongo'>

/**
 * Tells the owner of an account what was done to it: by a letter to this address, where letters are written, and by a line in the inbox
 * (MAIL-10). It has been done by then, so an inbox that is away is logged and fails nothing.
 * @param key names what happened, where it may be told twice
 */
export const tellOwner = async (
  parts: OwnerParts,
  { id: userId, email }: { id: string; email: string },
  what: AccountNews,
  key: string = newId(),
): Promise<void> => {
  if (parts.writesLetters) await sendErrand(parts, { kind: 'news', userId, email, what })
  const { title, words } = accountNews(what)
  const about = { kind: 'account' as const, key: `account:${key}`, title, words, href: '/account/security' }
  await notify(parts, { userIds: [userId], ...about }).catch((error: unknown) =>
    parts.logger.warn({ err: error, userId, what }, 'An owner was not told in the inbox'),
  )
}
