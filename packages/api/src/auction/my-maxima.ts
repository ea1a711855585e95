import { openLots, type PlayerId, type TeamId } from '@gavel/auction'
import { auctionProcedure } from '../trpc.ts'

/**
 * What the caller's team has left with the core: the maxima of its list, in its order, and those on open lots. Money in the currency's smallest unit.
 * Null for whoever holds no paddle of a live auction.
 */
export type MyMaxima = {
  team: TeamId
  listed: { player: PlayerId; max: number }[]
  onLots: { lot: number; max: number }[]
} | null

/** For the team's own people alone, on any of their devices: no message of a room carries a hidden maximum (PROXY-8). */
export const myMaxima = auctionProcedure('auction.watch').query(
  async ({ ctx: { services, actor, auction } }): Promise<MyMaxima> => {
    const { userId } = actor
    const live = userId === null ? null : await services.log.load(auction.id)
    if (!live || userId === null || !Object.hasOwn(live.state.paddles, userId)) return null
    const { paddles, maxima } = live.state
    const team = paddles[userId]
    if (team === undefined) return null
    return {
      team,
      listed: (maxima[team] ?? []).map(({ player, max }) => ({ player, max })),
      onLots: openLots(live.state).flatMap(({ lot, proxies }) =>
        proxies.filter((proxy) => proxy.team === team).map(({ max }) => ({ lot, max })),
      ),
    }
  },
)
