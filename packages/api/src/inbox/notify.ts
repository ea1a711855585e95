import { insertNotifications, type NotificationKind, preferencesOf } from '@gavel/db'
import type { Stores } from '../services.ts'

/** What people are told. */
export type Notice = {
  userIds: readonly string[]
  kind: NotificationKind
  /** Names what happened, such as `sold:AUCTION:PLAYER`: each person is told once of each key. */
  key: string
  title: string
  /** One or two sentences. */
  words: string
  /** Where it leads: a path of the web app. */
  href: string
}

/**
 * Tells people something, in their inboxes, and by e-mail where a mail server is set up and the person has not switched that kind off. What was done
 * to an account has letters of its own (`tellOwner`), which nobody switches off.
 * Each person is told once of a key, so repeating it, also at once, is harmless (INBOX-1). The letters are sent afterwards, by the workers.
 * @throws where MongoDB is away; whether the change that it tells of stands without it is the caller's to say
 */
export const notify = async (
  { mongo, writesLetters }: Pick<Stores, 'mongo' | 'writesLetters'>,
  { userIds, ...notice }: Notice,
): Promise<void> => {
  const people = [...new Set(userIds)]
  const hasLetters = writesLetters && notice.kind !== 'account'
  const chosen = hasLetters ? await preferencesOf(mongo, people) : []
  const unwritten = new Set(
    chosen.flatMap(({ userId, noLetters }) => (noLetters.includes(notice.kind) ? [userId] : [])),
  )
  const letterTo = (userId: string) => (hasLetters && !unwritten.has(userId) ? ('due' as const) : ('none' as const))
  await insertNotifications(
    mongo,
    people.map((userId) => ({ userId, ...notice, letter: letterTo(userId) })),
    Date.now(),
  )
}
