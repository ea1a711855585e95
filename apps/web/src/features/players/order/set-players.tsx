'use client'

import { useSortable } from '@dnd-kit/react/sortable'
import { Button, cn, EmptyState, formatMoney, Menu, MenuItem, MenuLine } from '@gavel/ui'
import { ArrowDownToLine, ArrowUpToLine, EllipsisVertical, FolderInput, GripVertical } from 'lucide-react'
import { memo } from 'react'
import { NationalityMark, StatusCell } from '../player-cells.tsx'
import type { PlayerRow } from '../player-row.ts'
import type { OrderSet } from './order-model.ts'

export type Move = { is: 'top' } | { is: 'end' } | { is: 'elsewhere' }

type SetPlayersProps = {
  set: OrderSet
  players: ReadonlyMap<string, PlayerRow>
  currency: string
  /** Who was looked for. */
  marked: string | null
  closed: string | null
  onMove: (player: PlayerRow, move: Move) => void
}

/** The players of one set, in the order in which they are called. */
export function SetPlayers({ set, players, currency, marked, closed, onMove }: SetPlayersProps) {
  if (set.players.length === 0) {
    return (
      <EmptyState
        title="Nobody is in this set"
        words="Drag players onto it from another set, or move them with their menu. Empty sets are passed over on the night."
      />
    )
  }
  return (
    <ol aria-label={`Players of ${set.name}`} className="grid">
      {set.players.flatMap((id, index) => {
        const player = players.get(id)
        return player
          ? [
              <PlayerLine
                key={id}
                player={player}
                set={set.id}
                index={index}
                currency={currency}
                marked={id === marked}
                closed={closed}
                onMove={onMove}
              />,
            ]
          : []
      })}
    </ol>
  )
}

type PlayerLineProps = {
  player: PlayerRow
  set: string
  index: number
  currency: string
  marked: boolean
  closed: string | null
  onMove: (player: PlayerRow, move: Move) => void
}

const PlayerLine = memo(function PlayerLine({ player, set, index, currency, marked, closed, onMove }: PlayerLineProps) {
  const { playerId, name, role, country, base, overseas, status } = player
  const waits = status.is === 'waiting'
  const movable = waits && closed === null
  const { ref, handleRef, isDragSource } = useSortable({
    id: playerId,
    index,
    type: 'player',
    accept: 'player',
    group: set,
    data: { is: 'player', name },
    disabled: !movable,
    transition: { duration: 140, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' },
  })
  return (
    <li
      ref={ref}
      id={`line-${playerId}`}
      className={cn(
        'flex items-center border-b bg-surface text-sm [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]',
        marked && 'bg-raised outline-2 -outline-offset-2 outline-accent',
        isDragSource && 'z-10 rounded-card border bg-raised shadow-lift [content-visibility:visible]',
      )}
    >
      {movable ? (
        <button
          type="button"
          ref={handleRef}
          aria-label={`Move ${name}, place ${index + 1}`}
          className="grid w-9 shrink-0 cursor-grab touch-none place-items-center self-stretch text-muted hover:text-ink focus-visible:-outline-offset-2"
        >
          <GripVertical aria-hidden className="size-4" />
        </button>
      ) : (
        <span className="w-9 shrink-0" />
      )}
      <span aria-hidden className="w-8 shrink-0 text-right text-muted tabular-nums">
        {index + 1}
      </span>
      <span className="grid min-w-0 flex-1 px-3 py-1.5">
        <span className={cn('font-semibold break-words', !waits && 'text-muted')}>{name}</span>
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-muted">
          {[role, country, overseas ? 'overseas' : ''].filter(Boolean).join(' · ')}
          {overseas === null ? <NationalityMark overseas={overseas} /> : null}
        </span>
      </span>
      <span className="shrink-0 pr-2 text-right whitespace-nowrap tabular-nums">
        {waits ? formatMoney(base, currency, 'short') : <StatusCell status={status} currency={currency} />}
      </span>
      {movable ? (
        <Menu
          trigger={
            <Button look="quiet" size="icon" aria-label={`Place of ${name}`} className="shrink-0">
              <EllipsisVertical aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={() => onMove(player, { is: 'top' })}>
            <ArrowUpToLine aria-hidden className="size-4" /> To the top of the set
          </MenuItem>
          <MenuItem onSelect={() => onMove(player, { is: 'end' })}>
            <ArrowDownToLine aria-hidden className="size-4" /> To the end of the set
          </MenuItem>
          <MenuLine />
          <MenuItem onSelect={() => onMove(player, { is: 'elsewhere' })}>
            <FolderInput aria-hidden className="size-4" /> Into another set
          </MenuItem>
        </Menu>
      ) : null}
    </li>
  )
})
