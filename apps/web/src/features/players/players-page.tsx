'use client'

import type { RuleSet } from '@gavel/auction'
import { Button, EmptyState, ErrorState } from '@gavel/ui'
import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useCallback, useDeferredValue, useMemo, useState } from 'react'
import { paths } from '../../paths.ts'
import { useTRPC } from '../../trpc/client.tsx'
import { saidBy } from '../api-error.ts'
import { ChosenPlayers } from './chosen-players.tsx'
import { ImportLink } from './import-link.tsx'
import { choicesOf, isFiltered, lookThrough } from './player-filters.ts'
import { PlayerFiltersBar } from './player-filters-bar.tsx'
import type { PlayerRow } from './player-row.ts'
import { PlayerSheet } from './player-sheet.tsx'
import { PlayersHead } from './players-head.tsx'
import { PlayersTable, type Selection } from './players-table.tsx'
import { useTableAddress } from './use-table-address.ts'

type PlayersPageProps = {
  slug: string
  auctionId: string
  rules: RuleSet
  /** The pool as it was when the page was asked for. */
  players: PlayerRow[]
  /** Why the pool can no longer change; null where it can. */
  closed: string | null
}

/** Whose sheet is open: a player's, that of a new one, or nobody's. */
type Open = { is: 'player'; playerId: string } | { is: 'new' } | null

/** The pool as a table: find, narrow, correct one, change or remove many. */
export function PlayersPage({ slug, auctionId, rules, players, closed }: PlayersPageProps) {
  const trpc = useTRPC()
  const list = useQuery(trpc.players.list.queryOptions({ auctionId }, { initialData: players }))
  const rows = list.data
  const address = useTableAddress()
  const wanted = useDeferredValue(address.filters)
  const found = useMemo(() => lookThrough(rows, wanted), [rows, wanted])
  const choices = useMemo(() => choicesOf(rows), [rows])
  const [selection, setSelection] = useState<Selection>({})
  const chosen = useMemo(() => rows.filter(({ playerId }) => selection[playerId]), [rows, selection])
  const [open, setOpen] = useState<Open>(null)
  const openPlayer = useCallback((playerId: string) => setOpen({ is: 'player', playerId }), [])
  const one = open?.is === 'player' ? (rows.find(({ playerId }) => playerId === open.playerId) ?? null) : null
  const unknown = rows.filter(({ overseas }) => overseas === null).length

  return (
    <>
      <PlayersHead
        slug={slug}
        title="Players"
        words={closed ?? `Everybody who can be called, in the running order.`}
        here={paths.adminPlayers(slug)}
        actions={
          <>
            <Button
              disabledReason={closed}
              icon={<UserPlus aria-hidden className="size-4" />}
              onClick={() => setOpen({ is: 'new' })}
            >
              Add a player
            </Button>
            {closed || rows.length === 0 ? null : <ImportLink slug={slug} />}
          </>
        }
      />
      {list.error ? (
        <ErrorState
          title="The list may be out of date"
          words={saidBy(list.error)}
          action={<Button onClick={() => list.refetch()}>Load it again</Button>}
        />
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          title="No players yet"
          words="Import the list you have, add players by hand, or open registration. Whoever is in the pool stands here."
          action={closed ? null : <ImportLink slug={slug} />}
        />
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <PlayerFiltersBar
            filters={address.filters}
            choices={choices}
            onFilter={address.filter}
            onClear={address.clear}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm text-muted">
            <p role="status" className="tabular-nums">
              {isFiltered(wanted) ? `${found.length} of ${rows.length} players` : `${rows.length} players`}
            </p>
            {unknown > 0 && !isFiltered(wanted) ? (
              <button
                type="button"
                className="min-h-8 font-semibold text-warn underline underline-offset-4"
                onClick={() => address.filter({ nationality: 'unknown' })}
              >
                {unknown} without a nationality
              </button>
            ) : null}
          </div>
          {found.length === 0 ? (
            <EmptyState
              title="No player fits"
              words="Nobody in the pool matches what you look for."
              action={<Button onClick={address.clear}>Show every player</Button>}
            />
          ) : (
            <PlayersTable
              rows={found}
              currency={rules.currency}
              sorting={address.sorting}
              onSort={address.sort}
              page={address.page}
              onPage={address.setPage}
              selection={selection}
              onSelect={setSelection}
              onOpen={openPlayer}
            />
          )}
          <ChosenPlayers
            auctionId={auctionId}
            chosen={chosen}
            found={found}
            filtered={isFiltered(wanted)}
            sets={choices.set.map(({ value, words }) => ({ id: value, name: words }))}
            closed={closed}
            onSelect={setSelection}
          />
        </div>
      )}
      <PlayerSheet
        key={open?.is === 'player' ? open.playerId : (open?.is ?? 'closed')}
        open={open?.is === 'new' || one !== null}
        player={one}
        auctionId={auctionId}
        rules={rules}
        pool={rows}
        closed={closed}
        onClose={() => setOpen(null)}
      />
    </>
  )
}
