import type { Stores } from '@gavel/api'
import { makeWaitingAccount, newMailLink } from '@gavel/auth'
import { dropErrand, type Errand, errandById, newId, userByEmail, userById, userForSignIn } from '@gavel/db'
import { LetterRefusedError, type Mailer } from '@gavel/mail'
import { UnrecoverableError } from 'bullmq'
import {
  addressLetter,
  addressTakenLetter,
  newsLetter,
  resetLetter,
  takenLetter,
  verifyLetter,
  type Written,
} from './account-letters.ts'

type Parts = Pick<Stores, 'postgres' | 'logger'> & { mailer: Mailer; webUrl: string }
type Addressed = { to: { name: string; address: string }; letter: Written }

/**
 * Runs an errand and sends its letter; what has been done before is not done again, and the link of a letter that was not sent is good for
 * nobody. An errand that nobody waits for any more is dropped.
 * @throws UnrecoverableError where the mail server refuses the letter for good (LETTER-3); others where another try may help
 */
export const runErrand = async (parts: Parts, id: string): Promise<void> => {
  const { postgres, mailer, logger, webUrl } = parts
  const errand = await errandById(postgres, id)
  if (!errand) return
  const addressed = await addressedBy(parts, errand)
  if (addressed) {
    try {
      await mailer.send(
        id,
        addressed.to,
        addressed.letter((path) => new URL(path, webUrl).href),
      )
    } catch (error) {
      if (!(error instanceof LetterRefusedError)) throw error
      await dropErrand(postgres, id)
      logger.warn({ err: error, errandId: id, kind: errand.kind }, 'A letter was refused for good')
      throw new UnrecoverableError(error.message)
    }
  }
  await dropErrand(postgres, id)
}

/** What is done, and whom it is to be written to; null where nobody is. */
const addressedBy = async (parts: Parts, errand: Errand): Promise<Addressed | null> => {
  switch (errand.kind) {
    case 'register':
      return registered(parts, errand)
    case 'reset':
      return resetOf(parts, errand.email)
    case 'change':
      return changed(parts, errand)
    case 'confirm':
      return confirmed(parts, errand.userId)
    case 'news':
      return toldOf(parts, errand)
    default:
      return errand satisfies never
  }
}

const registered = async (
  { postgres }: Parts,
  { email, name, passwordHash, next }: Extract<Errand, { kind: 'register' }>,
): Promise<Addressed | null> => {
  const token = await makeWaitingAccount(postgres, { id: newId(), email, name, passwordHash })
  if (token) return { to: { name, address: email }, letter: verifyLetter(token, next) }
  const user = await userForSignIn(postgres, email)
  if (!user || user.account.bot) return null
  const { id: userId, name: called } = user.account
  const to = { name: called, address: email }
  if (!user.waits) return { to, letter: takenLetter(next) }
  // Somebody has not found the first letter, or another one has made an account with this address: whoever reads it decides.
  return { to, letter: verifyLetter(await newMailLink(postgres, { userId, purpose: 'verify', email }), next) }
}

const resetOf = async ({ postgres }: Parts, email: string): Promise<Addressed | null> => {
  const account = await userByEmail(postgres, email)
  if (!account || account.bot) return null
  const token = await newMailLink(postgres, { userId: account.id, purpose: 'reset', email: account.email })
  return { to: { name: account.name, address: account.email }, letter: resetLetter(token) }
}

const changed = async (
  { postgres }: Parts,
  { userId, email }: Extract<Errand, { kind: 'change' }>,
): Promise<Addressed | null> => {
  const [account, owner] = await Promise.all([userById(postgres, userId), userByEmail(postgres, email)])
  if (!account || owner?.id === userId) return null
  if (owner) return owner.bot ? null : { to: { name: owner.name, address: owner.email }, letter: addressTakenLetter }
  const token = await newMailLink(postgres, { userId, purpose: 'change', email })
  return { to: { name: account.name, address: email }, letter: addressLetter(token, 'change') }
}

const confirmed = async ({ postgres }: Parts, userId: string): Promise<Addressed | null> => {
  const account = await userById(postgres, userId)
  if (!account || account.emailVerifiedAt) return null
  const token = await newMailLink(postgres, { userId, purpose: 'confirm', email: account.email })
  return { to: { name: account.name, address: account.email }, letter: addressLetter(token, 'confirm') }
}

const toldOf = async (
  { postgres }: Parts,
  { userId, email, what }: Extract<Errand, { kind: 'news' }>,
): Promise<Addressed | null> => {
  const account = await userById(postgres, userId)
  return account && { to: { name: account.name, address: email }, letter: newsLetter(what) }
}
