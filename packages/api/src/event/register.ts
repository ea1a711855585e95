import { AppError } from '../errors.ts'
import { kindOf } from '../registration/entry-rules.ts'
import { submitRegistration } from '../registration/submit.ts'
import { type MyRegistration, shownTo } from '../registration/view.ts'
import { eventProcedure } from '../trpc.ts'
import { refuseBadBase, registerInput } from './register-input.ts'

/**
 * Enters the caller into an event. Answers at once, mostly `pending`; `event.myRegistrations` tells what becomes of it.
 * @throws AppError EVENT.NOT_OPEN, REGISTRATION.REFUSED, REGISTRATION.BAD_BASE, REGISTRATION.ELSEWHERE
 */
export const register = eventProcedure('registration.submit')
  .input(registerInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<MyRegistration> => {
    const { details, seats, born, category, answers } = input
    const userId = actor.userId
    if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
    await services.limits.take('registerByUser', userId)
    const most = kindOf(event.entry, details.kind).seats
    if (seats > most)
      throw new AppError('REGISTRATION.REFUSED', { code: 'GROUP_SIZE', words: `An entry has 1 to ${most} seats.` })
    if (details.kind === 'player') await refuseBadBase(services, event, details)
    const whole = details.kind === 'player' ? { ...details, photoUrl: null } : details
    const said = { seats, born, category, answers }
    return shownTo(services, event, await submitRegistration(services, event, userId, whole, said), userId)
  })
