import { createHash } from 'node:crypto'
import { notify, type Stores, viewState } from '@gavel/api'
import { type AuctionState, formatMoney } from '@gavel/auction'
import {
  type Auction,
  type AuctionPlayer,
  type AuctionTeam,
  auctionById,
  type Event,
  eventById,
  playersOf,
  type Squad,
  type SquadPlayer,
  saveSquad,
  setHandedOver,
  teamsOf,
  viewOf,
} from '@gavel/db'
import type { Payload } from '@gavel/messaging'
import { opening } from './opening.ts'

type Parts = Pick<Stores, 'mongo' | 'logger' | 'writesLetters'>

/**
 * Hands the squads of an ended auction over to the season: stores them, tells each sold player who has an account, and each owner, then
 * notes that it is done. It reads the auction as it is now and every step may be repeated, so messages may come twice, late, at once,
 * in any order, or after a worker died between any two steps (SEASON-2, SEASON-3). Rehearsals and cancelled events hand
 * nothing over and tell nobody.
 * @throws where a store is away, or the read model lies behind: the message comes again
 */
export const handOver = async (stores: Parts, { auctionId, version }: Payload<'auction.completed'>): Promise<void> => {
  const { mongo, logger } = stores
  const auction = await auctionById(mongo, auctionId)
  const event = auction && (await eventById(mongo, auction.eventId))
  if (!event) {
    // A sandbox that was forgotten since.
    logger.info({ auctionId }, 'An auction that ended is gone: there is nothing to hand over')
    return
  }
  const view = await viewOf(mongo, auctionId)
  if (!view || view.seq < version || view.phase !== 'ended')
    throw new Error(`the read model of auction ${auctionId} lies behind its end at ${version}`)
  if (!event.rehearsal && event.status !== 'cancelled') {
    const [players, teams] = await Promise.all([playersOf(mongo, auctionId), teamsOf(mongo, auctionId)])
    const squads = squadsIn(viewState(view), auction, players)
    for (const squad of squads) await saveSquad(mongo, squad)
    await tell(stores, event, auction.rules.currency, squads, teams)
    logger.info({ auctionId, version: view.seq, squads: squads.length }, 'Squads were handed over to the season')
  }
  await setHandedOver(mongo, auctionId, view.seq)
}

const squadsIn = (state: AuctionState, auction: Auction, roster: readonly AuctionPlayer[]): Squad[] => {
  const known = new Map(roster.map((player) => [player.playerId, player]))
  const member = (playerId: string): SquadPlayer[] => {
    const player = state.players[playerId]
    if (player?.status.is !== 'sold' && player?.status.is !== 'retained') return []
    const { amount, is } = player.status
    const { userId = null, role = '' } = known.get(playerId) ?? {}
    return [{ playerId, userId, role, price: amount, retained: is === 'retained', overseas: player.overseas }]
  }
  return Object.values(state.teams).map(({ id, purse, spent, squad }) => ({
    eventId: auction.eventId,
    auctionId: auction.id,
    teamId: id,
    players: squad.flatMap(member),
    purse,
    spent,
    version: state.seq,
  }))
}

/** Keys name what was told: whoever hands over again tells nobody twice, and a correction tells those whom it concerns. */
const tell = async (
  stores: Parts,
  event: Event,
  currency: string,
  squads: readonly Squad[],
  teams: readonly AuctionTeam[],
): Promise<void> => {
  const looks = new Map(teams.map((team) => [team.teamId, team]))
  const nextSteps = opening(event.nextSteps)
  for (const { auctionId, teamId, players, spent } of squads) {
    const team = looks.get(teamId)
    if (!team) continue
    const room = `/auctions/${encodeURIComponent(auctionId)}`
    for (const { playerId, userId, price, retained } of players) {
      if (userId === null) continue
      const money = formatMoney(price, currency)
      const sale = retained ? `kept you for ${money}` : `bought you for ${money}`
      await notify(stores, {
        userIds: [userId],
        kind: 'sold',
        key: `sold:${auctionId}:${playerId}:${teamId}:${price}`,
        title: retained ? `You stay with ${team.name}` : `You were sold to ${team.name}`,
        words: `${team.name} ${sale} in ${event.name}.${nextSteps ? ` ${nextSteps}` : ''}`,
        href: `${room}/players/${encodeURIComponent(playerId)}`,
      })
    }
    const count = players.length === 1 ? 'one player' : `${players.length} players`
    await notify(stores, {
      userIds: team.ownerIds,
      kind: 'squad',
      key: `squad:${auctionId}:${teamId}:${digest(players)}`,
      title: `Your squad: ${team.name}`,
      words:
        players.length > 0
          ? `${event.name} is over. ${team.name} came out with ${count} for ${formatMoney(spent, currency)}.`
          : `${event.name} is over. ${team.name} came out without a player.`,
      href: `${room}/results`,
    })
  }
}

const digest = (players: readonly SquadPlayer[]): string =>
  createHash('sha1')
    .update(JSON.stringify(players.map(({ playerId, price }) => [playerId, price])))
    .digest('hex')
    .slice(0, 12)
