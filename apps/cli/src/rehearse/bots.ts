import { type AuctionState, leadingBid } from '@gavel/auction'
import type { Room } from '@gavel/room'
import type { PlannedBid } from './ladder.ts'

type ConsoleCommand = Parameters<Room['command']>[0]

/** One lot of the plan in the room's own ids. */
type RoomLot = { playerId: string; bids: readonly PlannedBid[] }

/** The plan as the bots look it up. */
export type Script = { lots: readonly RoomLot[]; byPlayer: ReadonlyMap<string, RoomLot> }

/** What the auctioneer's bot does next. `waits`: it is the paddles' turn. Pure, so that it goes on from wherever the room stands. */
export type NextStep = { does: ConsoleCommand } | 'waits' | 'done'

export function auctioneerStep(state: AuctionState, script: Script): NextStep {
  const { lot } = state
  switch (state.phase.is) {
    case 'scheduled':
      return { does: { type: 'StartAuction' } }
    case 'paused':
      return 'waits'
    case 'ended':
      return 'done'
    case 'running':
      break
    default:
      return state.phase satisfies never
  }
  if (!lot) {
    const next = script.lots.find(({ playerId }) => state.players[playerId]?.status.is === 'waiting')
    return { does: next ? { type: 'OpenLot', player: next.playerId } : { type: 'EndAuction' } }
  }
  const leading = leadingBid(lot)
  if (lot.bids.length < (script.byPlayer.get(lot.player)?.bids.length ?? 0)) return 'waits'
  if (lot.going < 2)
    return { does: { type: 'CallGoing', lot: lot.lot, call: lot.going === 0 ? 1 : 2, bid: leading?.seq ?? null } }
  return { does: leading ? { type: 'Hammer', lot: lot.lot, bid: leading.seq } : { type: 'PassLot', lot: lot.lot } }
}

/** The bid that this team's paddle makes now, or null while it is another's turn. */
export function paddleStep(state: AuctionState, script: Script, team: string): (PlannedBid & { lot: number }) | null {
  const { lot } = state
  if (state.phase.is !== 'running' || !lot) return null
  const bid = script.byPlayer.get(lot.player)?.bids[lot.bids.length]
  return bid?.team === team ? { ...bid, lot: lot.lot } : null
}
