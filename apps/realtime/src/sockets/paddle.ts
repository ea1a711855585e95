import type { TeamId } from '@gavel/auction'
import { type Actor, can } from '@gavel/auth'
import type { Roles } from '../roles.ts'

/**
 * Whether this person may bid or answer: for a team in the hall whoever conducts; with the own paddle anybody, because the log knows who holds
 * one. Of a bot it is asked here alone whether it may take part at all (ANSWER-7).
 */
export async function maySpeakFor(
  actor: Actor,
  auctionId: string,
  floorTeam: TeamId | null,
  roles: Roles,
): Promise<boolean> {
  if (floorTeam === null && !actor.bot) return true
  const subject = await roles.subject(auctionId, actor.userId)
  return floorTeam === null
    ? can(actor, 'auction.bid', { ...subject, roles: ['owner'] })
    : can(actor, 'auction.bidFromFloor', subject)
}
