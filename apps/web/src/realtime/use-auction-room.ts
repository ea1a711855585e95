'use client'

import type { ConsoleCommand } from '@gavel/protocol'
import { connectRoom, type Outcome, type Room, type RoomOptions, type RoomSnapshot } from '@gavel/room'
import { useEffect, useState, useSyncExternalStore } from 'react'

const BEFORE: RoomSnapshot = {
  status: { is: 'connecting' },
  auction: null,
  you: { userId: null, audience: 'public', team: null },
  writable: false,
  recent: [],
  offsetMs: 0,
  latencyMs: null,
  watching: 0,
  connected: {},
}

const never = () => () => {}
const before = () => BEFORE

const NOT_YET: Outcome = { is: 'unknown', words: 'Not connected yet. Nothing was sent.' }

export type AuctionRoom = RoomSnapshot & {
  bid: (bid: { lot: number; amount: number; floorTeam?: string }) => Promise<Outcome>
  command: (command: ConsoleCommand) => Promise<Outcome>
}

/**
 * A live auction for a page: its state as the core folds it, the connection, and two ways to ask for something. `initial` is the state that
 * the server drew the page with, shown until the socket has joined.
 */
export function useAuctionRoom(options: RoomOptions, initial: RoomSnapshot['auction'] = null): AuctionRoom {
  const { auctionId, realtimeUrl, as, accessToken } = options
  const [room, setRoom] = useState<Room | null>(null)
  useEffect(() => {
    const opened = connectRoom({ auctionId, realtimeUrl, as, accessToken })
    setRoom(opened)
    return () => {
      setRoom(null)
      opened.close()
    }
  }, [auctionId, realtimeUrl, as, accessToken])
  const snapshot = useSyncExternalStore(room?.subscribe ?? never, room?.snapshot ?? before, before)
  return {
    ...snapshot,
    auction: snapshot.auction ?? initial,
    bid: (bid) => room?.bid(bid) ?? Promise.resolve(NOT_YET),
    command: (command) => room?.command(command) ?? Promise.resolve(NOT_YET),
  }
}
