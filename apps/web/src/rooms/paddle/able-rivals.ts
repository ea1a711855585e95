import { type AuctionState, minimumBid, purchaseRefusal, standing, type TeamId } from '@gavel/auction'

/** Rivals who could pay the next price and hold the player, the leader among them; null while nobody is bid for (OWNER-4). */
export function ableRivals(auction: AuctionState, mine: TeamId): TeamId[] | null {
  const { lot, rules } = auction
  const player = lot ? auction.players[lot.player] : undefined
  if (!player || lot?.stage.is !== 'bidding') return null
  const amount = minimumBid(rules, lot)
  return Object.values(auction.teams)
    .filter((team) => team.id !== mine && !purchaseRefusal(auction, standing(auction, team, lot.lot), player, amount))
    .map(({ id }) => id)
}
