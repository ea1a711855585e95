'use client'

import { useDroppable } from '@dnd-kit/react'
import { useSortable } from '@dnd-kit/react/sortable'
import { cn } from '@gavel/ui'
import { Check, GripVertical } from 'lucide-react'
import type { OrderSet } from './order-model.ts'
import { dropId } from './sorting.tsx'

type SetsListProps = {
  sets: readonly OrderSet[]
  /** Players still to come, by set. */
  waiting: ReadonlyMap<string, number>
  open: string | null
  onOpen: (set: string) => void
  closed: string | null
}

/** The sets in the order in which they are called. Dragging one moves it; a player dropped on one goes into it. */
export function SetsList({ sets, waiting, open, onOpen, closed }: SetsListProps) {
  return (
    <ol aria-label="Sets" className="grid">
      {sets.map((set, index) => (
        <SetRow
          key={set.id}
          set={set}
          index={index}
          waiting={waiting.get(set.id) ?? 0}
          open={set.id === open}
          onOpen={() => onOpen(set.id)}
          closed={closed}
        />
      ))}
    </ol>
  )
}

type SetRowProps = {
  set: OrderSet
  index: number
  waiting: number
  open: boolean
  onOpen: () => void
  closed: string | null
}

function SetRow({ set, index, waiting, open, onOpen, closed }: SetRowProps) {
  const { ref, handleRef, isDragSource } = useSortable({
    id: set.id,
    index,
    type: 'set',
    accept: 'set',
    group: 'sets',
    data: { is: 'set', name: set.name },
    disabled: closed !== null,
    transition: { duration: 140, easing: 'cubic-bezier(0.2, 0.7, 0.2, 1)' },
  })
  const drop = useDroppable({ id: dropId(set.id), accept: 'player', disabled: closed !== null || open })
  const count = set.players.length
  return (
    <li
      ref={ref}
      className={cn('border-b bg-surface', isDragSource && 'relative z-10 rounded-card border bg-raised shadow-lift')}
    >
      <div
        ref={drop.ref}
        className={cn(
          'flex items-stretch border-l-2 border-transparent',
          open && 'border-accent bg-raised',
          drop.isDropTarget && 'bg-ink text-surface',
        )}
      >
        {closed ? null : (
          <button
            type="button"
            ref={handleRef}
            aria-label={`Move the set ${set.name}, place ${index + 1}`}
            className="grid w-9 shrink-0 cursor-grab touch-none place-items-center text-muted hover:text-ink focus-visible:-outline-offset-2"
          >
            <GripVertical aria-hidden className="size-4" />
          </button>
        )}
        <button
          type="button"
          onClick={onOpen}
          aria-current={open || undefined}
          className="flex min-h-11 min-w-0 flex-1 items-center justify-between gap-3 py-1.5 pr-3 text-left text-sm focus-visible:-outline-offset-2"
        >
          <span className="min-w-0 font-semibold break-words">{set.name}</span>
          <span className={cn('shrink-0 tabular-nums', drop.isDropTarget ? '' : 'text-muted')}>
            {count === 0 ? (
              'empty'
            ) : waiting === count ? (
              <>
                {count} <span className="sr-only">{count === 1 ? 'player' : 'players'}</span>
              </>
            ) : waiting === 0 ? (
              <span className="flex items-center gap-1">
                <Check aria-hidden className="size-3.5" /> {count} called
              </span>
            ) : (
              `${waiting} of ${count} to come`
            )}
          </span>
        </button>
      </div>
    </li>
  )
}
