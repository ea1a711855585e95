import type { AuctionState } from '@gavel/auction'
import { conductStep, type NextStep } from '@gavel/bots'
import type { PlannedBid } from './ladder.ts'

/** One lot of the plan in the room's own ids. */
type RoomLot = { playerId: string; bids: readonly PlannedBid[] }

/** The plan as the bots look it up. */
export type Script = { lots: readonly RoomLot[]; byPlayer: ReadonlyMap<string, RoomLot> }

/** What the auctioneer's bot does next: the lots of the plan in their order. `waits`: it is the paddles' turn. */
export const auctioneerStep = (state: AuctionState, script: Script): NextStep =>
  conductStep(state, {
    next: ({ players }) => {
      const next = script.lots.find(({ playerId }) => players[playerId]?.status.is === 'waiting')
      return next ? { type: 'OpenLot', player: next.playerId } : { type: 'EndAuction' }
    },
    waits: (lot) => lot.bids.length < (script.byPlayer.get(lot.player)?.bids.length ?? 0),
  })

/** The bid that this team's paddle makes now, or null while it is another's turn. */
export function paddleStep(state: AuctionState, script: Script, team: string): (PlannedBid & { lot: number }) | null {
  const { lot } = state
  if (state.phase.is !== 'running' || !lot) return null
  const bid = script.byPlayer.get(lot.player)?.bids[lot.bids.length]
  return bid?.team === team ? { ...bid, lot: lot.lot } : null
}
