'use client'

import type { AuctionState, PlayerId, SetId } from '@gavel/auction'
import { Button, cn, EmptyState, formatMoney, Input, Kbd, Select } from '@gavel/ui'
import { ArrowUpToLine, NotebookPen } from 'lucide-react'
import { type ReactNode, type RefObject, useDeferredValue, useId, useMemo, useState } from 'react'
import type { Directory } from '../directory.ts'
import { upcomingSets } from '../view.ts'

export type OrderListProps = {
  auction: AuctionState
  directory: Directory
  selected: PlayerId | null
  onSelect: (player: PlayerId) => void
  onMove: (player: PlayerId, set: SetId, before: PlayerId | null) => void
  onMoveSet: (set: SetId, before: SetId) => void
  /** Who has a note of the auctioneer's own. */
  noted: ReadonlySet<PlayerId>
  searchRef: RefObject<HTMLInputElement | null>
  setRef: RefObject<HTMLSelectElement | null>
  listRef: RefObject<HTMLDivElement | null>
  off: string | null
  /** What may be done with the chosen player. */
  children: ReactNode
}

type Line = { id: PlayerId; set: SetId }

/** Who is to come: search, jump to a set and bring it forward, drag to change, or Alt with the arrow keys. */
export function OrderList({
  auction,
  directory,
  selected,
  onSelect,
  onMove,
  onMoveSet,
  noted,
  searchRef,
  setRef,
  listRef,
  off,
  children,
}: OrderListProps) {
  const [words, setWords] = useState('')
  const [onlySet, setOnlySet] = useState('')
  const [dragged, setDragged] = useState<PlayerId | null>(null)
  const listId = useId()
  const wanted = useDeferredValue(words.trim().toLowerCase())
  const sets = useMemo(() => upcomingSets(auction), [auction])
  const first = sets[0]?.set
  const lines: Line[] = useMemo(
    () =>
      sets
        .filter(({ set }) => !onlySet || set === onlySet)
        .flatMap(({ set, players }) => players.map((id) => ({ id, set })))
        .filter(({ id }) => !wanted || directory.player(id).name.toLowerCase().includes(wanted)),
    [sets, onlySet, wanted, directory],
  )

  const step = (by: 1 | -1) => {
    const at = lines.findIndex(({ id }) => id === selected)
    const to = lines[at < 0 ? 0 : Math.max(0, Math.min(lines.length - 1, at + by))]
    if (!to) return
    onSelect(to.id)
    document.getElementById(`${listId}-${to.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  /** Moves a player one place within the set, or into the next set at its edge. */
  const shift = (by: 1 | -1) => {
    const at = lines.findIndex(({ id }) => id === selected)
    const line = lines[at]
    const neighbour = lines[at + by]
    if (!line || !neighbour || off) return
    const before = by === -1 ? neighbour.id : lines[at + 2]?.set === neighbour.set ? (lines[at + 2]?.id ?? null) : null
    onMove(line.id, neighbour.set, before)
  }

  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2 @max-[15rem]:grid-cols-1">
        <span className="relative">
          <Input
            ref={searchRef}
            type="search"
            aria-label="Find a player"
            placeholder="Find"
            value={words}
            className="pr-9"
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && lines[0]) {
                onSelect(lines[0].id)
                event.currentTarget.blur()
              }
              if (event.key === 'Escape') setWords('')
            }}
          />
          {words ? null : <Kbd className="absolute top-1/2 right-3 -translate-y-1/2">/</Kbd>}
        </span>
        <Select
          ref={setRef}
          aria-label="Jump to a set"
          aria-keyshortcuts="J"
          className="w-28 @7xl:w-32"
          value={onlySet}
          onChange={(event) => setOnlySet(event.target.value)}
        >
          <option value="">All sets</option>
          {sets.map(({ set }) => (
            <option key={set} value={set}>
              {directory.set(set)}
            </option>
          ))}
        </Select>
      </div>
      {onlySet && first && onlySet !== first ? (
        <Button
          size="sm"
          icon={<ArrowUpToLine aria-hidden className="size-4" />}
          disabledReason={off}
          onClick={() => onMoveSet(onlySet, first)}
        >
          Bring {directory.set(onlySet)} next
        </Button>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState
          title={wanted || onlySet ? 'Nobody matches' : 'Nobody is waiting'}
          words={
            wanted || onlySet
              ? 'Clear the search, or choose another set.'
              : 'Recall unsold players, or end the auction.'
          }
        />
      ) : (
        <div
          ref={listRef}
          role="listbox"
          aria-keyshortcuts="L"
          aria-label="Players to come. Arrow keys choose, Alt with an arrow key moves"
          tabIndex={0}
          {...(selected ? { 'aria-activedescendant': `${listId}-${selected}` } : {})}
          className="min-h-0 flex-1 overflow-y-auto rounded-card border text-sm focus-visible:-outline-offset-2"
          onKeyDown={(event) => {
            const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null
            if (by === null) return
            event.preventDefault()
            if (event.altKey) shift(by)
            else step(by)
          }}
        >
          {lines.map(({ id, set }, at) => {
            const card = directory.player(id)
            const player = auction.players[id]
            const chosen = id === selected
            return (
              <div key={id}>
                {lines[at - 1]?.set === set ? null : (
                  <p
                    role="presentation"
                    className="sticky top-0 border-b bg-sunken px-3 py-1.5 text-xs font-semibold text-muted"
                  >
                    {directory.set(set)}
                  </p>
                )}
                {/* biome-ignore lint/a11y/useFocusableInteractive: the listbox holds the focus and names this as its active option */}
                <div
                  id={`${listId}-${id}`}
                  role="option"
                  aria-selected={chosen}
                  draggable={!off}
                  onClick={() => onSelect(id)}
                  onKeyDown={undefined}
                  onDragStart={() => setDragged(id)}
                  onDragEnd={() => setDragged(null)}
                  onDragOver={(event) => dragged && dragged !== id && event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault()
                    if (dragged && dragged !== id) onMove(dragged, set, id)
                    setDragged(null)
                  }}
                  className={cn(
                    'flex min-h-10 cursor-pointer items-center justify-between gap-3 border-b px-3 py-1 last:border-b-0 [content-visibility:auto] [contain-intrinsic-size:auto_2.5rem]',
                    chosen ? 'bg-ink text-surface' : 'hover:bg-sunken',
                    dragged === id && 'opacity-50',
                  )}
                >
                  <span className="min-w-0">
                    <span className="font-semibold">
                      {card.name}
                      {noted.has(id) ? (
                        <NotebookPen aria-label="with a note" className="ml-1.5 inline size-3.5 align-[-0.1em]" />
                      ) : null}
                    </span>
                    <span className={cn('block text-xs', chosen ? '' : 'text-muted')}>
                      {[card.role, player?.overseas ? 'overseas' : ''].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  {player ? (
                    <span className="shrink-0 tabular-nums">
                      {formatMoney(player.base, auction.rules.currency, 'short')}
                    </span>
                  ) : null}
                </div>
              </div>
            )
          })}
        </div>
      )}
      {children}
    </>
  )
}
