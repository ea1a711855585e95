'use client'

import type { PlayOf, ScoredSport } from '@gavel/scoring'
import { Button, cn, Dialog, Input } from '@gavel/ui'
import { useId, useState } from 'react'
import { type ActionContext, type Field, filled, type Given, type PadAction } from './actions.ts'
import { Chips, Stepper, Toggle } from './chips.tsx'

type ActionFormProps<Id extends ScoredSport> = {
  action: PadAction<Id>
  context: ActionContext<Id>
  /** What the button says. */
  face: string
  start?: Given
  /** What speaks against the play, in words. */
  against: (play: PlayOf<Id>) => string | null
  write: (play: PlayOf<Id>) => Promise<void>
  close: () => void
}

/** One thing to write, with its few questions as large keys. */
export function ActionForm<Id extends ScoredSport>({
  action,
  context,
  face,
  start = {},
  against,
  write,
  close,
}: ActionFormProps<Id>) {
  const [said, setSaid] = useState<Given>(start)
  const given = { ...startOf(action.fields(context, said)), ...said }
  const fields = action.fields(context, given)
  const play = filled(fields, given) ? action.play(given, context) : null
  const reason = play === null ? 'Answer the questions first' : against(play)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title={action.face}
      className="mx-auto max-w-lg"
      actions={
        <Button
          look="primary"
          size="lg"
          className="min-h-14 w-full"
          disabledReason={reason}
          showReason
          onClick={() => play && void write(play)}
        >
          {face}
        </Button>
      }
    >
      {fields.length === 0 ? null : (
        <div className="grid gap-5">
          {fields.map((field) => (
            <FieldKeys
              key={field.name}
              field={field}
              given={given}
              set={(value) => setSaid({ ...given, [field.name]: value })}
            />
          ))}
        </div>
      )}
    </Dialog>
  )
}

/** Numbers begin somewhere; everything else has to be said. */
function startOf(fields: readonly Field[]): Given {
  const starts: [string, Given[string]][] = []
  for (const field of fields) {
    if (field.is === 'number')
      starts.push([field.name, field.optional === undefined ? (field.start ?? field.from) : null])
    else if (field.is === 'words' && field.optional !== undefined) starts.push([field.name, null])
    else if (field.is === 'order' && field.least === 0) starts.push([field.name, []])
    else if (field.is === 'order' && field.optional !== undefined) starts.push([field.name, null])
    else if (field.is === 'yes') starts.push([field.name, false])
  }
  return Object.fromEntries(starts)
}

type FieldKeysProps = { field: Field; given: Given; set: (value: Given[string]) => void }

function FieldKeys({ field, given, set }: FieldKeysProps) {
  const value = given[field.name]
  switch (field.is) {
    case 'pick': {
      const picked = typeof value === 'string' || value === null ? value : undefined
      return (
        <Chips
          label={field.label}
          options={field.options}
          value={picked}
          onPick={set}
          none={field.optional}
          columns={field.columns ?? 2}
        />
      )
    }
    case 'number':
      return <NumberKeys field={field} value={typeof value === 'number' ? value : null} set={set} />
    case 'words':
      return <WordKeys field={field} value={typeof value === 'string' ? value : ''} set={set} />
    case 'order':
      return <OrderKeys field={field} value={Array.isArray(value) ? value : null} set={set} />
    case 'yes':
      return <Toggle label={field.label} on={value === true} set={set} />
    default:
      return field satisfies never
  }
}

type Of<Is extends Field['is']> = Extract<Field, { is: Is }>

function NumberKeys({ field, value, set }: { field: Of<'number'>; value: number | null; set: FieldKeysProps['set'] }) {
  const { label, from, to, step, optional, start } = field
  return (
    <div className="grid gap-2">
      {optional === undefined ? null : (
        <Toggle
          label={value === null ? `${label}: ${optional.toLowerCase()}` : label}
          on={value !== null}
          set={(on) => set(on ? (start ?? from) : null)}
        />
      )}
      {value === null ? null : (
        <Stepper label={label} value={value} from={from} to={to} {...(step ? { step } : {})} onChange={set} />
      )}
    </div>
  )
}

function WordKeys({ field, value, set }: { field: Of<'words'>; value: string; set: FieldKeysProps['set'] }) {
  const id = useId()
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-semibold">
        {field.label}
        {field.optional === undefined ? null : <span className="font-normal text-muted"> (optional)</span>}
      </label>
      <Input
        id={id}
        list={`${id}-suggested`}
        maxLength={200}
        value={value}
        onChange={(event) => set(event.target.value || (field.optional === undefined ? undefined : null))}
      />
      {field.suggested ? (
        <div className="flex flex-wrap gap-1.5">
          {field.suggested.map((one) => (
            <Button key={one} aria-pressed={value === one} onClick={() => set(one)}>
              {one}
            </Button>
          ))}
        </div>
      ) : null}
    </div>
  )
}

/** Tapped one after another. A second tap takes one out and leaves that place for the next: who changes places is no reason to begin anew. */
function OrderKeys({
  field,
  value,
  set,
}: {
  field: Of<'order'>
  value: readonly string[] | null
  set: FieldKeysProps['set']
}) {
  const { options, count, least = count, label, optional, columns = 2 } = field
  // A list with a gap, or one that is not long enough yet, is no answer, and is still shown.
  const [begun, setBegun] = useState<readonly (string | null)[]>([])
  const places = value ?? begun
  const chosen = places.flatMap((one) => one ?? [])
  function tap(one: string) {
    const next = withTap(places, one, count, least < count)
    const named = next.flatMap((other) => other ?? [])
    if (named.length === next.length && named.length >= least) return set(named)
    set(named.length === 0 && optional !== undefined ? null : undefined)
    setBegun(next)
  }
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1 text-sm font-semibold">
        {label}
        <span className="font-normal text-muted">
          {' '}
          ({chosen.length} of {count}
          {optional && chosen.length === 0 ? `; ${optional.toLowerCase()}` : ''})
        </span>
      </legend>
      <div className={cn('grid gap-1.5 *:min-w-0', columns === 3 ? 'grid-cols-3' : 'grid-cols-2')}>
        {options.map((option) => {
          const at = places.indexOf(option.value)
          return (
            <Button
              key={option.value}
              look={at >= 0 ? 'ink' : 'plain'}
              aria-pressed={at >= 0}
              className="min-h-14 px-1 leading-tight [overflow-wrap:anywhere] whitespace-normal"
              onClick={() => tap(option.value)}
            >
              {at >= 0 ? `${at + 1}. ` : ''}
              {option.label}
            </Button>
          )
        })}
      </div>
    </fieldset>
  )
}

/** The places after a tap on one. `closes`: there may be fewer, so that a place that is left closes up. */
function withTap(
  places: readonly (string | null)[],
  one: string,
  count: number,
  closes: boolean,
): readonly (string | null)[] {
  const at = places.indexOf(one)
  if (at >= 0) return closes ? places.filter((other) => other !== one) : places.with(at, null)
  const gap = places.indexOf(null)
  return gap >= 0 ? places.with(gap, one) : [...places, one].slice(0, count)
}
