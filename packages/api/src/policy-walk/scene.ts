import { type Actor, actorOf, endSessions, GUEST, liveSession, OPERATOR } from '@gavel/auth'
import { eventBySlug, listRegistrations, teamsOf } from '@gavel/db'
import type { Who } from '@gavel/testkit'
import { anEvent, aPlayer, type Caller, type Given } from '../given.ts'
import { actOn } from '../registration/act.ts'

/** An event that is no rehearsal, with everybody in their roles. */
export type Scene = {
  as: Record<Who, Caller>
  actors: Record<Who, Actor>
  slug: string
  auctionId: string
  matchId: () => Promise<string>
  teamId: string
  registrationId: string
  /** A person who has no part in the event. */
  userId: string
}

/** Makes the event; `open` is false where its room is for people with a role. */
export const scene = async (g: Given, { open }: { open: boolean }): Promise<Scene> => {
  const [fan, player, owner, otherOwner, scorer, auctioneer, organiser, admin, banned] = await Promise.all([
    g.person(),
    g.person(),
    g.person(),
    g.person(),
    g.person(),
    g.person(),
    g.person({ creator: true }),
    g.person({ admin: true }),
    g.person(),
  ])
  const { slug } = await organiser.api.event.create({
    ...anEvent(),
    shows: { listed: true, pool: true, room: open },
    auctioneers: [auctioneer.email],
    scorers: [scorer.email],
    organisers: [banned.email],
  })
  const auctionId = (await eventBySlug(g.services.mongo, slug))?.auctionId
  if (!auctionId) throw new Error('no auction')
  const team = { auctionId, colour: '#336699' }
  await organiser.api.auction.addTeam({ ...team, name: 'Harbour', short: 'HAR', owners: [owner.email] })
  await organiser.api.auction.addTeam({ ...team, name: 'Hill', short: 'HIL', owners: [otherOwner.email] })
  await player.api.event.register({ slug, details: aPlayer() })
  const { mongo, postgres, eventCreation } = g.services
  const [entry] = await listRegistrations(mongo, { userId: player.userId })
  if (!entry) throw new Error('no entry')
  await actOn(g.services, entry.id, { type: 'Settle' })
  const [home, away] = await teamsOf(mongo, auctionId)
  if (!home || !away) throw new Error('no teams')
  const matchId = async () => {
    const made = await organiser.api.match.create({
      ...{ slug, sport: 'cricket', format: 'community', rules: { overs: 2, players: 3 } },
      ...{ home: { teamId: home.teamId }, away: { teamId: away.teamId } },
    })
    return made.matchId
  }
  await admin.api.admin.ban({ userId: banned.userId, reason: 'A test.' })
  await endSessions(g.services, { userId: banned.userId }, 'banned')
  // What every request asks first.
  const session = await liveSession(postgres, banned.session.sid)
  const shutOut = session ? actorOf(session.account, eventCreation) : GUEST
  const bot: Actor = { userId: 'bot-of-nobody', admin: false, operator: false, bot: true, creator: false }
  const people = { fan, player, owner, otherOwner, scorer, auctioneer, organiser, admin }
  const actors = {
    ...Object.fromEntries(Object.entries(people).map(([who, { actor }]) => [who, actor])),
    ...{ guest: GUEST, operator: OPERATOR, bot, banned: shutOut },
  } as Record<Who, Actor>
  const callers = {
    ...Object.fromEntries(Object.entries(people).map(([who, { api }]) => [who, api])),
    ...{ guest: g.guest, operator: g.operator, bot: g.as(bot), banned: g.as(shutOut) },
  } as Record<Who, Caller>
  return {
    as: callers,
    actors,
    slug,
    auctionId,
    matchId,
    teamId: home.teamId,
    registrationId: entry.id,
    userId: fan.userId,
  }
}
