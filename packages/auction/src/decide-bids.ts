// Bids and what the auctioneer says of them. The order of the checks is part of the specification: `bid.lua` makes the same ones.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import type { CommandOf } from './commands.ts'
import { isCallable } from './ladder.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { type Amount, isAmount } from './money.ts'
import { minimumBid } from './next.ts'
import { withLeadingBid, withLot } from './on-lot.ts'
import type { Refusal } from './refusals.ts'
import { playerOf } from './running-order.ts'
import { type AuctionState, type Bid, type Lot, leadingBid, openLot, type TeamId } from './state.ts'

/**
 * Why this team may not bid this amount on this lot now, or null (BID-1 to BID-9, in this order). Screens ask it to say on a button
 * why it is off; `decide` asks it before every bid.
 */
export function bidRefusal(
  state: AuctionState,
  bid: { lot: number; team: TeamId | undefined; amount: Amount; floor: boolean },
  nowMs: number,
): Refusal | null {
  if (!isAmount(bid.amount)) return { code: 'BAD_AMOUNT' }
  const phase = phaseRefusal(state, ['running'])
  if (phase) return phase
  if (!state.lot && state.board.length === 0) return { code: 'NO_LOT' }
  const lot = openLot(state, bid.lot)
  if (!lot) return { code: 'WRONG_LOT' }
  if (lot.stage.is !== 'bidding') return { code: 'BIDDING_CLOSED' }
  if (lot.heldUntilMs !== null && nowMs < lot.heldUntilMs) return { code: 'HELD' }
  const team = bid.team === undefined ? undefined : own(state.teams, bid.team)
  if (!team) return { code: bid.floor ? 'UNKNOWN_TEAM' : 'NOT_A_PADDLE' }
  if (lot.deadlineMs !== null && nowMs >= lot.deadlineMs) return { code: 'TIME_UP' }
  if (leadingBid(lot)?.team === team.id) return { code: 'ALREADY_LEADING' }
  const minimum = minimumBid(state.rules, lot)
  const squad = purchaseRefusal(state, standing(state, team, lot.lot), playerOf(state, lot.player), bid.amount)
  if (squad && squad.code !== 'LIMIT_EXCEEDED') return squad
  if (bid.amount < minimum) return { code: 'BELOW_MINIMUM', detail: { minimum } }
  if (!isCallable(state.rules, minimum, bid.amount)) return { code: 'OFF_GRID', detail: { minimum } }
  return squad
}

export function placeBid(state: AuctionState, c: CommandOf<'PlaceBid'>, nowMs: number): Decision {
  const floor = c.floorTeam !== null
  const team = c.floorTeam ?? own(state.paddles, c.by)
  const refusal = bidRefusal(state, { lot: c.lot, team, amount: c.amount, floor }, nowMs)
  if (refusal) return { refusal }
  return accept({ type: 'BidPlaced', lot: c.lot, team: team as TeamId, amount: c.amount, floor })
}

export function retractBid(state: AuctionState, c: CommandOf<'RetractBid'>): Decision {
  return withLot(state, c.lot, ['running', 'paused'], (lot) =>
    lot.stage.is !== 'bidding'
      ? refuse('BIDDING_CLOSED')
      : withLeadingBid(lot, c.bid, () => ({
          entries: takenBack(state, lot).map((bid) => ({ type: 'BidRetracted', lot: lot.lot, bid: bid.seq })),
        })),
  )
}

/** The leading bid, and after it every one whose team has since spent the money or filled the place: it cannot lead again (BOARD-4). */
function takenBack(state: AuctionState, lot: Lot): Bid[] {
  const [leading, ...before] = lot.bids.toReversed()
  const player = playerOf(state, lot.player)
  const stands = before.findIndex(({ team: id, amount }) => {
    const team = own(state.teams, id)
    return team !== undefined && purchaseRefusal(state, standing(state, team, lot.lot), player, amount) === null
  })
  return [...(leading ? [leading] : []), ...(stands < 0 ? before : before.slice(0, stands))]
}

export function callGoing(state: AuctionState, c: CommandOf<'CallGoing'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => {
    if (lot.stage.is !== 'bidding') return refuse('BIDDING_CLOSED')
    const leading = leadingBid(lot)
    if (leading && leading.seq !== c.bid) return refuse('NEW_BID', { bid: leading.seq, amount: leading.amount })
    if (!leading && c.bid !== null) return refuse('NO_BID')
    if (lot.going !== c.call - 1) return refuse('OUT_OF_TURN')
    return accept({ type: 'GoingCalled', lot: lot.lot, call: c.call })
  })
}
