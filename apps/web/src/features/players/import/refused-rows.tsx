'use client'

import { Button, Field, Input, Section } from '@gavel/ui'
import { CircleCheck, Download, RotateCw } from 'lucide-react'
import { useState } from 'react'
import { type CellEdits, editOf, type Preview, type RefusedRow } from './list-fields.ts'
import { refusedCsv } from './refused-csv.ts'
import type { Import } from './use-import.ts'

/** Refused rows drawn at first; the file of them holds all. */
const ROWS_AT_FIRST = 25

/** Every refused row with its reason and its cells, to be corrected in place and checked again. */
export function RefusedRows({ bring, preview }: { bring: Import; preview: Preview }) {
  const [all, setAll] = useState(false)
  const { refused, columns } = preview
  const corrected = bring.edits.filter(({ row }) => !refused.some((other) => other.row === row)).length
  if (refused.length === 0) {
    return corrected > 0 ? (
      <p role="status" className="flex items-center gap-2 text-sm font-semibold text-good">
        <CircleCheck aria-hidden className="size-5" />
        {corrected === 1 ? 'The corrected row' : `All ${corrected} corrected rows`} will come in.
      </p>
    ) : null
  }
  const headers = columns.map(({ header }) => header)
  const telling = columns.filter(({ field }) => field !== null).map(({ header }) => header)
  const shown = all ? refused : refused.slice(0, ROWS_AT_FIRST)
  return (
    <Section
      title={`Refused: ${refused.length} ${refused.length === 1 ? 'row' : 'rows'}`}
      aria-label="Refused rows"
      aside={
        <span className="flex flex-wrap gap-2">
          <Button asChild size="sm">
            <a href={refusedCsv(headers, refused)} download={`refused-${bring.file?.name ?? 'rows.csv'}`}>
              <Download aria-hidden className="size-4" />
              Download the refused rows
            </a>
          </Button>
        </span>
      }
    >
      <p className="max-w-prose pb-3 text-sm text-muted">
        Correct them here and check again, or leave them out: the others come in without them.
        {corrected > 0 ? ` ${corrected === 1 ? 'One corrected row' : `${corrected} corrected rows`} will come in.` : ''}
      </p>
      <ol className="grid gap-3">
        {shown.map((row) => (
          <RefusedRowCard
            key={row.row}
            refused={row}
            headers={headers}
            telling={telling}
            edits={bring.edits}
            onEdit={bring.edit}
            onCheck={bring.check}
          />
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <Button
          icon={<RotateCw aria-hidden className="size-4" />}
          busy={bring.preview.isFetching}
          disabledReason={bring.unchecked ? null : 'Correct a cell first'}
          onClick={bring.check}
        >
          Check again
        </Button>
        {shown.length < refused.length ? (
          <Button look="quiet" onClick={() => setAll(true)}>
            Show all {refused.length} refused rows
          </Button>
        ) : null}
      </div>
    </Section>
  )
}

type CardProps = {
  refused: RefusedRow
  headers: string[]
  /** Headers of columns that mean something: what can be wrong stands in them. */
  telling: string[]
  edits: CellEdits
  onEdit: (row: number, header: string, text: string) => void
  onCheck: () => void
}

function RefusedRowCard({ refused: { row, reason, cells }, headers, telling, edits, onEdit, onCheck }: CardProps) {
  const [whole, setWhole] = useState(false)
  const shown = whole || telling.length === 0 ? headers : telling
  const edit = editOf(edits, row)
  const name = `Row ${row}`
  const reasonId = `refused-${row}`
  return (
    <li>
      <fieldset
        aria-describedby={reasonId}
        className="grid min-w-0 gap-3 rounded-card border bg-raised px-4 py-3"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement) onCheck()
        }}
      >
        <legend className="sr-only">{name}</legend>
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <span aria-hidden className="plate text-sm leading-6 font-semibold whitespace-nowrap">
            {name}
          </span>
          <span id={reasonId} className="min-w-0 text-sm font-semibold break-words text-bad">
            {reason}
          </span>
        </p>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] items-end gap-x-3 gap-y-2">
          {shown.map((header) => (
            <Field
              key={header}
              label={header}
              className="min-w-0 [&_label]:font-normal [&_label]:text-muted [&_label]:break-words"
            >
              {(control) => (
                <Input
                  {...control}
                  className="h-10 text-sm"
                  value={edit[header] ?? cells[header] ?? ''}
                  onChange={(event) => onEdit(row, header, event.target.value)}
                />
              )}
            </Field>
          ))}
        </div>
        {headers.length > shown.length ? (
          <div>
            <Button size="sm" look="quiet" className="-ml-3" onClick={() => setWhole(true)}>
              Show all {headers.length} cells of row {row}
            </Button>
          </div>
        ) : null}
      </fieldset>
    </li>
  )
}
