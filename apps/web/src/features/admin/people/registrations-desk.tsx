'use client'

import { Button, cn, EmptyState, Field, Input, Section, Select, Table, Td, Th, Tr } from '@gavel/ui'
import { type RowSelectionState, useTable } from '@tanstack/react-table'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useState } from 'react'
import { STATUS } from '../../entering/standing.ts'
import { Approve, Reject } from './decide.tsx'
import { decidable, type Entry, type Filters, filtered, filtersFrom, searchFrom } from './registrations.ts'
import { columnsFor, features, isOpen, LOOK_OF, type Shown } from './registrations-columns.tsx'

type RegistrationsDeskProps = Shown & { entries: Entry[] }

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
