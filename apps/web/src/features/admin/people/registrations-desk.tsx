'use client'

import {
  Button,
  cn,
  EmptyState,
  Field,
  formatMoney,
  Input,
  Section,
  Select,
  Table,
  Td,
  TeamChip,
  Th,
  Tr,
} from '@gavel/ui'
import {
  createColumnHelper,
  type RowSelectionState,
  rowSelectionFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { STATUS } from '../../entering/standing.ts'
import { ShortTime } from '../../events/event-time.tsx'
import { MarkPaid } from '../../payments/keeping/mark-paid.tsx'
import { Tick } from '../../players/player-cells.tsx'
import type { KindEntry } from '../entries/entries-schema.ts'
import { Approve, Reject, TakeOut } from './decide.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { EntryState } from './entry-state.tsx'
import {
  canDecide,
  categoryOf,
  decidable,
  type Entry,
  type Filters,
  filtered,
  filtersFrom,
  nameOf,
  searchFrom,
} from './registrations.ts'

const features = tableFeatures({ rowSelectionFeature })
const helper = createColumnHelper<typeof features, Entry>()

type RegistrationsDeskProps = {
  slug: string
  currency: string
  timeZone: string
  entries: Entry[]
  /** How the event asks, to read the answers by. */
  asked: Readonly<Record<Entry['kind'], Pick<KindEntry, 'questions' | 'categories'>>>
}

/** Everybody who registered, with what became of it; those who wait for a decision are decided on one by one or together. */
export function RegistrationsDesk({ slug, currency, timeZone, entries, asked }: RegistrationsDeskProps) {
  const { filters, filter } = useFilters()
  const [selection, setSelection] = useState<RowSelectionState>({})
  const rows = useMemo(() => filtered(entries, filters), [entries, filters])
  const columns = useMemo(() => columnsFor({ slug, currency, timeZone, asked }), [slug, currency, timeZone, asked])
  const costs = entries.some(({ fee }) => fee !== null)
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: ({ id }) => id,
    enableRowSelection: ({ original }) => isOpen(original),
    state: { rowSelection: selection },
    onRowSelectionChange: setSelection,
  })
  // What a filter hides is not decided on, whatever was ticked before.
  const chosen = new Set(rows.filter(({ id }) => selection[id]).map(({ id }) => id))
  const clear = () => setSelection({})

  if (entries.length === 0) {
    return (
      <Section title="Registrations">
        <EmptyState
          className="mt-2"
          title="Nobody has registered yet"
          words="Everybody who registers as a player or with a team stands here, with whether a place was left. Share the event page, or the join code of the night."
        />
      </Section>
    )
  }
  return (
    <Section title="Registrations" aside={`${rows.length} of ${entries.length}`}>
      <div className="grid grid-cols-1 gap-4 pt-2">
        <div
          className={cn(
            'grid gap-3 sm:items-end',
            costs
              ? 'sm:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_11rem_10rem_9rem]'
              : 'sm:grid-cols-[minmax(0,1fr)_11rem_10rem]',
          )}
        >
          <Field label="Find somebody">
            {(control) => (
              <Input
                {...control}
                type="search"
                value={filters.q}
                placeholder="Name, team or role"
                onChange={(event) => filter({ q: event.target.value })}
              />
            )}
          </Field>
          <Field label="State">
            {(control) => (
              <Select {...control} value={filters.state} onChange={(event) => filter({ state: event.target.value })}>
                <option value="">Every state</option>
                {Object.entries(STATUS).map(([state, { words }]) => (
                  <option key={state} value={state}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="As">
            {(control) => (
              <Select {...control} value={filters.kind} onChange={(event) => filter({ kind: event.target.value })}>
                <option value="">Everybody</option>
                <option value="player">Players</option>
                <option value="owner">Team owners</option>
              </Select>
            )}
          </Field>
          {costs ? (
            <Field label="Money">
              {(control) => (
                <Select {...control} value={filters.paid} onChange={(event) => filter({ paid: event.target.value })}>
                  <option value="">Paid or not</option>
                  <option value="yes">Paid</option>
                  <option value="no">Not paid</option>
                </Select>
              )}
            </Field>
          ) : null}
        </div>
        {chosen.size > 0 ? (
          <div className="sticky top-2 z-10 flex flex-wrap items-center gap-2 rounded-card border bg-raised px-4 py-2 shadow-lift">
            <p role="status" className="mr-auto text-sm font-semibold tabular-nums">
              {chosen.size} chosen
            </p>
            <Button look="quiet" onClick={clear}>
              None
            </Button>
            <Reject slug={slug} entries={decidable(rows, chosen, 'reject')} done={clear} />
            <Approve slug={slug} entries={decidable(rows, chosen, 'approve')} done={clear} />
          </div>
        ) : null}
        {rows.length === 0 ? (
          <EmptyState
            title="Nobody fits"
            words="No registration matches what you look for."
            action={<Button onClick={() => filter({ q: '', state: '', kind: '', paid: '' })}>Show everybody</Button>}
          />
        ) : (
          <Table aria-label="Registrations" className="ruled">
            <thead>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id}>
                  {group.headers.map((header) => (
                    <Th key={header.id} className={LOOK_OF[header.column.id]}>
                      <table.FlexRender header={header} />
                    </Th>
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {table.getRowModel().rows.map((row) => (
                <Tr key={row.id}>
                  {row.getAllCells().map((cell) => (
                    <Td key={cell.id} className={LOOK_OF[cell.column.id]}>
                      <table.FlexRender cell={cell} />
                    </Td>
                  ))}
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </Section>
  )
}

/** What a phone leaves out, the person's own cell says. */
const LOOK_OF: Readonly<Record<string, string>> = {
  choose: 'w-8',
  person: 'min-w-36',
  details: 'min-w-44 max-md:hidden',
  state: 'max-sm:hidden',
  sent: 'max-2xl:hidden whitespace-nowrap text-muted',
  decide: 'text-right',
}

const isOpen = (entry: Entry) => canDecide(entry, 'reject')

type Shown = Omit<RegistrationsDeskProps, 'entries'>

function columnsFor({ slug, currency, timeZone, asked }: Shown) {
  return helper.columns([
    helper.display({
      id: 'choose',
      header: ({ table }) => (
        <Tick
          label="Choose everybody who waits for a decision"
          checked={table.getIsAllRowsSelected() || (table.getIsSomeRowsSelected() && 'some')}
          onChange={(checked) => table.toggleAllRowsSelected(checked)}
        />
      ),
      cell: ({ row }) =>
        row.getCanSelect() ? (
          <Tick
            label={`Choose ${row.original.person}`}
            checked={row.getIsSelected()}
            onChange={(checked) => row.toggleSelected(checked)}
          />
        ) : null,
    }),
    helper.display({
      id: 'person',
      header: 'Person',
      cell: ({ row: { original: entry } }) => (
        <span className="grid gap-0.5">
          <span className="font-semibold [overflow-wrap:anywhere]">{nameOf(entry)}</span>
          <span className="text-muted">{whoIs(entry, asked)}</span>
          <span className="md:hidden">
            <Details entry={entry} currency={currency} />
          </span>
          <span className="sm:hidden">
            <EntryState entry={entry} />
          </span>
        </span>
      ),
    }),
    helper.display({
      id: 'details',
      header: 'Details',
      cell: ({ row: { original: entry } }) => <Details entry={entry} currency={currency} />,
    }),
    helper.display({
      id: 'state',
      header: 'State',
      cell: ({ row: { original: entry } }) => <EntryState entry={entry} />,
    }),
    helper.display({
      id: 'sent',
      header: 'Sent',
      cell: ({ row: { original: entry } }) => <ShortTime atMs={entry.createdAtMs} timeZone={timeZone} />,
    }),
    helper.display({
      id: 'decide',
      header: () => <span className="sr-only">Decision</span>,
      cell: ({ row: { original: entry } }) => (
        <span className="flex justify-end gap-2 max-sm:flex-col max-sm:items-end">
          <EntrySheet entry={entry} asked={asked[entry.kind]} currency={currency} timeZone={timeZone} />
          <Decide slug={slug} entry={entry} />
        </span>
      ),
    }),
  ])
}

const nothing = () => {}

function Decide({ slug, entry }: { slug: string; entry: Entry }) {
  if (canDecide(entry, 'take-out')) return <TakeOut slug={slug} entry={entry} />
  const [due] =
    entry.unpaid.length === 1 && (entry.status === 'owing' || entry.status === 'offered') ? entry.unpaid : []
  return (
    <>
      {due?.money ? (
        <MarkPaid slug={slug} registrationId={entry.entryId} seat={due.seat} name={entry.person} money={due.money} />
      ) : null}
      {canDecide(entry, 'reject') ? <Reject slug={slug} entries={[entry]} size="sm" done={nothing} /> : null}
      {canDecide(entry, 'approve') ? <Approve slug={slug} entries={[entry]} size="sm" done={nothing} /> : null}
    </>
  )
}

/** `Player, 24, Seniors, of the group of Asha Rao`. */
function whoIs(entry: Entry, asked: Shown['asked']): string {
  const { kind, age, group, seats } = entry
  const parts = [
    kind === 'player' ? 'Player' : 'Team owner',
    age === null ? null : String(age),
    categoryOf(entry, asked[kind].categories),
    group === null ? (seats > 1 && kind === 'player' ? `captain of ${seats}` : null) : `of the group of ${group}`,
  ]
  return parts.filter(Boolean).join(', ')
}

function Details({ entry: { details }, currency }: { entry: Entry; currency: string }) {
  if (details.kind === 'owner') {
    return (
      <span className="flex items-center gap-2">
        <TeamChip size="sm" shortName={details.short} name={details.team} colour={details.colour} />
        <span className="[overflow-wrap:anywhere]">{details.team}</span>
      </span>
    )
  }
  const base = details.base === null ? null : formatMoney(details.base, currency)
  return <span className="tabular-nums">{[details.role, details.country, base].filter(Boolean).join(', ')}</span>
}

/** What is looked for stands in the address: a reload, or a link that is sent on, shows the same. */
function useFilters() {
  const search = useSearchParams()
  const path = usePathname()
  const [filters, setFilters] = useState<Filters>(() => filtersFrom(search))
  useEffect(() => {
    const wanted = searchFrom(filters)
    if (wanted !== window.location.search.slice(1))
      window.history.replaceState(null, '', wanted ? `${path}?${wanted}` : path)
  }, [filters, path])
  return { filters, filter: (changed: Partial<Filters>) => setFilters((before) => ({ ...before, ...changed })) }
}
