import { endSessions, passwordFault, readMailLink, takeMailLink, verifyPassword } from '@gavel/auth'
import { deliverProfiles, dropMailLinks, type MailPurpose, userById, userForSignIn } from '@gavel/db'
import { z } from 'zod'
import { refusedSignIn } from '../auth/sign-in.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { openProcedure } from '../trpc.ts'
import { tellOwner } from './errands.ts'

const token = z.string().max(100)
const password = z.string().max(1_000)

/** What a letter's link is good for; whoever has it reads the address. */
export type LetterLink = { purpose: MailPurpose; email: string }

/** The link, where it is good now and for this purpose. @throws AppError ACCOUNT.BAD_LINK, LIMIT.TOO_MANY */
const linkOf = async (
  { postgres, limits }: Pick<Services, 'postgres' | 'limits'>,
  address: string,
  given: string,
  ...purposes: MailPurpose[]
) => {
  const link = await readMailLink(postgres, given)
  if (link && (purposes.length === 0 || purposes.includes(link.purpose))) return link
  await limits.take('linkByAddress', address)
  throw new AppError('ACCOUNT.BAD_LINK')
}

/** Looks at a link without using it: mail programs open links before people do. */
export const link = openProcedure
  .input(z.strictObject({ token }))
  .query(async ({ ctx: { services, address }, input }): Promise<LetterLink> => {
    const { purpose, email } = await linkOf(services, address, input.token)
    return { purpose, email }
  })

/**
 * Opens a new account: its link and its password together. The link alone would open an account that somebody else has made with this
 * address and a password of theirs (MAIL-5).
 */
export const verify = openProcedure
  .input(z.strictObject({ token, password }))
  .mutation(async ({ ctx: { services, address }, input }): Promise<{ email: string }> => {
    const { postgres, limits } = services
    const { email } = await linkOf(services, address, input.token, 'verify')
    const waitMs = await limits.lockout.enter('password', email)
    if (waitMs > 0) throw refusedSignIn({ is: 'locked', retryAfterMs: waitMs })
    const user = await userForSignIn(postgres, email)
    if (!(await verifyPassword(user?.passwordHash ?? null, input.password)))
      throw new AppError('ACCOUNT.WRONG_PASSWORD')
    await limits.lockout.forgive('password', email, true)
    return { email: await used(services, input.token) }
  })

/** Gives the account of a link another password. Every session ends, and so do the pauses of those who guessed. */
export const reset = openProcedure
  .input(z.strictObject({ token, password }))
  .mutation(async ({ ctx: { services, address }, input }): Promise<{ email: string }> => {
    const { postgres, limits } = services
    // Who reads the letter may open a new account with another password than the one that somebody gave it.
    const { userId } = await linkOf(services, address, input.token, 'reset')
    const account = await userById(postgres, userId)
    const fault = passwordFault(input.password, account ?? {})
    if (fault) throw new AppError('ACCOUNT.WEAK_PASSWORD', { reason: fault })
    const email = await used(services, input.token, { password: input.password })
    await endSessions(services, { userId }, 'password')
    await Promise.all([dropMailLinks(postgres, userId), limits.lockout.forgive('password', email, true)])
    await tellOwner(services, { id: userId, email }, 'password')
    return { email }
  })

/** Shows that an address is read: the account has it from now on. The owner of the address of before is told. */
export const confirmEmail = openProcedure
  .input(z.strictObject({ token }))
  .mutation(async ({ ctx: { services, address }, input }): Promise<{ email: string }> => {
    await linkOf(services, address, input.token, 'change', 'confirm')
    return { email: await used(services, input.token) }
  })

/** Uses a link. @returns the address that its account has now. @throws AppError ACCOUNT.BAD_LINK, AUTH.EMAIL_TAKEN */
const used = async (services: Services, given: string, change: { password?: string } = {}): Promise<string> => {
  const { postgres } = services
  const taken = await takeMailLink(postgres, given, change)
  if (taken === 'none') throw new AppError('ACCOUNT.BAD_LINK')
  if (taken === 'taken') throw new AppError('AUTH.EMAIL_TAKEN')
  // The workers' sweep would do it too; doing it here means that the name is there on the next page.
  await deliverProfiles(postgres)
  const { account, before } = taken
  if (before !== account.email) await tellOwner(services, { id: account.id, email: before }, 'address')
  return account.email
}
