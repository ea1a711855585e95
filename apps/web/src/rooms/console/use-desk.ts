'use client'

import type { ConsoleCommand, TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { useCallback, useRef, useState } from 'react'
import type { AuctionRoom } from '../../realtime/use-auction-room.ts'
import type { DeskCommand } from './actions.ts'

export type DeskAnswer = { is: 'sent' | 'accepted' | 'refused' | 'unknown'; words: string }

/** What is said of a command while it is on its way, and once it is done. */
export type CommandWords = { sending: string; done: string }

/** Sends the auctioneer's commands and keeps the answer to the last one, to be shown beside the buttons. */
export function useDesk(room: AuctionRoom) {
  const [answer, setAnswer] = useState<DeskAnswer | null>(null)
  const latest = useRef(0)
  const { command, act, bid } = room

  const settle = useCallback(async ({ sending, done }: CommandWords, outcome: Promise<Outcome>) => {
    latest.current += 1
    const mine = latest.current
    setAnswer({ is: 'sent', words: sending })
    const { is, ...rest } = await outcome
    // A later command has the line; what went wrong with an earlier one is still said.
    if (mine !== latest.current && is === 'accepted') return
    setAnswer({ is, words: 'words' in rest ? rest.words : done })
  }, [])

  return {
    answer,
    send: useCallback(
      (words: CommandWords, what: DeskCommand) => void settle(words, isAct(what) ? act(what) : command(what)),
      [settle, command, act],
    ),
    /** A raised hand in the hall: the next price for that team. */
    floorBid: useCallback(
      (words: CommandWords, lot: number, amount: number, floorTeam: string) =>
        void settle(words, bid({ lot, amount, floorTeam })),
      [settle, bid],
    ),
  }
}

/** What a team says goes another way than what the auctioneer commands. */
const ACTS: ReadonlySet<DeskCommand['type']> = new Set<TeamAct['type']>([
  'ClaimMatch',
  'RaiseMatch',
  'KeepMatch',
  'DeclineMatch',
  'JoinTieBreak',
  'SealAmount',
  'RevealAmount',
  'NamePlayers',
  'NominatePlayer',
  'SetProxy',
  'SetAutopilot',
])

const isAct = (what: ConsoleCommand | TeamAct): what is TeamAct => ACTS.has(what.type)
