import { teamsOwnedBy, userById } from '@gavel/db'
import { openProcedure } from '../trpc.ts'

/** Who asks; null for a guest. `paddles` are the auctions in which the person owns a team. */
export type Me = {
  userId: string
  name: string
  email: string
  admin: boolean
  paddles: { auctionId: string; teamId: string; team: string }[]
} | null

export const me = openProcedure.query(async ({ ctx: { services, actor } }): Promise<Me> => {
  if (actor.userId === null || actor.operator) return null
  const [account, teams] = await Promise.all([
    userById(services.postgres, actor.userId),
    teamsOwnedBy(services.mongo, actor.userId),
  ])
  if (!account) return null
  return {
    userId: account.id,
    name: account.name,
    email: account.email,
    admin: account.admin,
    paddles: teams.map(({ auctionId, teamId, name }) => ({ auctionId, teamId, team: name })),
  }
})
