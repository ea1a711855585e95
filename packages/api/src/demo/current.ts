import { teamsOf } from '@gavel/db'
import { openProcedure } from '../trpc.ts'
import { DEMO_NAME } from './build-night.ts'
import { demoNights, sitsNow } from './nights.ts'

/** The demo's present night, with who may be replaced in it. */
export type CurrentDemo = {
  slug: string
  name: string
  auctionId: string
  /** `taken`: by another visitor. */
  teams: { teamId: string; name: string; short: string; colour: string; taken: boolean }[]
  console: { taken: boolean }
  /** Where the asker sits: a team's id, `console`, or null. */
  mine: string | null
}

/** The night of the demo that is on now, or null where this Gavel has none. */
export const current = openProcedure.query(async ({ ctx: { services, actor } }): Promise<CurrentDemo | null> => {
  const nowMs = Date.now()
  const [night] = await demoNights(services.mongo)
  if (!night) return null
  const mine = night.seats.find((seat) => seat.userId === actor.userId && seat.untilMs > nowMs)
  const isTaken = (teamId: string | null) => mine?.teamId !== teamId && sitsNow(night, teamId, nowMs)
  const teams = await teamsOf(services.mongo, night.auctionId)
  return {
    slug: night.slug,
    name: DEMO_NAME,
    auctionId: night.auctionId,
    teams: teams.map(({ teamId, name, short, colour }) => ({ teamId, name, short, colour, taken: isTaken(teamId) })),
    console: { taken: night.seats.some((seat) => seat.teamId === null) && isTaken(null) },
    mine: mine ? (mine.teamId ?? 'console') : null,
  }
})
