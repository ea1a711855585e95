'use client'

import { type AuctionState, bidRefusal, leadingBid, minimumBid, openLot, refusalWords } from '@gavel/auction'
import { Button, HoldButton } from '@gavel/ui'
import { Hand } from 'lucide-react'
import type { Directory } from '../directory.ts'
import { type DeskCommand, whyRefused } from './actions.ts'
import { floorKeys } from './floor-keys.ts'
import type { Floor } from './use-floor.ts'

type FloorHandProps = {
  auction: AuctionState
  directory: Directory
  lot: number
  floor: Floor
  off: string | null
  offsetMs: number
  onUndo: (command: DeskCommand) => void
}

/** Beside a lot of the board: a hand raised for it, then whose it was; and the last bid taken back. */
export function FloorHand({ auction, directory, lot: n, floor, off, offsetMs, onUndo }: FloorHandProps) {
  const lot = openLot(auction, n)
  if (!lot) return null
  const nowMs = Date.now() + offsetMs
  const raised = floor.lot?.lot === n
  const amount = minimumBid(auction.rules, lot)
  const closed = lot.stage.is === 'bidding' ? null : 'Bidding on this player is closed'
  const undo: DeskCommand = { type: 'RetractBid', lot: n, bid: leadingBid(lot)?.seq ?? 0 }
  const reasonFor = (team: string) => {
    const refusal = bidRefusal(auction, { lot: n, team, amount, floor: true }, nowMs)
    return off ?? (refusal ? refusalWords(refusal, auction.rules.currency).replace(/\.$/, '') : null)
  }
  return (
    <>
      <Button
        size="sm"
        look={raised ? 'primary' : 'plain'}
        aria-pressed={raised}
        icon={<Hand aria-hidden className="size-4" />}
        onClick={() => floor.toggle(n)}
        disabledReason={off ?? closed}
      >
        {raised ? 'Press a letter' : 'Hand raised'}
      </Button>
      <HoldButton
        look="plain"
        size="sm"
        again="Again"
        disabledReason={off ?? whyRefused(auction, undo, nowMs)}
        onConfirm={() => onUndo(undo)}
      >
        Undo bid
      </HoldButton>
      {raised ? (
        <ul aria-label="Whose hand" className="flex basis-full flex-wrap gap-1.5">
          {[...floorKeys(auction, directory)].map(([key, team]) => {
            const { name, short } = directory.team(team)
            return (
              <li key={team}>
                <Button
                  size="sm"
                  kbd={key.toUpperCase()}
                  aria-label={`Bid for ${name} from the floor`}
                  onClick={() => floor.bidFor(team)}
                  disabledReason={reasonFor(team)}
                >
                  {short}
                </Button>
              </li>
            )
          })}
        </ul>
      ) : null}
    </>
  )
}
