import { addStaff as appoint, removeStaff as dismiss, peopleOf, type StaffRole } from '@gavel/db'
import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import { eventProcedure } from '../trpc.ts'

const role = z.enum(['organiser', 'auctioneer', 'scorer'])

const DUTY = {
  organiser: 'an organiser',
  auctioneer: 'an auctioneer',
  scorer: 'a scorer',
} as const satisfies Record<StaffRole, string>

/** Appoints somebody who has an account, and tells them. Repeating it is harmless. */
export const addStaff = eventProcedure('event.edit')
  .input(z.object({ role, email: z.email() }))
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ userId: string; name: string }> => {
    const userId = (await usersByEmail(services, [input.email]))(input.email)
    await appoint(services.mongo, event.id, input.role, userId)
    await services.reach.tell({ changed: [userId] })
    if (userId !== actor.userId)
      await notify(services, {
        userIds: [userId],
        kind: 'staff',
        key: `staff:${event.id}:${input.role}`,
        title: `You are ${DUTY[input.role]} of ${event.name}`,
        words: 'You find it among your events.',
        href: `/events/${event.slug}`,
      })
    return { userId, name: (await peopleOf(services.postgres, [userId])).get(userId)?.name ?? 'Unknown' }
  })

/** Takes an appointment back; repeating it is harmless. An event always keeps an organiser. */
export const removeStaff = eventProcedure('event.edit')
  .input(z.object({ role, userId: z.string().max(40) }))
  .mutation(async ({ ctx: { services, event }, input }): Promise<{ removed: boolean }> => {
    const done = await dismiss(services.mongo, event.id, input.role, input.userId)
    if (done === 'last') throw new AppError('EVENT.LAST_ORGANISER')
    await services.reach.tell({ changed: [input.userId] })
    return { removed: done === 'removed' }
  })
