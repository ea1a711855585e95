'use client'

import type { RouterOutputs } from '@gavel/api'
import { Button, EmptyState, ErrorState } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Pencil, Undo2 } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { paths } from '../../../paths.ts'
import { useTRPC } from '../../../trpc/client.tsx'
import { ImportLink } from '../import-link.tsx'
import type { PlayerRow } from '../player-row.ts'
import { PlayersHead } from '../players-head.tsx'
import { ArrangeSheet } from './arrange-sheet.tsx'
import { FindPlayer } from './find-player.tsx'
import { beforeAt } from './order-model.ts'
import { RenameSet } from './rename-set.tsx'
import { SetChoice } from './set-choice.tsx'
import { type Move, SetPlayers } from './set-players.tsx'
import { SetsList } from './sets-list.tsx'
import { Sorting } from './sorting.tsx'
import { useOrder } from './use-order.ts'

type OrderPageProps = {
  slug: string
  auctionId: string
  currency: string
  players: PlayerRow[]
  order: RouterOutputs['players']['order']
  closed: string | null
}

/** Sets and the players in them, in the order in which they are called. */
export function OrderPage({
  slug,
  auctionId,
  currency,
  players: initial,
  order: initialOrder,
  closed,
}: OrderPageProps) {
  const trpc = useTRPC()
  const list = useQuery(trpc.players.list.queryOptions({ auctionId }, { initialData: initial }))
  const order = useOrder(auctionId, initialOrder)
  const { sets } = order
  const players = useMemo(() => new Map(list.data.map((player) => [player.playerId, player])), [list.data])
  const waiting = useMemo(
    () =>
      new Map(sets.map((set) => [set.id, set.players.filter((id) => players.get(id)?.status.is === 'waiting').length])),
    [sets, players],
  )
  const asked = useSearchParams().get('set')
  const chosen = sets.find(({ id }) => id === asked) ?? null
  // A wide screen always shows a set; a phone shows the sets until one is chosen.
  const open = chosen ?? sets.find(({ id }) => (waiting.get(id) ?? 0) > 0) ?? sets[0] ?? null
  const [marked, setMarked] = useState<string | null>(null)
  const [renaming, setRenaming] = useState(false)
  const [elsewhere, setElsewhere] = useState<PlayerRow | null>(null)

  useEffect(() => {
    if (!marked) return
    const line = document.getElementById(`line-${marked}`)
    line?.scrollIntoView({ block: 'center' })
    line?.querySelector('button')?.focus({ preventScroll: true })
  }, [marked])

  // One function for all rows and all times: a move draws again only the lines that it changes.
  const now = useRef({ sets, players, movePlayer: order.movePlayer })
  now.current = { sets, players, movePlayer: order.movePlayer }
  const move = useCallback((player: PlayerRow, where: Move) => {
    const { sets, players, movePlayer } = now.current
    const set = sets.find(({ id }) => id === player.setId)
    if (where.is === 'elsewhere' || !set) return setElsewhere(player)
    const first = set.players.find((id) => players.get(id)?.status.is === 'waiting' && id !== player.playerId)
    movePlayer({ id: player.playerId, name: player.name }, set, where.is === 'top' ? (first ?? null) : null)
  }, [])

  return (
    <>
      <PlayersHead
        slug={slug}
        title="Running order"
        words={closed ?? 'Sets are called from the top, and in each the players from the top. Drag, or use the menus.'}
        here={paths.adminOrder(slug)}
        actions={
          list.data.length === 0 ? null : (
            <>
              <Button
                disabledReason={closed ?? (order.last ? null : 'Nothing has been moved since you came')}
                busy={order.busy}
                icon={<Undo2 aria-hidden className="size-4" />}
                onClick={order.undo}
              >
                Undo
              </Button>
              <ArrangeSheet auctionId={auctionId} order={order} closed={closed} />
            </>
          )
        }
      />
      {order.errorWords ? <ErrorState title="The order is as it was before" words={order.errorWords} /> : null}
      {!open || list.data.length === 0 ? (
        <EmptyState
          title="No players yet"
          words="As soon as there are players, their sets stand here in the order in which they are called."
          action={closed ? null : <ImportLink slug={slug} />}
        />
      ) : (
        <div className="grid grid-cols-1 gap-5">
          <div className={chosen ? 'max-md:hidden' : ''}>
            <FindPlayer
              players={list.data}
              onFound={(player) => {
                openSet(player.setId)
                setMarked(player.playerId)
              }}
            />
          </div>
          <Sorting
            nameOfSet={(id) => sets.find((set) => set.id === id)?.name ?? id}
            onPlaced={(moved, from, to) => {
              if (moved.is === 'set') {
                const set = sets.find(({ id }) => id === moved.id)
                const before = beforeAt(
                  sets.map(({ id }) => id),
                  from,
                  to,
                )
                if (set) order.moveSet(set, before)
                return
              }
              order.movePlayer({ id: moved.id, name: moved.name }, open, beforeAt(open.players, from, to))
            }}
            onInto={(id, setId) => {
              const set = sets.find((other) => other.id === setId)
              const player = players.get(id)
              if (set && player) order.movePlayer({ id, name: player.name }, set, null)
            }}
          >
            <div className="grid grid-cols-1 items-start gap-x-8 gap-y-6 md:grid-cols-[minmax(13rem,2fr)_minmax(0,3fr)]">
              <section
                aria-label="Sets"
                className={`ruled md:sticky md:top-4 md:max-h-[calc(100dvh-2rem)] md:overflow-y-auto ${chosen ? 'max-md:hidden' : ''}`}
              >
                <SetsList sets={sets} waiting={waiting} open={open.id} onOpen={openSet} closed={closed} />
              </section>
              <section aria-label={`Set ${open.name}`} className={`grid gap-2 ${chosen ? '' : 'max-md:hidden'}`}>
                <Button
                  look="quiet"
                  size="sm"
                  className="-ml-3 justify-self-start md:hidden"
                  onClick={() => openSet(null)}
                >
                  <ArrowLeft aria-hidden className="size-4" />
                  All sets
                </Button>
                <div className="ruled flex flex-wrap items-center justify-between gap-2 pt-2">
                  <h2 className="text-lg break-words">
                    {open.name}{' '}
                    <span className="text-sm font-normal text-muted tabular-nums">{open.players.length}</span>
                  </h2>
                  {closed ? null : (
                    <Button
                      size="sm"
                      look="quiet"
                      icon={<Pencil aria-hidden className="size-4" />}
                      onClick={() => setRenaming(true)}
                    >
                      Rename
                    </Button>
                  )}
                </div>
                <SetPlayers
                  set={open}
                  players={players}
                  currency={currency}
                  marked={marked}
                  closed={closed}
                  onMove={move}
                />
              </section>
            </div>
          </Sorting>
          <RenameSet
            set={open}
            open={renaming}
            onClose={() => setRenaming(false)}
            onRename={(name) => order.renameSet(open, name)}
          />
          <SetChoice
            title={`Move ${elsewhere?.name ?? ''}`}
            words="To the end of the set."
            sets={sets.filter(({ id }) => id !== elsewhere?.setId)}
            open={elsewhere !== null}
            onClose={() => setElsewhere(null)}
            onChoose={(set) => {
              if (elsewhere) order.movePlayer({ id: elsewhere.playerId, name: elsewhere.name }, set, null, set.isNew)
              setElsewhere(null)
            }}
          />
        </div>
      )}
    </>
  )
}

/** The address carries the open set: Back closes it on a phone, and a sent link opens it. */
function openSet(set: string | null) {
  const url = set ? `${window.location.pathname}?set=${encodeURIComponent(set)}` : window.location.pathname
  if (set && window.location.search) window.history.replaceState(null, '', url)
  else window.history.pushState(null, '', url)
}
