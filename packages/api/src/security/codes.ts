import { beginTotp, endCodes, finishTotp, MAX_CODE_LENGTH, type NewTotp, renewRecoveryCodes } from '@gavel/auth'
import { z } from 'zod'
import { tellOwner } from '../account/errands.ts'
import { AppError } from '../errors.ts'
import { provedProcedure } from '../trpc.ts'
import { guessing } from './guessing.ts'
import { personOf } from './person.ts'

/** Codes that are shown once, and never again. */
export type ShownCodes = { recoveryCodes: string[] }

/** Begins to set up one-time codes. Nothing is asked for before the first code was right. */
export const beginCodes = provedProcedure.mutation(async ({ ctx: { services, userId } }): Promise<NewTotp> => {
  const begun = await beginTotp(services.postgres, services.secrets.authSecret, await personOf(services, userId))
  if (!begun) throw new AppError('CODES.ON_ALREADY')
  return begun
})

/** The app's first code: from now on signing in asks for one. */
export const confirmCodes = provedProcedure
  .input(z.strictObject({ code: z.string().max(MAX_CODE_LENGTH) }))
  .mutation(async ({ ctx: { services, userId }, input }): Promise<ShownCodes> => {
    const code = input.code.replace(/\s+/g, '')
    const recoveryCodes = await guessing(services, userId, () =>
      finishTotp(services.postgres, services.secrets.authSecret, { userId, code }),
    )
    if (!recoveryCodes) throw new AppError('CODES.WRONG')
    await tellOwner(services, await personOf(services, userId), 'codes-on')
    return { recoveryCodes }
  })

/** Recovery codes in the place of all before. */
export const newRecoveryCodes = provedProcedure.mutation(async ({ ctx: { services, userId } }): Promise<ShownCodes> => {
  const recoveryCodes = await renewRecoveryCodes(services.postgres, userId)
  if (!recoveryCodes) throw new AppError('CODES.OFF')
  await tellOwner(services, await personOf(services, userId), 'recovery-codes')
  return { recoveryCodes }
})

/** Asks for codes no more. Repeating it is harmless. */
export const stopCodes = provedProcedure.mutation(async ({ ctx: { services, userId } }): Promise<void> => {
  if (await endCodes(services.postgres, userId))
    await tellOwner(services, await personOf(services, userId), 'codes-off')
})
