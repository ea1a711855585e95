import { foldEmail, userById } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { openProcedure, provedProcedure, signedInProcedure } from '../trpc.ts'
import { needLetters, sendErrand } from './errands.ts'

const address = z
  .string()
  .trim()
  .max(254, { error: 'This e-mail address is too long.' })
  .pipe(z.email({ error: 'This is not an e-mail address.' }))

/** Whether one more letter may go to this reader now. Who asks too often is told nothing of it: it is the reader who is spared. */
export const mayWrite = ({ limits }: Pick<Services, 'limits'>, email: string): Promise<boolean> =>
  limits.tryTake('letterByReader', foldEmail(email))

/** Writes to an address how to choose another password, if it has an account. The answer is the same if it has none (MAIL-2). */
export const requestReset = openProcedure
  .input(z.strictObject({ email: address }))
  .mutation(async ({ ctx: { services, address: from }, input: { email } }): Promise<void> => {
    needLetters(services)
    await services.limits.take('letterByAddress', from)
    if (await mayWrite(services, email)) await sendErrand(services, { kind: 'reset', email })
  })

/** Writes to an address that the caller wants to have; it is theirs once the link in that letter is used. */
export const changeEmail = provedProcedure
  .input(z.strictObject({ email: address }))
  .mutation(async ({ ctx: { services, userId, address: from }, input: { email } }): Promise<void> => {
    needLetters(services)
    await services.limits.take('letterByAddress', from)
    if (await mayWrite(services, email)) await sendErrand(services, { kind: 'change', userId, email })
  })

/** Writes to the caller's address once more, where nobody has shown yet that it is read. Harmless where somebody has. */
export const askToConfirm = signedInProcedure.mutation(
  async ({ ctx: { services, userId, address: from } }): Promise<void> => {
    needLetters(services)
    const account = await userById(services.postgres, userId)
    if (!account) throw new AppError('AUTH.FORBIDDEN')
    if (account.emailVerifiedAt) return
    await services.limits.take('letterByAddress', from)
    if (await mayWrite(services, account.email)) await sendErrand(services, { kind: 'confirm', userId })
  },
)
