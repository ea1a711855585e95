'use client'

import { type AuctionState, cardsLeft, refusalWords, type TeamId } from '@gavel/auction'
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
  const { squad, overseasMax, currency, match } = auction.rules
  const cards = match && auction.phase.is !== 'ended' ? cardsLeft(auction, row.id) : null
  const away = AWAY[auction.teams[row.id]?.autopilot ?? 'off']
  return (
    <li
      style={teamStyle(colour)}
      className={cn(
        'relative grid grid-cols-[3.25rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 border-b py-2 last:border-b-0 @max-[15rem]:grid-cols-2',
        mine && '-mx-2 rounded-card bg-raised px-2',
      )}
    >
      <Flash value={row.left} />
      <TeamChip size="sm" shortName={short} name={name} colour={colour} />
      <span className="min-w-0 leading-tight break-words @max-[15rem]:order-1 @max-[15rem]:col-span-2">
        <span className={cn('text-sm', (leads || mine) && 'font-semibold')}>{name}</span>
        {mine ? <span className="ml-2 text-xs text-muted">you</span> : null}
        {away && auction.phase.is !== 'ended' ? <span className="ml-2 text-xs text-muted">{away}</span> : null}
      </span>
      <Money amount={row.left} currency={currency} style="short" className="text-right text-sm font-semibold" />
      <PurseBar
        left={row.left}
        total={row.purse}
        limit={auction.phase.is === 'ended' ? null : row.limit}
        currency={currency}
        colour={colour}
        className="col-span-2 col-start-2 h-1.5 @max-[15rem]:order-2 @max-[15rem]:col-start-1"
      />
      <span className="col-span-2 col-start-2 @max-[15rem]:order-3 @max-[15rem]:col-start-1 flex flex-wrap justify-between gap-x-3 text-xs text-muted tabular-nums">
        {row.shut ? (
          refusalWords(row.shut, currency).replace(/\.$/, '')
        ) : (
          <>
            <span>
              squad {row.squad} of {squad.max}
              {overseasMax === null ? '' : ` · ${row.overseas} of ${overseasMax} overseas`}
              {cards === null ? '' : ` · ${cards === 1 ? '1 card' : `${cards} cards`}`}
            </span>
            {auction.phase.is === 'ended' ? null : <span>limit {formatMoney(row.limit, currency, 'short')}</span>}
          </>
        )}
      </span>
      {leads ? (
        <span className="team-text @max-[15rem]:order-4 @max-[15rem]:row-auto col-start-1 row-start-3 text-center text-xs leading-4 font-bold">
          leads
        </span>
      ) : null}
    </li>
  )
}

/** What a team has said of its bids while nobody holds its paddle. */
const AWAY = { off: null, pass: 'away, does not bid', bid: 'away, bids by its list' } as const

/** One flash in the team's colour when the value is no longer the one that the page came with. */
function Flash({ value }: { value: number }) {
  const first = useRef(value)
  if (value === first.current) return null
  return (
    <span key={value} aria-hidden className="team-mark pointer-events-none absolute inset-0 animate-flash opacity-0" />
  )
}
