'use client'

import type { ConsoleCommand, FanReply, Reaction, TeamAct } from '@gavel/protocol'
import { connectRoom, type Outcome, type Room, type RoomOptions, type RoomSnapshot, UNJOINED_ROOM } from '@gavel/room'
import { useEffect, useState, useSyncExternalStore } from 'react'

const never = () => () => {}
const before = (): RoomSnapshot => UNJOINED_ROOM

const NOT_YET: Outcome = { is: 'unknown', words: 'Not connected yet. Nothing was sent.' }
const NOT_GUESSED: FanReply = {
  ok: false,
  code: 'UNAVAILABLE',
  commandId: null,
  words: 'Not connected yet. Nothing was sent.',
  seq: 0,
  nowMs: 0,
}

export type AuctionRoom = RoomSnapshot & {
  bid: (bid: { lot: number; amount: number; floorTeam?: string }) => Promise<Outcome>
  command: (command: ConsoleCommand) => Promise<Outcome>
  /** What a team answers: the own one, or, as the auctioneer, the act's `floorTeam`. */
  act: (act: TeamAct) => Promise<Outcome>
  react: (kind: Reaction) => void
  /** What a fan thinks that the player up will be sold for. */
  guess: (guess: { lot: number; amount: number; name: string }) => Promise<FanReply>
}

/**
 * A live auction for a page: its state as the core folds it, the connection, and the ways to ask for something. `initial` is the state that
 * the server drew the page with, shown until the socket has joined.
 */
export function useAuctionRoom(options: RoomOptions, initial: RoomSnapshot['auction'] = null): AuctionRoom {
  const { auctionId, realtimeUrl, as, late = false, accessToken } = options
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const opened = connectRoom({ auctionId, realtimeUrl, as, late, accessToken })
    setRoom(opened)
    return () => {
      setRoom(null)
      opened.close()
    }
  }, [auctionId, realtimeUrl, as, late, accessToken])
  const snapshot = useSyncExternalStore(room?.subscribe ?? never, room?.snapshot ?? before, before)
  return {
    ...snapshot,
    auction: snapshot.auction ?? initial,
    bid: (bid) => room?.bid(bid) ?? Promise.resolve(NOT_YET),
    command: (command) => room?.command(command) ?? Promise.resolve(NOT_YET),
    act: (act) => room?.act(act) ?? Promise.resolve(NOT_YET),
    react: (kind) => room?.react(kind),
    guess: (guess) => room?.guess(guess) ?? Promise.resolve(NOT_GUESSED),
  }
}
