'use client'

import { type AuctionState, type Lot, minimumBid, openLots, type TeamId } from '@gavel/auction'
import { formatMoney } from '@gavel/ui'
import { useState } from 'react'
import type { Directory } from '../directory.ts'
import type { KeyMap } from '../use-keys.ts'
import { biddable, floorKeys } from './floor-keys.ts'
import type { CommandWords } from './use-desk.ts'

type FloorOptions = {
  auction: AuctionState | null
  directory: Directory
  off: string | null
  floorBid: (words: CommandWords, lot: number, amount: number, team: TeamId) => void
}

/** A hand raised in the hall: for which lot, and whose it is. */
export type Floor = {
  /** The lot that the hand is raised for; null while none is. */
  lot: Lot | null
  /** Raises the hand for a lot, or lowers it where it was raised for that one. Without a number: for the first that is bid for. */
  toggle: (lot?: number) => void
  /** The next price on that lot, for this team. */
  bidFor: (team: TeamId) => void
  /** While a hand is raised: the letters of the teams, arrows to another lot of the board, and Escape. */
  keys: KeyMap | null
}

/** Raised hands at the desk, on the block or on any lot of the board (CONSOLE-9, CONSOLE-20). */
export function useFloor({ auction, directory, off, floorBid }: FloorOptions): Floor {
  const [raised, setRaised] = useState<number | null>(null)
  const lots = auction ? biddable(auction) : []
  const at = lots.findIndex(({ lot }) => lot === raised)
  const lot = lots[at] ?? null

  const bidFor = (team: TeamId) => {
    setRaised(null)
    if (!auction || !lot || off) return
    const { currency } = auction.rules
    const amount = minimumBid(auction.rules, lot)
    const { name } = directory.team(team)
    // Of many lots it is said which.
    const whom = openLots(auction).length > 1 ? ` for ${directory.player(lot.player).name}` : ''
    const money = `${formatMoney(amount, currency)}${whom}`
    floorBid({ sending: `${name} bids ${money}`, done: `${name} bid ${money}` }, lot.lot, amount, team)
  }
  const go = (by: number) => () => setRaised(lots[(at + by + lots.length) % lots.length]?.lot ?? null)
  const keys: KeyMap | null =
    auction && lot
      ? {
          ...Object.fromEntries([...floorKeys(auction, directory)].map(([key, team]) => [key, () => bidFor(team)])),
          arrowdown: go(1),
          arrowup: go(-1),
          escape: () => setRaised(null),
        }
      : null
  return {
    lot,
    toggle: (n) => {
      const wanted = n ?? lots[0]?.lot ?? null
      setRaised(off || wanted === lot?.lot ? null : wanted)
    },
    bidFor,
    keys,
  }
}
