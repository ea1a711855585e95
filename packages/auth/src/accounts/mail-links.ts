import { createHash, randomBytes } from 'node:crypto'
import {
  insertMailToken,
  insertWaitingUser,
  type MailLink,
  type MailPurpose,
  mailLink,
  type Postgres,
  useMailLink,
} from '@gavel/db'
import { hashPassword } from '../passwords/password.ts'

const HOUR_MS = 3_600_000
/** How long a link is good for (MAIL-3). */
const LINK_LIFE_MS: Readonly<Record<MailPurpose, number>> = {
  verify: 48 * HOUR_MS,
  confirm: 48 * HOUR_MS,
  reset: HOUR_MS,
  change: HOUR_MS,
}

/** What a link carries: 32 random bytes as base64url. */
const LINK_TOKEN = /^[A-Za-z0-9_-]{43}$/

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * Makes an account that nobody comes into before its first letter is answered.
 * @returns the token of that letter; null where the address is taken
 */
export const makeWaitingAccount = async (
  postgres: Postgres,
  user: Parameters<typeof insertWaitingUser>[1],
): Promise<string | null> => {
  const token = newToken()
  const made = await insertWaitingUser(postgres, user, { hash: hashOf(token), lifeMs: LINK_LIFE_MS.verify })
  return made ? token : null
}

/** Makes a link's token; the table keeps its hash alone, so that whoever reads the table cannot use it. */
export const newMailLink = async (postgres: Postgres, link: MailLink): Promise<string> => {
  const token = newToken()
  await insertMailToken(postgres, { ...link, hash: hashOf(token), lifeMs: LINK_LIFE_MS[link.purpose] })
  return token
}

/** What a token is good for now; null for one that is not. */
export const readMailLink = async (postgres: Postgres, token: string): Promise<MailLink | null> =>
  LINK_TOKEN.test(token) ? mailLink(postgres, hashOf(token)) : null

/** Uses a token once, with another password for its account where one is given. @returns as `useMailLink` */
export const takeMailLink = async (
  postgres: Postgres,
  token: string,
  { password }: { password?: string } = {},
): ReturnType<typeof useMailLink> => {
  if (!LINK_TOKEN.test(token)) return 'none'
  const passwordHash = password === undefined ? undefined : await hashPassword(password)
  return useMailLink(postgres, hashOf(token), { ...(passwordHash !== undefined && { passwordHash }) })
}
