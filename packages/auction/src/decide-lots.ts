// Lots: put up, sold, passed, opened again, and players called back.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import { type CommandOf, MAX_BATCH } from './commands.ts'
import { afterBidding, afterTimeUp } from './ending.ts'
import type { Draft } from './entries.ts'
import { purchaseRefusal, standing } from './limits.ts'
import { isAmount } from './money.ts'
import { withLeadingBid, withLot } from './on-lot.ts'
import { owed } from './owed.ts'
import { lateAnswers } from './proxies.ts'
import type { Refusal } from './refusals.ts'
import { playerOf } from './running-order.ts'
import {
  type AuctionState,
  type ClosedLot,
  type Lot,
  leadingBid,
  openLot as lotNumbered,
  openLots,
  type Player,
  type TeamId,
} from './state.ts'

export function openLot(state: AuctionState, c: CommandOf<'OpenLot'>): Decision {
  const phase = phaseRefusal(state, ['running'])
  if (phase) return { refusal: phase }
  if (openLots(state).length >= state.rules.openLots) return refuse('LOT_OPEN')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  return accept(opened(state, player))
}

/** The next lot, of a player who waits. */
export function opened(state: AuctionState, { id, base }: Pick<Player, 'id' | 'base'>): Draft {
  return { type: 'LotOpened', lot: state.lotCount + 1, player: id, base }
}

export function hammer(state: AuctionState, c: CommandOf<'Hammer'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => {
    if (lot.stage.is !== 'bidding') return refuse('BIDDING_CLOSED')
    return withLeadingBid(lot, c.bid, (bid) => ({ entries: afterBidding(state, lot, bid) }))
  })
}

export function passLot(state: AuctionState, c: CommandOf<'PassLot'>): Decision {
  return withLot(state, c.lot, ['running'], (lot) => (lot.bids.length > 0 ? refuse('HAS_BID') : accept(unsold(lot))))
}

/** Time is up: the bidding ends, or whoever has not answered at a stage has answered by that. */
export function closeLot(state: AuctionState, c: CommandOf<'CloseLot'>, nowMs: number): Decision {
  return withLot(state, c.lot, ['running'], (lot) => {
    if (lot.deadlineMs === null || nowMs < lot.deadlineMs) return refuse('TOO_EARLY')
    const late = lateAnswers(state, lot)
    return { entries: late.length > 0 ? late : afterTimeUp(state, lot) }
  })
}

/** Takes the hammer back, until another player has been up (REOPEN-1 to REOPEN-4). */
export function reopenLot(state: AuctionState, c: CommandOf<'ReopenLot'>): Decision {
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  const open = lotNumbered(state, c.lot)
  if (open) {
    if (open.stage.is === 'bidding') return refuse('NOTHING_CHANGES')
    const buyers = owed(open).map(({ team }) => team)
    return reopened(c.lot, leadRefusal(state, open, buyers))
  }
  const { lastLot, rules } = state
  if (lastLot?.lot !== c.lot || (rules.openLots === 1 && state.lotCount !== c.lot)) return refuse('NOT_LAST')
  if (openLots(state).length >= rules.openLots) return refuse('LOT_OPEN')
  if (!standsAsClosed(state, lastLot)) return refuse('NOT_AVAILABLE')
  const buyers = lastLot.sale ? [lastLot.sale.team] : []
  return reopened(c.lot, leadRefusal(state, lastLot, buyers))
}

const reopened = (lot: number, refusal: Refusal | null): Decision =>
  refusal ? { refusal } : accept({ type: 'LotReopened', lot })

/** Whether the player is still where the lot left him: no recall or withdrawal since, and no correction, which took two people. */
function standsAsClosed(state: AuctionState, { lot, player, bids, sale }: ClosedLot): boolean {
  const { status } = playerOf(state, player)
  if (!sale) return status.is === 'unsold' && status.lot === lot && bids.length === 0
  return status.is === 'sold' && status.lot === lot && status.team === sale.team && status.via !== 'correction'
}

/** Why the last bidder could not lead again, where somebody else buys and the money has gone elsewhere since. `buyers`: whose money is kept for the lot. */
function leadRefusal(
  state: AuctionState,
  { lot, player, bids }: Pick<Lot, 'lot' | 'player' | 'bids'>,
  buyers: readonly TeamId[],
): Refusal | null {
  const leading = leadingBid({ bids })
  const leader = leading && state.teams[leading.team]
  if (!leader || buyers.includes(leader.id)) return null
  return purchaseRefusal(state, standing(state, leader, lot), playerOf(state, player), leading.amount)
}

export function recallPlayers(state: AuctionState, c: CommandOf<'RecallPlayers'>): Decision {
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  const phase = phaseRefusal(state, ['running', 'paused'])
  if (phase) return { refusal: phase }
  const base = c.base ?? null
  if (base !== null && !isAmount(base)) return refuse('BAD_AMOUNT')
  const { recallFloor } = state.rules
  if (base !== null && (recallFloor === null || base < recallFloor)) return refuse('BAD_AMOUNT')
  const seen = new Set<string>()
  for (const id of c.players) {
    const player = own(state.players, id)
    if (!player) return refuse('UNKNOWN_PLAYER')
    if (player.status.is !== 'unsold' || seen.has(id)) return refuse('NOT_AVAILABLE')
    if (base !== null && base > player.base) return refuse('BAD_AMOUNT')
    seen.add(id)
  }
  return {
    entries: c.players.map((player) => ({ type: 'PlayerRecalled', player, ...(base === null ? {} : { base }) })),
  }
}

const unsold = (lot: Lot): Draft => ({ type: 'LotUnsold', lot: lot.lot, player: lot.player })
