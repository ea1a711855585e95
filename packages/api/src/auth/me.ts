import { can, NOTHING } from '@gavel/auth'
import { profileById, teamsOwnedBy, userById } from '@gavel/db'
import { avatarUrlOf } from '../profile/mine.ts'
import { openProcedure } from '../trpc.ts'

/** Who asks; null for a guest. `paddles` are the auctions in which the person owns a team. */
export type Me = {
  userId: string
  name: string
  email: string
  /** Null where there is no picture. */
  avatarUrl: string | null
  admin: boolean
  /** Whether the person may make events. */
  mayCreateEvents: boolean
  paddles: { auctionId: string; teamId: string; team: string }[]
} | null

export const me = openProcedure.query(async ({ ctx: { services, actor } }): Promise<Me> => {
  if (actor.userId === null || actor.operator) return null
  const [account, profile, teams] = await Promise.all([
    userById(services.postgres, actor.userId),
    profileById(services.postgres, actor.userId),
    teamsOwnedBy(services.mongo, actor.userId),
  ])
  if (!account) return null
  return {
    userId: account.id,
    name: account.name,
    email: account.email,
    avatarUrl: profile && avatarUrlOf(profile),
    admin: account.admin,
    mayCreateEvents: can(actor, 'event.create', NOTHING),
    paddles: teams.map(({ auctionId, teamId, name }) => ({ auctionId, teamId, team: name })),
  }
})
