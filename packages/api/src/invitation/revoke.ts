import { can } from '@gavel/auth'
import { invitationsOf, revokeInvitation } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { eventProcedure } from '../trpc.ts'

/** Takes an invitation back that nobody has used; an owner the own ones. Repeating it is harmless. */
export const revoke = eventProcedure('invitation.create')
  .input(z.object({ id: z.string().max(40) }))
  .mutation(async ({ ctx: { services, actor, event, subject }, input: { id } }) => {
    const found = (await invitationsOf(services.mongo, event.id)).find((one) => one.id === id)
    if (!found) throw new AppError('INVITATION.NOT_FOUND')
    if (!can(actor, 'invitation.manage', subject) && found.invitedBy !== actor.userId)
      throw new AppError('AUTH.FORBIDDEN')
    if (!(await revokeInvitation(services.mongo, found, Date.now()))) throw new AppError('INVITATION.USED')
    return { id }
  })
