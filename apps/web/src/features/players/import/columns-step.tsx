'use client'

import { Badge, Button, cn, ErrorState, Select, SkeletonRows } from '@gavel/ui'
import { ArrowRight, TriangleAlert } from 'lucide-react'
import { saidBy } from '../../api-error.ts'
import { type Column, FIELD_WORDS, FIELDS, LACKING, type ListField, type Preview } from './list-fields.ts'
import type { Import } from './use-import.ts'

/** The second step: what each column was taken for, with a few of its cells, and what the list does not say. */
export function ColumnsStep({ bring }: { bring: Import }) {
  const { preview, file } = bring
  if (preview.error && !preview.data) return <Unreadable bring={bring} />
  if (!preview.data) return <SkeletonRows rows={8} words={`Reading ${file?.name ?? 'the list'}`} />
  const { columns, missing, rows } = preview.data
  const taken = columns.filter(({ field }) => field !== null)
  const unsure = taken.filter(({ sure }) => !sure)
  const nameless = missing.includes('name')
  return (
    <section aria-labelledby="columns-title" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="columns-title" className="text-lg">
          What the columns hold
        </h2>
        <p className="max-w-prose text-sm text-muted tabular-nums">
          {file?.name}: {columns.length} columns, {rows} {rows === 1 ? 'row' : 'rows'}.{' '}
          {unsure.length > 0
            ? `${unsure.length === 1 ? 'One guess is' : `${unsure.length} guesses are`} worth a look.`
            : 'Every guess is sure.'}{' '}
          Columns that mean none of these stay with the player as notes.
        </p>
      </div>
      {preview.error ? (
        <ErrorState
          title="The list cannot be read like this"
          words={`${saidBy(preview.error)} The choice before it still stands below.`}
        />
      ) : null}
      <ul aria-label="Columns of the file" aria-busy={preview.isFetching || undefined} className="ruled grid">
        {columns.map((column) => (
          <ColumnRow
            key={column.header}
            column={column}
            onChoose={(field) => bring.chooseField(columns, column, field)}
          />
        ))}
      </ul>
      <Missing missing={missing} columns={columns} />
      <div className="sticky bottom-0 z-10 -mx-4 flex flex-wrap items-center justify-between gap-3 border-t bg-surface px-4 py-3 sm:mx-0 sm:px-0">
        <Button onClick={() => bring.go('file')}>Another file</Button>
        <Button
          look="primary"
          busy={preview.isFetching}
          disabledReason={nameless ? 'Choose the column that holds the names' : null}
          onClick={() => bring.go('rows')}
        >
          See the rows
          <ArrowRight aria-hidden className="size-4" />
        </Button>
      </div>
    </section>
  )
}

function ColumnRow({ column, onChoose }: { column: Column; onChoose: (field: ListField | null) => void }) {
  const { header, samples, field, sure } = column
  const unsure = field !== null && !sure
  return (
    <li
      className={cn(
        'grid items-center gap-x-4 gap-y-2 border-b py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,15rem)_5.5rem] sm:py-2',
        unsure && 'bg-raised',
      )}
    >
      <div className="grid min-w-0 gap-0.5">
        <span className={cn('break-words', field ? 'font-semibold' : 'text-muted')}>{header}</span>
        <span className="flex flex-wrap gap-x-2 text-sm break-words text-muted">
          {samples.length > 0 ? samples.join(' · ') : 'Nothing stands in it'}
        </span>
      </div>
      <Select
        aria-label={`What “${header}” holds`}
        value={field ?? ''}
        onChange={(event) => onChoose(event.target.value === '' ? null : (event.target.value as ListField))}
      >
        <option value="">A note</option>
        {FIELDS.map((id) => (
          <option key={id} value={id}>
            {FIELD_WORDS[id]}
          </option>
        ))}
      </Select>
      <span>{field === null ? null : <Badge tone={sure ? 'good' : 'warn'}>{sure ? 'Sure' : 'A guess'}</Badge>}</span>
    </li>
  )
}

/** What the list does not say, and what follows from it. */
function Missing({ missing, columns }: { missing: Preview['missing']; columns: readonly Column[] }) {
  const said = missing.filter((field) => LACKING[field])
  if (said.length === 0 || columns.length === 0) return null
  return (
    <div className="grid gap-2 rounded-card border border-warn bg-raised px-5 py-4">
      <p className="flex items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden className="size-4 text-warn" />
        What this list does not say
      </p>
      <dl className="grid gap-1 text-sm">
        {said.map((field) => (
          <div key={field} className="flex flex-wrap gap-x-2">
            <dt className="font-semibold">{FIELD_WORDS[field]}:</dt>
            <dd className="text-muted">{LACKING[field]}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** The file is no list at all, or the server did not answer. */
export function Unreadable({ bring }: { bring: Import }) {
  return (
    <ErrorState
      title={`${bring.file?.name ?? 'The list'} could not be read`}
      words={`${saidBy(bring.preview.error)} Nothing was imported.`}
      action={
        <div className="flex gap-2">
          <Button onClick={() => bring.preview.refetch()}>Try again</Button>
          <Button onClick={() => bring.go('file')}>Choose another file</Button>
        </div>
      }
    />
  )
}
