'use client'

import { useCallback, useEffect, useState } from 'react'
import type { AuctionRoom } from '../realtime/use-auction-room.ts'

/** The three moments of a bid, and the two ways it can end badly. */
export type BidMoment =
  | { is: 'none' }
  | { is: 'sent'; amount: number }
  | { is: 'accepted'; amount: number }
  | { is: 'refused'; amount: number; words: string }
  | { is: 'unknown'; amount: number; words: string }

/** Sends bids and keeps what became of the last one, until the next lot. */
export function useBid(room: AuctionRoom) {
  const [moment, setMoment] = useState<BidMoment>({ is: 'none' })
  const lot = room.auction?.lot?.lot ?? null
  const { bid } = room

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new lot is what clears the last bid
  useEffect(() => setMoment({ is: 'none' }), [lot])

  const place = useCallback(
    async (amount: number) => {
      if (lot === null) return
      setMoment({ is: 'sent', amount })
      const outcome = await bid({ lot, amount })
      setMoment((now) => {
        if (now.is !== 'sent' || now.amount !== amount) return now
        return outcome.is === 'accepted' ? { is: 'accepted', amount } : { ...outcome, amount }
      })
    },
    [bid, lot],
  )
  return { moment, place }
}
