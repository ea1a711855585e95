import { can } from '@gavel/auth'
import { type Invitation, invitationsOf, namesOf, teamsOf } from '@gavel/db'
import { eventProcedure } from '../trpc.ts'
import { type InvitationState, joinPath, stateOf } from './codes.ts'
import { type InvitedTeam, invitedTeam } from './team.ts'

/** An invitation as those who invite see it. */
export type ListedInvitation = Pick<
  Invitation,
  'id' | 'code' | 'role' | 'email' | 'createdAtMs' | 'expiresAtMs' | 'usedAtMs'
> & {
  path: string
  state: InvitationState
  team: InvitedTeam | null
  /** Names of people. */
  invitedBy: string
  usedBy: string | null
}

/** The invitations of an event, the newest first: all for organisers, for an owner the own ones. */
export const list = eventProcedure('invitation.create').query(
  async ({ ctx: { services, actor, event, subject } }): Promise<ListedInvitation[]> => {
    const { mongo, postgres } = services
    const [all, teams] = await Promise.all([
      invitationsOf(mongo, event.id),
      event.auctionId ? teamsOf(mongo, event.auctionId) : [],
    ])
    const seen = can(actor, 'invitation.manage', subject)
      ? all
      : all.filter(({ invitedBy }) => invitedBy === actor.userId)
    const names = await namesOf(
      postgres,
      seen.flatMap(({ invitedBy, usedBy }) => [invitedBy, usedBy ?? []].flat()),
    )
    const nowMs = Date.now()
    return seen.map((one) => ({
      id: one.id,
      code: one.code,
      path: joinPath(one.code),
      role: one.role,
      email: one.email,
      state: stateOf(one, nowMs),
      team: invitedTeam(teams, one.teamId),
      invitedBy: names.get(one.invitedBy) ?? 'The operator',
      usedBy: one.usedBy && (names.get(one.usedBy) ?? 'Somebody'),
      createdAtMs: one.createdAtMs,
      expiresAtMs: one.expiresAtMs,
      usedAtMs: one.usedAtMs,
    }))
  },
)
