import { teamsOf } from '@gavel/db'
import { z } from 'zod'
import { usersByEmail } from '../auth/people.ts'
import { notify } from '../inbox/notify.ts'
import { givePaddle, takePaddle } from '../pool/give-paddle.ts'
import { auctionProcedure } from '../trpc.ts'

const teamId = z.string().max(40)

/** Gives a person with an account a paddle of a team, and tells them. At any time before the end; repeating it is harmless. */
export const grantPaddle = auctionProcedure('auction.manage')
  .input(z.object({ teamId, email: z.email() }))
  .mutation(async ({ ctx: { services, actor, auction, event }, input }): Promise<{ userId: string }> => {
    const userId = (await usersByEmail(services, [input.email]))(input.email)
    await givePaddle(services, auction, actor.userId ?? 'system', input.teamId, userId)
    await services.reach.tell({ changed: [userId] })
    const team = (await teamsOf(services.mongo, auction.id)).find((one) => one.teamId === input.teamId)
    await notify(services, {
      userIds: [userId],
      kind: 'staff',
      key: `paddle:${auction.id}:${input.teamId}`,
      title: `You bid for ${team?.name ?? 'a team'}`,
      words: `Your paddle for the auction of ${event.name} is ready.`,
      href: `/auctions/${auction.id}/paddle`,
    })
    return { userId }
  })

/** Takes a person's paddle of a team back; repeating it is harmless. */
export const revokePaddle = auctionProcedure('auction.manage')
  .input(z.object({ teamId, userId: z.string().max(40) }))
  .mutation(async ({ ctx: { services, actor, auction }, input }): Promise<{ userId: string }> => {
    await takePaddle(services, auction, actor.userId ?? 'system', input.teamId, input.userId)
    await services.reach.tell({ changed: [input.userId] })
    return { userId: input.userId }
  })
