'use client'

import type { ConsoleCommand } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { useCallback, useState } from 'react'
import type { AuctionRoom } from '../../realtime/use-auction-room.ts'

export type DeskAnswer = { is: 'sent' | 'accepted' | 'refused' | 'unknown'; words: string }

/** Sends the auctioneer's commands and keeps the answer to the last one, to be shown beside the buttons. */
export function useDesk(room: AuctionRoom) {
  const [answer, setAnswer] = useState<DeskAnswer | null>(null)
  const { command, bid } = room

  const settle = useCallback(async (words: string, outcome: Promise<Outcome>) => {
    setAnswer({ is: 'sent', words })
    const { is, ...rest } = await outcome
    setAnswer({ is, words: 'words' in rest ? rest.words : words })
  }, [])

  return {
    answer,
    send: useCallback((words: string, what: ConsoleCommand) => void settle(words, command(what)), [settle, command]),
    /** A raised hand in the hall: the next price for that team. */
    floorBid: useCallback(
      (words: string, lot: number, amount: number, floorTeam: string) =>
        void settle(words, bid({ lot, amount, floorTeam })),
      [settle, bid],
    ),
  }
}
