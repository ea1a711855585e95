import {
  type AuctionState,
  type Command,
  type Draft,
  decide,
  fold,
  HOLD_MS,
  type Refusal,
  storedState,
  turningTimes,
} from '@gavel/auction'
import { changeBy, changeToBuild } from './auction-change.ts'
import type { LogKind } from './kind.ts'

export type AuctionLog = { State: AuctionState; Command: Command; Draft: Draft; Refusal: Refusal }

/** The logs of auctions. The auctioneer's commands hold the lot that is on the block. */
export const AUCTIONS: LogKind<AuctionLog> = {
  prefix: 'auction',
  decide,
  fold,
  stored: storedState,
  changeBy,
  changeToBuild,
  turningTimes,
  hold: {
    holdFor: ({ lot }, command, nowMs) => {
      if (!lot || command.type === 'PlaceBid' || command.type === 'HoldLot') return null
      if (lot.heldUntilMs !== null && lot.heldUntilMs > nowMs) return null
      return {
        lot: lot.lot,
        draft: { type: 'LotHeld', lot: lot.lot, forMs: HOLD_MS },
        asked: { type: 'HoldLot', by: command.by, lot: lot.lot },
      }
    },
    isLostRace: ({ code }) => code === 'NEW_BID',
  },
  refuse: (code) => ({ code }),
  recovered: (epoch) => ({ type: 'Recovered', epoch }),
}
