import { auctionById, eventById, type Mongo, type Squad, squadsWith, teamsOf } from '@gavel/db'
import { signedInProcedure } from '../trpc.ts'

/** A place in a squad that the caller was sold, or retained, into. */
export type MySale = {
  auctionId: string
  playerId: string
  event: { slug: string; name: string; startsAtMs: number; timeZone: string }
  team: { teamId: string; name: string; short: string; colour: string }
  /** In the currency's smallest unit. */
  price: number
  currency: string
  retained: boolean
  /** What a sold player does next, as the organiser says it, in Markdown; empty where nothing is said. */
  nextSteps: string
}

/** The caller's sales in ended auctions, the latest event first. */
export const mySales = signedInProcedure.query(async ({ ctx: { services, userId } }): Promise<MySale[]> => {
  const squads = await squadsWith(services.mongo, userId)
  const sales = await Promise.all(squads.map((squad) => salesIn(services.mongo, squad, userId)))
  return sales.flat().toSorted((a, b) => b.event.startsAtMs - a.event.startsAtMs)
})

const salesIn = async (mongo: Mongo, squad: Squad, userId: string): Promise<MySale[]> => {
  const { auctionId, eventId, teamId } = squad
  const [event, auction, teams] = await Promise.all([
    eventById(mongo, eventId),
    auctionById(mongo, auctionId),
    teamsOf(mongo, auctionId),
  ])
  const team = teams.find((candidate) => candidate.teamId === teamId)
  if (!event || !auction || !team) return []
  const { slug, name, startsAtMs, timeZone, nextSteps } = event
  return squad.players
    .filter((player) => player.userId === userId)
    .map(({ playerId, price, retained }) => ({
      auctionId,
      playerId,
      event: { slug, name, startsAtMs, timeZone },
      team: { teamId, name: team.name, short: team.short, colour: team.colour },
      price,
      currency: auction.rules.currency,
      retained,
      nextSteps,
    }))
}
