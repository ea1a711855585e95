// The board of a slow auction: many open lots at once, as one person sees them.
import {
  type Amount,
  type AuctionState,
  leadingBid,
  minimumBid,
  openLots,
  type PlayerId,
  standing,
  type TeamId,
} from '@gavel/auction'

export type OpenLine = {
  lot: number
  player: PlayerId
  price: Amount
  /** Seq of the bid that leads, by which a hammer names it. */
  bid: number | null
  leader: TeamId | null
  /** The least the next bid may be; null once the bidding is over. */
  next: Amount | null
  deadlineMs: number | null
  /** What a pause left on the clock. */
  leftMs: number | null
  /** How the own team stands: it bid and leads, it bid and was outbid, or it has not bid. */
  mine: 'leads' | 'outbid' | null
}

/** The open lots in the order of their opening, so that none moves while somebody reaches for it (LOTS-1). */
export function openLines(auction: AuctionState, mine: TeamId | null): OpenLine[] {
  return openLots(auction).map((lot) => {
    const leading = leadingBid(lot)
    const bid = mine !== null && lot.bids.some(({ team }) => team === mine)
    return {
      lot: lot.lot,
      player: lot.player,
      price: leading?.amount ?? lot.base,
      bid: leading?.seq ?? null,
      leader: leading?.team ?? null,
      next: lot.stage.is === 'bidding' ? minimumBid(auction.rules, lot) : null,
      deadlineMs: lot.deadlineMs,
      leftMs: lot.leftMs,
      mine: !bid ? null : leading?.team === mine ? 'leads' : 'outbid',
    }
  })
}

/** What a team's leading bids keep: on how many lots it leads, and how much of its purse they hold (LOTS-2). */
export function reservedOf(auction: AuctionState, id: TeamId): { lots: number; amount: Amount } {
  const team = auction.teams[id]
  if (!team) return { lots: 0, amount: 0 }
  const as = standing(auction, team, NO_LOT)
  return { lots: as.squad.length - team.squad.length, amount: as.spent - team.spent }
}

const NO_LOT = 0
