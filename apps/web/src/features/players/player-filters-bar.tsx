'use client'

import { Badge, Button, Dialog, DialogClose, Field, Input, Select } from '@gavel/ui'
import { ListFilter, X } from 'lucide-react'
import type { Choices, PlayerFilters } from './player-filters.ts'

type FilterKey = keyof Choices

const LABELS: Record<FilterKey, string> = {
  set: 'Set',
  role: 'Role',
  country: 'Country',
  status: 'Status',
  nationality: 'Nationality',
  from: 'Came by',
}
const KEYS = Object.keys(LABELS) as FilterKey[]

type FiltersBarProps = {
  filters: PlayerFilters
  choices: Choices
  onFilter: (changed: Partial<PlayerFilters>) => void
  onClear: () => void
}

/** Looks for words, and narrows by what the pool holds. On a phone the filters wait in a sheet, and what is set stays in view. */
export function PlayerFiltersBar({ filters, choices, onFilter, onClear }: FiltersBarProps) {
  const set = KEYS.filter((key) => filters[key] !== '')
  const fields = KEYS.map((key) => (
    <FilterField key={key} of={key} value={filters[key]} choices={choices[key]} onFilter={onFilter} />
  ))
  return (
    <search className="grid gap-3">
      <div className="flex items-end gap-2">
        <Field label="Find a player" className="min-w-0 flex-1 sm:max-w-sm">
          {(control) => (
            <Input
              {...control}
              type="search"
              value={filters.q}
              placeholder="Name, country, role or set"
              onChange={(event) => onFilter({ q: event.target.value })}
            />
          )}
        </Field>
        <div className="md:hidden">
          <Dialog
            from="foot"
            title="Filter players"
            trigger={
              <Button className="min-h-11" icon={<ListFilter aria-hidden className="size-4" />}>
                Filter{set.length > 0 ? ` (${set.length})` : ''}
              </Button>
            }
            actions={
              <>
                <Button onClick={onClear}>Clear</Button>
                <DialogClose asChild>
                  <Button look="primary">Show them</Button>
                </DialogClose>
              </>
            }
          >
            <div className="grid grid-cols-2 gap-4">{fields}</div>
          </Dialog>
        </div>
      </div>
      <div className="grid grid-cols-3 gap-3 max-md:hidden xl:grid-cols-6">{fields}</div>
      {set.length > 0 ? (
        <ul aria-label="Filters that are set" className="flex flex-wrap gap-2">
          {set.map((key) => {
            const words = choices[key].find(({ value }) => value === filters[key])?.words ?? filters[key]
            return (
              <li key={key}>
                <button
                  type="button"
                  className="group flex min-h-8 items-center gap-1 rounded-card hover:text-ink"
                  onClick={() => onFilter({ [key]: '' })}
                >
                  <Badge tone="ink" className="min-h-7 gap-1.5 px-2 whitespace-normal text-left">
                    <span className="font-normal">{LABELS[key]}</span> {words}
                    <X aria-hidden className="size-3.5 shrink-0" />
                  </Badge>
                  <span className="sr-only">: show all again</span>
                </button>
              </li>
            )
          })}
          <li>
            <Button look="quiet" size="sm" onClick={onClear}>
              Clear all
            </Button>
          </li>
        </ul>
      ) : null}
    </search>
  )
}

type FilterFieldProps = {
  of: FilterKey
  value: string
  choices: Choices[FilterKey]
  onFilter: FiltersBarProps['onFilter']
}

function FilterField({ of, value, choices, onFilter }: FilterFieldProps) {
  const gone = value !== '' && !choices.some((choice) => choice.value === value)
  return (
    <Field label={LABELS[of]} className="min-w-0">
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onFilter({ [of]: event.target.value })}>
          <option value="">All</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.words} ({choice.count})
            </option>
          ))}
          {gone ? <option value={value}>{value} (0)</option> : null}
        </Select>
      )}
    </Field>
  )
}
