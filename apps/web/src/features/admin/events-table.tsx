'use client'

import { Button, EmptyState, Field, Input, Select, SortTh, Table, Td, Th, Tr } from '@gavel/ui'
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_equalsString,
  filterFn_includesString,
  globalFilteringFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { Plus } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { paths } from '../../paths.ts'
import { EventStatusBadge } from '../events/event-status.tsx'
import { ShortTime } from '../events/event-time.tsx'
import type { ManagedEvent } from './managed-event.ts'
import { NextStep } from './next-step.tsx'

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString, equalsString: filterFn_equalsString },
  sortFns: { alphanumeric: sortFn_alphanumeric },
})

const helper = createColumnHelper<typeof features, ManagedEvent>()

const columns = helper.columns([
  helper.accessor('name', {
    header: 'Event',
    sortFn: 'alphanumeric',
    cell: ({ row: { original: event } }) => (
      <span className="grid min-w-36">
        <Link
          href={event.mayManage ? paths.adminEvent(event.slug) : paths.event(event.slug)}
          className="font-semibold break-words underline decoration-edge underline-offset-4 hover:decoration-ink"
        >
          {event.name}
        </Link>
        <span className="text-xs break-all text-muted">
          /{event.slug} · {event.ruleSetId}
        </span>
        <span className="pt-1 sm:hidden">
          <EventStatusBadge status={event.status} />
        </span>
      </span>
    ),
  }),
  helper.accessor('status', {
    header: 'State',
    filterFn: 'equalsString',
    enableGlobalFilter: false,
    cell: ({ row: { original: event } }) => <EventStatusBadge status={event.status} />,
  }),
  helper.accessor('startsAtMs', {
    header: 'Starts',
    enableGlobalFilter: false,
    cell: ({ row: { original: event } }) => (
      <ShortTime atMs={event.startsAtMs} timeZone={event.timeZone} className="whitespace-nowrap" />
    ),
  }),
  helper.accessor('venue', {
    header: 'Venue',
    cell: ({ getValue }) => <span className="text-muted">{getValue()}</span>,
  }),
  helper.accessor(({ taken }) => taken.players, {
    id: 'players',
    header: 'Player places',
    enableGlobalFilter: false,
    cell: ({ row: { original: event } }) => `${event.taken.players} of ${event.capacity.players}`,
  }),
  helper.accessor(({ taken }) => taken.teams, {
    id: 'teams',
    header: 'Team places',
    enableGlobalFilter: false,
    cell: ({ row: { original: event } }) => `${event.taken.teams} of ${event.capacity.teams}`,
  }),
  helper.accessor(({ auction }) => auction?.sold ?? 0, {
    id: 'sold',
    header: 'Sold',
    enableGlobalFilter: false,
    cell: ({ row: { original: event } }) => event.auction?.sold ?? '–',
  }),
  helper.display({
    id: 'next',
    header: 'Next step',
    cell: ({ row: { original: event } }) => <NextStep event={event} mayManage={event.mayManage} />,
  }),
])

const NUMERIC = new Set(['players', 'teams', 'sold'])
/** Buttons keep to one line; what a narrow screen leaves out, the name's cell and the event's desk say. */
const LOOK_OF: Readonly<Record<string, string>> = {
  next: 'whitespace-nowrap',
  status: 'max-sm:hidden',
  startsAtMs: 'max-md:hidden',
  venue: 'max-xl:hidden',
  players: 'max-lg:hidden',
  teams: 'max-lg:hidden',
  sold: 'max-lg:hidden',
}
const STATES = [
  ['draft', 'Drafts'],
  ['published', 'Open for registration'],
  ['live', 'Live'],
  ['finished', 'Finished'],
  ['cancelled', 'Cancelled'],
] as const

type Filters = { q: string; state: string }

type EventsTableProps = { events: ManagedEvent[]; mayCreate: boolean; filters: Filters }

/** The events that the viewer looks after, as a dense table. What is looked for stands in the address. */
export function EventsTable({ events, mayCreate, filters }: EventsTableProps) {
  const table = useTable({
    features,
    columns,
    data: events,
    globalFilterFn: 'includesString',
    initialState: {
      globalFilter: filters.q,
      columnFilters: filters.state ? [{ id: 'status', value: filters.state }] : [],
      sorting: [{ id: 'startsAtMs', desc: true }],
    },
  })
  const q = String(table.state.globalFilter ?? '')
  const state = String(table.state.columnFilters.find(({ id }) => id === 'status')?.value ?? '')
  const { rows } = table.getRowModel()

  useEffect(() => {
    const search = new URLSearchParams({ ...(q && { q }), ...(state && { state }) }).toString()
    window.history.replaceState(null, '', search ? `${paths.admin}?${search}` : paths.admin)
  }, [q, state])

  if (events.length === 0) {
    return (
      <EmptyState
        title="No events yet"
        words="An event is the night itself: when and where, under which rules, with which teams and players. It stays a draft until you publish it."
        action={mayCreate ? <NewEvent /> : null}
      />
    )
  }
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,20rem)_14rem_1fr] sm:items-end">
        <Field label="Find an event">
          {(control) => (
            <Input
              {...control}
              type="search"
              placeholder="Name, venue or rules"
              value={q}
              onChange={(event) => table.setGlobalFilter(event.target.value)}
            />
          )}
        </Field>
        <Field label="State">
          {(control) => (
            <Select
              {...control}
              value={state}
              onChange={(event) => table.getColumn('status')?.setFilterValue(event.target.value || undefined)}
            >
              <option value="">Every state</option>
              {STATES.map(([id, words]) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <p role="status" className="text-sm text-muted tabular-nums sm:justify-self-end">
          {rows.length === events.length ? `${events.length} events` : `${rows.length} of ${events.length} events`}
        </p>
      </div>
      <Table aria-label="Events" className="ruled">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const { column } = header
                const look = { numeric: NUMERIC.has(column.id), className: LOOK_OF[column.id] }
                return column.getCanSort() ? (
                  <SortTh
                    key={header.id}
                    {...look}
                    sorted={column.getIsSorted()}
                    onSort={column.getToggleSortingHandler()}
                  >
                    <table.FlexRender header={header} />
                  </SortTh>
                ) : (
                  <Th key={header.id} {...look}>
                    <table.FlexRender header={header} />
                  </Th>
                )
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <Td key={cell.id} numeric={NUMERIC.has(cell.column.id)} className={LOOK_OF[cell.column.id]}>
                  <table.FlexRender cell={cell} />
                </Td>
              ))}
            </Tr>
          ))}
        </tbody>
      </Table>
      {rows.length === 0 ? (
        <EmptyState
          title="No event fits"
          words="Nothing matches what you look for in that state."
          action={
            <Button
              onClick={() => {
                table.setGlobalFilter('')
                table.getColumn('status')?.setFilterValue(undefined)
              }}
            >
              Show every event
            </Button>
          }
        />
      ) : null}
    </div>
  )
}

export function NewEvent() {
  return (
    <Button asChild look="primary">
      <Link href={paths.newEvent}>
        <Plus aria-hidden className="size-4" />
        New event
      </Link>
    </Button>
  )
}
