import { z } from 'zod'
import { registrationProcedure } from '../trpc.ts'
import { type MyRegistration, shownTo } from './view.ts'
import { withdrawRegistration } from './withdraw-registration.ts'

export const withdrawInput = z.object({ reason: z.string().trim().min(1).max(500).optional() })

/** Withdraws one's own entry, or, as an organiser, anybody's: `reason` is what the person is told then. Repeating it is harmless. */
export const withdraw = registrationProcedure('registration.withdraw')
  .input(withdrawInput)
  .mutation(async ({ ctx: { services, actor, event, registration }, input }): Promise<MyRegistration> => {
    const own = registration.userId === actor.userId
    const reason = own ? null : (input.reason ?? 'The organiser took your entry out.')
    const by = actor.userId ?? 'system'
    const withdrawn = await withdrawRegistration(services, event, registration, { by, reason })
    return shownTo(services, event, withdrawn, actor.userId)
  })
