import { type AuctionTeam, invitationsOf, type Mongo } from '@gavel/db'

/** Whether this person may let a second one bid for the team: its owners may, and whoever came as a bidder may not pass it on (INVITE-1). */
export const maySharePaddle = async (
  mongo: Mongo,
  eventId: string,
  userId: string | null,
  team: Pick<AuctionTeam, 'teamId' | 'ownerIds'> | null,
): Promise<boolean> => {
  if (userId === null || !team?.ownerIds.includes(userId)) return false
  const invitations = await invitationsOf(mongo, eventId)
  return !invitations.some((one) => one.role === 'bidder' && one.teamId === team.teamId && one.usedBy === userId)
}
