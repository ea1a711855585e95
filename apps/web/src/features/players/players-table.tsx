'use client'

import { Button, formatMoney, Monogram, SortTh, Table, Td, Th, Tr } from '@gavel/ui'
import {
  createColumnHelper,
  createPaginatedRowModel,
  createSortedRowModel,
  type Row,
  type RowSelectionState,
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type Dispatch, type SetStateAction, useMemo } from 'react'
import { NationalityMark, StatusCell, Tick } from './player-cells.tsx'
import { type PlayerRow, STATUS_WORDS } from './player-row.ts'
import type { Sorting } from './use-table-address.ts'

const features = tableFeatures({
  rowPaginationFeature,
  rowSelectionFeature,
  rowSortingFeature,
  paginatedRowModel: createPaginatedRowModel(),
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
})
const helper = createColumnHelper<typeof features, PlayerRow>()

/** Rows that stay quick to draw and to read; the address says which page of them is open. */
const ROWS_OF_A_PAGE = 50

const WIDTH_OF: Readonly<Record<string, string>> = {
  name: 'min-w-56',
  country: 'max-lg:max-w-36',
  role: 'whitespace-nowrap',
  set: 'min-w-24',
  status: 'whitespace-nowrap',
}

export type Selection = RowSelectionState

type PlayersTableProps = {
  rows: PlayerRow[]
  currency: string
  sorting: Sorting
  onSort: (next: Sorting) => void
  page: number
  onPage: (page: number) => void
  selection: Selection
  onSelect: Dispatch<SetStateAction<Selection>>
  onOpen: (playerId: string) => void
}

/** The pool, a page at a time: a dense table, on a phone a card for each player. */
export function PlayersTable(props: PlayersTableProps) {
  const { rows: data, currency, sorting, onSort, page, onPage, selection, onSelect, onOpen } = props
  const pages = Math.max(1, Math.ceil(data.length / ROWS_OF_A_PAGE))
  const pageIndex = Math.min(page, pages) - 1
  const columns = useMemo(() => columnsFor(currency, onOpen), [currency, onOpen])
  const table = useTable({
    features,
    columns,
    data,
    getRowId: ({ playerId }) => playerId,
    autoResetPageIndex: false,
    state: { sorting, rowSelection: selection, pagination: { pageIndex, pageSize: ROWS_OF_A_PAGE } },
    onSortingChange: (next) => onSort(typeof next === 'function' ? next(sorting) : next),
    onRowSelectionChange: onSelect,
  })
  const { rows } = table.getRowModel()
  const first = pageIndex * ROWS_OF_A_PAGE + 1
  return (
    <div className="grid grid-cols-1 gap-3">
      <div className="max-sm:hidden">
        <Table aria-label="Players" className="ruled">
          <thead>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id}>
                {group.headers.map((header) => {
                  const { id, column } = header
                  const look = { numeric: id === 'base', className: id === 'select' ? 'w-8 pr-0' : WIDTH_OF[id] }
                  return column.getCanSort() ? (
                    <SortTh key={id} {...look} sorted={column.getIsSorted()} onSort={column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                    </SortTh>
                  ) : (
                    <Th key={id} {...look}>
                      <table.FlexRender header={header} />
                    </Th>
                  )
                })}
              </tr>
            ))}
          </thead>
          <tbody>
            {rows.map((row) => (
              <Tr key={row.id} className={row.getIsSelected() ? 'bg-sunken' : 'hover:bg-raised'}>
                {row.getAllCells().map((cell) => (
                  <Td
                    key={cell.id}
                    numeric={cell.column.id === 'base'}
                    className={cell.column.id === 'select' ? 'pr-0' : WIDTH_OF[cell.column.id]}
                  >
                    <table.FlexRender cell={cell} />
                  </Td>
                ))}
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul aria-label="Players" className="grid border-t sm:hidden">
        {rows.map((row) => (
          <PlayerCard key={row.id} row={row} currency={currency} onOpen={onOpen} />
        ))}
      </ul>
      {pages > 1 ? (
        <nav aria-label="Pages of players" className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-sm text-muted tabular-nums">
            {first} to {first + rows.length - 1} of {data.length}
          </p>
          <div className="flex items-center gap-2">
            <Button
              size="icon"
              aria-label="Earlier players"
              disabledReason={pageIndex === 0 ? 'This is the first page' : null}
              onClick={() => onPage(pageIndex)}
            >
              <ChevronLeft aria-hidden className="size-4" />
            </Button>
            <span className="min-w-24 text-center text-sm tabular-nums">
              Page {pageIndex + 1} of {pages}
            </span>
            <Button
              size="icon"
              aria-label="Further players"
              disabledReason={pageIndex + 1 === pages ? 'This is the last page' : null}
              onClick={() => onPage(pageIndex + 2)}
            >
              <ChevronRight aria-hidden className="size-4" />
            </Button>
          </div>
        </nav>
      ) : null}
    </div>
  )
}

const columnsFor = (currency: string, onOpen: (playerId: string) => void) =>
  helper.columns([
    helper.display({
      id: 'select',
      header: ({ table }) => (
        <Tick
          label="Select the players of this page"
          checked={table.getIsAllPageRowsSelected() || (table.getIsSomePageRowsSelected() && 'some')}
          onChange={(checked) => table.toggleAllPageRowsSelected(checked)}
        />
      ),
      cell: ({ row }) => (
        <Tick
          label={`Select ${row.original.name}`}
          checked={row.getIsSelected()}
          onChange={(checked) => row.toggleSelected(checked)}
        />
      ),
    }),
    helper.accessor('name', {
      header: 'Player',
      sortFn: 'alphanumeric',
      cell: ({ row: { original } }) => <NameCell player={original} onOpen={onOpen} />,
    }),
    helper.accessor('country', {
      header: 'Country',
      sortFn: 'alphanumeric',
      cell: ({ row: { original } }) => (
        <span className="grid">
          {original.country}
          <NationalityMark overseas={original.overseas} />
        </span>
      ),
    }),
    helper.accessor('role', { header: 'Role', sortFn: 'alphanumeric' }),
    helper.accessor('set', {
      header: 'Set',
      enableSorting: false,
      cell: ({ getValue }) => <span className="break-words">{getValue()}</span>,
    }),
    helper.accessor('base', {
      header: 'Base',
      sortFn: 'basic',
      cell: ({ getValue }) => formatMoney(getValue(), currency, 'short'),
    }),
    helper.accessor(({ status }) => STATUS_WORDS[status.is], {
      id: 'status',
      header: 'Status',
      enableSorting: false,
      cell: ({ row: { original } }) => <StatusCell status={original.status} currency={currency} />,
    }),
  ])

function NameCell({ player, onOpen }: { player: PlayerRow; onOpen: (playerId: string) => void }) {
  const { playerId, name, photoUrl, age, caps } = player
  return (
    <span className="flex items-center gap-3">
      <Monogram size="sm" name={name} src={photoUrl} />
      <span className="grid min-w-0">
        <button
          type="button"
          onClick={() => onOpen(playerId)}
          className="text-left font-semibold break-words underline decoration-edge underline-offset-4 hover:decoration-ink"
        >
          {name}
        </button>
        <span className="text-xs text-muted tabular-nums">{factsOf(age, caps)}</span>
      </span>
    </span>
  )
}

type PlayerCardProps = { row: Row<typeof features, PlayerRow>; currency: string; onOpen: (playerId: string) => void }

function PlayerCard({ row, currency, onOpen }: PlayerCardProps) {
  const { original: player } = row
  return (
    <li className="flex items-start gap-2 border-b py-2.5">
      <Tick
        label={`Select ${player.name}`}
        checked={row.getIsSelected()}
        onChange={(checked) => row.toggleSelected(checked)}
        className="mt-0 -ml-2"
      />
      <Monogram size="sm" name={player.name} src={player.photoUrl} className="mt-0.5" />
      <span className="grid min-w-0 flex-1 gap-0.5 text-sm">
        <span className="flex items-baseline justify-between gap-3">
          <button
            type="button"
            onClick={() => onOpen(player.playerId)}
            className="min-w-0 text-left text-base font-semibold break-words underline decoration-edge underline-offset-4"
          >
            {player.name}
          </button>
          <span className="font-semibold whitespace-nowrap tabular-nums">
            {formatMoney(player.base, currency, 'short')}
          </span>
        </span>
        <span className="text-muted">{[player.role, player.country].filter(Boolean).join(' · ')}</span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <span className="break-words">{player.set}</span>
          {player.status.is === 'waiting' ? null : <StatusCell status={player.status} currency={currency} />}
          <NationalityMark overseas={player.overseas} />
        </span>
      </span>
    </li>
  )
}

const factsOf = (age: number | null, caps: number | null) =>
  [age === null ? '' : `${age} years`, caps === null ? '' : `${caps} ${caps === 1 ? 'cap' : 'caps'}`]
    .filter(Boolean)
    .join(' · ')
