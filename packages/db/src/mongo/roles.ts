import { auctionTeamsCollection } from './auction-teams.ts'
import type { Mongo } from './connection.ts'
import type { Event } from './events.ts'
import { listRegistrations } from './registrations.ts'

export const EVENT_ROLES = ['organiser', 'auctioneer', 'owner', 'scorer', 'player'] as const
/** What a person is in one event. */
export type EventRole = (typeof EVENT_ROLES)[number]

/** The roles that a person holds in an event: by appointment, by owning a team, by a confirmed registration. Guests hold none. */
export const rolesIn = async (
  mongo: Mongo,
  event: Pick<Event, 'id' | 'organiserIds' | 'auctioneerIds' | 'scorerIds' | 'auctionId'>,
  userId: string | null,
): Promise<EventRole[]> => {
  if (userId === null) return []
  const [ownsTeam, registrations] = await Promise.all([
    event.auctionId
      ? auctionTeamsCollection.on(mongo).exists({ auctionId: event.auctionId, ownerIds: userId })
      : Promise.resolve(null),
    listRegistrations(mongo, { eventId: event.id, userId, statuses: ['confirmed'] }),
  ])
  const holds: Record<EventRole, boolean> = {
    organiser: event.organiserIds.includes(userId),
    auctioneer: event.auctioneerIds.includes(userId),
    owner: ownsTeam !== null || registrations.some(({ kind }) => kind === 'owner'),
    scorer: event.scorerIds.includes(userId),
    player: registrations.some(({ kind }) => kind === 'player'),
  }
  return EVENT_ROLES.filter((role) => holds[role])
}
