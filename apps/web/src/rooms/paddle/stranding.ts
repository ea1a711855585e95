import { type AuctionState, feasibility, type Stranded, type TeamId } from '@gavel/auction'

/**
 * Why a bid on the player who is up would leave a squad that can no longer be filled, or null (OWNER-5). A squad that cannot be filled anyhow is
 * not said to be stranded by the next bid.
 */
export function strandedBy(auction: AuctionState, id: TeamId, amount: number | null): Stranded | null {
  const team = auction.teams[id]
  const { lot } = auction
  if (!team || !lot || amount === null) return null
  const after = feasibility(auction, team, { bid: { player: lot.player, amount } })
  if (after.ok || !feasibility(auction, team).ok) return null
  return after.why
}
