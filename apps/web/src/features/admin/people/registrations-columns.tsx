'use client'

import { formatMoney, TeamChip } from '@gavel/ui'
import { createColumnHelper, rowSelectionFeature, tableFeatures } from '@tanstack/react-table'
import { ShortTime } from '../../events/event-time.tsx'
import { MarkPaid } from '../../payments/keeping/mark-paid.tsx'
import { Tick } from '../../players/player-cells.tsx'
import type { KindEntry } from '../entries/entries-schema.ts'
import { Approve, Reject, TakeOut } from './decide.tsx'
import { EntrySheet } from './entry-sheet.tsx'
import { EntryState } from './entry-state.tsx'
import { canDecide, categoryOf, type Entry, nameOf } from './registrations.ts'

export const features = tableFeatures({ rowSelectionFeature })
const helper = createColumnHelper<typeof features, Entry>()

/** What the rows are shown with. */
export type Shown = {
  slug: string
  currency: string
  timeZone: string
  /** How the event asks, to read the answers by. */
  asked: Readonly<Record<Entry['kind'], Pick<KindEntry, 'questions' | 'categories'>>>
}

/** What a phone leaves out, the person's own cell says. */
export const LOOK_OF: Readonly<Record<string, string>> = {
  choose: 'w-8',
  person: 'min-w-36',
  details: 'min-w-44 max-md:hidden',
  state: 'max-sm:hidden',
  sent: 'max-2xl:hidden whitespace-nowrap text-muted',
  // Words for a screen reader alone stand in their cell, and make no page wider.
  decide: 'relative text-right',
}

/** Whether it can still be decided on. */
export const isOpen = (entry: Entry) => canDecide(entry, 'reject')

/** The table of registrations, column by column. */
export function columnsFor({ slug, currency, timeZone, asked }: Shown) {
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
        <span className="flex justify-end gap-2 whitespace-nowrap max-sm:flex-col max-sm:items-end">
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
