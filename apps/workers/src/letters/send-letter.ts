import type { Stores } from '@gavel/api'
import { moveLetters, type Notification, notificationById, preferencesOf, userById } from '@gavel/db'
import { type Letter, LetterRefusedError, type Mailer } from '@gavel/mail'
import { UnrecoverableError } from 'bullmq'

type Parts = Pick<Stores, 'mongo' | 'postgres' | 'logger'> & { mailer: Mailer; webUrl: string }

/**
 * Sends the letter of a notification, unless it is sent already, its reader is gone, or has chosen not to be written to meanwhile.
 * A crash between the mail server's word and ours sends it twice, under one Message-ID.
 * @param isLast whether the queue tries no further: a failure is then noted as final
 * @throws UnrecoverableError where the mail server refuses it for good (LETTER-3); others where another try may help
 */
export const sendLetter = async (parts: Parts, id: string, isLast: boolean): Promise<void> => {
  const { mongo, mailer, logger } = parts
  const notification = await notificationById(mongo, id)
  if (!notification || notification.letter === 'sent' || notification.letter === 'none') return
  const to = await readerOf(parts, notification)
  if (!to) {
    await moveLetters(mongo, [id], ['due', 'queued', 'failed'], 'none', Date.now())
    return
  }
  try {
    await mailer.send(id, to, letterOf(notification, parts.webUrl))
  } catch (error) {
    const refused = error instanceof LetterRefusedError
    if (refused || isLast) await moveLetters(mongo, [id], ['due', 'queued'], 'failed', Date.now())
    if (!refused) throw error
    // BullMQ keeps no cause, so the log does.
    logger.warn({ err: error, notificationId: id }, 'A letter was refused for good')
    throw new UnrecoverableError(error.message)
  }
  await moveLetters(mongo, [id], ['due', 'queued', 'failed'], 'sent', Date.now())
}

const readerOf = async (
  { mongo, postgres }: Parts,
  { userId, kind }: Notification,
): Promise<{ name: string; address: string } | null> => {
  const [account, [chosen]] = await Promise.all([userById(postgres, userId), preferencesOf(mongo, [userId])])
  if (!account || account.bot || chosen?.noLetters.includes(kind)) return null
  return { name: account.name, address: account.email }
}

const ACTIONS: Readonly<Record<Notification['kind'], string>> = {
  sold: 'See your sale',
  squad: 'See your squad',
  registration: 'See your registration',
  payment: 'See the payment',
  staff: 'See what you were asked to do',
  event: 'See the event',
  request: 'See the request',
  account: 'See your account',
}

const letterOf = ({ kind, title, words, href }: Notification, webUrl: string): Letter => ({
  title,
  words: [words],
  action: { words: ACTIONS[kind], url: new URL(href, webUrl).href },
  foot: {
    words: 'You get this letter because you have a Gavel account.',
    linkWords: 'Choose what we write to you about',
    url: new URL('/inbox/settings', webUrl).href,
  },
})
