'use client'

import type { AuctionState, TeamId } from '@gavel/auction'
import { refusalWords } from '@gavel/auction'
import { cn, formatMoney, Money, PurseBar, TeamChip, teamStyle } from '@gavel/ui'
import { useRef } from 'react'
import type { Directory } from './directory.ts'
import { type TeamRow, teamRows } from './view.ts'

type TeamTableProps = {
  auction: AuctionState
  directory: Directory
  /** Own team, set off from the rest. */
  mine?: TeamId | null
  className?: string
}

/** Teams as compact rows, the fullest purse first. The leader is marked; a row whose purse changed flashes once. */
export function TeamTable({ auction, directory, mine = null, className }: TeamTableProps) {
  const leader = auction.lot?.bids.at(-1)?.team ?? null
  return (
    <ul className={cn('grid', className)}>
      {teamRows(auction).map((row) => (
        <Row
          key={row.id}
          row={row}
          auction={auction}
          directory={directory}
          leads={row.id === leader}
          mine={row.id === mine}
        />
      ))}
    </ul>
  )
}

type RowProps = { row: TeamRow; auction: AuctionState; directory: Directory; leads: boolean; mine: boolean }

function Row({ row, auction, directory, leads, mine }: RowProps) {
  const { name, short, colour } = directory.team(row.id)
  const { squad, overseasMax, currency } = auction.rules
  return (
    <li
      style={teamStyle(colour)}
      className={cn(
        'relative grid grid-cols-[3.25rem_1fr_auto] items-center gap-x-3 gap-y-1 border-b px-1 py-2 last:border-b-0',
        mine && 'bg-raised',
      )}
    >
      <Flash value={row.left} />
      <TeamChip size="sm" shortName={short} name={name} colour={colour} className="row-span-2" />
      <span className="min-w-0 leading-tight">
        <span className={cn('text-sm', (leads || mine) && 'font-semibold')}>{name}</span>
        {leads ? <span className="team-text ml-2 text-xs font-bold">leads</span> : null}
        {mine ? <span className="ml-2 text-xs text-muted">you</span> : null}
      </span>
      <Money amount={row.left} currency={currency} style="short" className="text-right text-sm font-semibold" />
      <span className="col-span-2 col-start-2 flex items-center gap-3">
        <PurseBar
          left={row.left}
          total={row.purse}
          limit={row.limit}
          currency={currency}
          colour={colour}
          className="min-w-12 flex-1"
        />
        <span className="shrink-0 text-xs text-muted tabular-nums">
          {row.shut ? (
            refusalWords(row.shut, currency).replace(/\.$/, '')
          ) : (
            <>
              {auction.phase.is === 'ended' ? '' : `limit ${formatMoney(row.limit, currency, 'short')} · `}
              {row.squad} of {squad.max}
              {overseasMax === null ? '' : ` · ${row.overseas} of ${overseasMax} os`}
            </>
          )}
        </span>
      </span>
    </li>
  )
}

/** One flash in the team's colour when the value is no longer the one that the page came with. */
function Flash({ value }: { value: number }) {
  const first = useRef(value)
  if (value === first.current) return null
  return (
    <span key={value} aria-hidden className="team-mark pointer-events-none absolute inset-0 animate-flash opacity-0" />
  )
}
