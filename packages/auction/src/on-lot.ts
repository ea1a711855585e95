// What most commands about an open lot ask first: whether it is open, and who speaks for which team.
import { type Decision, own, type PhaseName, refuse, whileIn } from './answers.ts'
import { type AuctionState, type Bid, type Lot, leadingBid, openLot, type TeamId } from './state.ts'

export function withLot(
  state: AuctionState,
  n: number,
  allowed: readonly PhaseName[],
  then: (lot: Lot) => Decision,
): Decision {
  const phase = whileIn(state, allowed)
  if (phase) return phase
  if (!state.lot && state.board.length === 0) return refuse('NO_LOT')
  const lot = openLot(state, n)
  return lot ? then(lot) : refuse('WRONG_LOT')
}

export function withLeadingBid(lot: Lot, bid: number, then: (bid: Bid) => Decision): Decision {
  const leading = leadingBid(lot)
  if (!leading) return refuse('NO_BID')
  return leading.seq === bid ? then(leading) : refuse('NEW_BID', { bid: leading.seq, amount: leading.amount })
}

/** The team that a command speaks for: the one named in the hall, else the asker's own paddle. */
export function withTeamOf(
  state: AuctionState,
  c: { by: string; floorTeam?: TeamId | null },
  then: (team: TeamId) => Decision,
): Decision {
  const team = c.floorTeam ?? own(state.paddles, c.by)
  if (team === undefined) return refuse('NOT_A_PADDLE')
  return own(state.teams, team) ? then(team) : refuse('UNKNOWN_TEAM')
}
