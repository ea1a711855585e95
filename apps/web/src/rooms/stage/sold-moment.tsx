'use client'

import type { AuctionState } from '@gavel/auction'
import { cn, formatMoney, teamStyle } from '@gavel/ui'
import { useState } from 'react'
import type { Directory } from '../directory.ts'

type SoldMomentProps = { auction: AuctionState; directory: Directory; overlay?: boolean }

const HOW = { hammer: 'Sold', match: 'Matched', tiebreak: 'Sold after a tie-break', correction: 'Sold' } as const

/**
 * The moment of a sale: a band that comes over the price once, with who bought whom for how much (OVERLAY-2). A sale that was there when
 * the page was opened is not news. Lay it into a box that is `relative` and hides what overflows.
 */
export function SoldMoment({ auction, directory, overlay = false }: SoldMomentProps) {
  const { lastLot } = auction
  const [old] = useState(lastLot?.lot ?? null)
  if (auction.lot || !lastLot?.sale || lastLot.lot === old) return null
  const { team, amount, via } = lastLot.sale
  const { name, colour } = directory.team(team)
  const price = formatMoney(amount, auction.rules.currency)
  return (
    <div
      key={lastLot.lot}
      aria-hidden
      data-moment="sold"
      style={teamStyle(colour)}
      className="pointer-events-none absolute inset-0 z-10 animate-sold overflow-hidden bg-ink text-surface"
    >
      <div
        className={cn(
          'grid h-full content-center gap-[0.6vh] border-l-[1.2vw] px-[2vw] team-border',
          overlay ? 'text-stage-s' : 'text-stage-m',
        )}
      >
        <p className="font-bold">{HOW[via]}</p>
        <p className={cn('font-bold text-balance', overlay ? 'text-stage-m' : 'text-stage-l')}>
          {directory.player(lastLot.player).name}
        </p>
        <p className="text-balance">
          {name}, <span className="font-bold tabular-nums">{price}</span>
        </p>
      </div>
    </div>
  )
}
