'use client'

import { FieldError } from '@gavel/ui'
import { type Control, useController } from 'react-hook-form'
import type { PlayerFormInput, PlayerFormOutput } from './player-form-schema.ts'

const ANSWERS = [
  { value: 'no', words: 'Home' },
  { value: 'yes', words: 'Overseas' },
  { value: 'unknown', words: 'Not known' },
] as const

type NationalityFieldProps = {
  control: Control<PlayerFormInput, unknown, PlayerFormOutput>
  error: string | undefined
  /** Most overseas players of a squad; null: no limit. */
  max: number | null
  /** Why it can no longer change. */
  fixed: string | null
}

/** Whether the player counts as overseas: one of three, for a list that does not say is no answer. */
export function NationalityField({ control, error, max, fixed }: NationalityFieldProps) {
  const { field } = useController({ control, name: 'overseas' })
  const hint =
    fixed ??
    (field.value === 'unknown'
      ? 'Counts in no cap on overseas players until you say.'
      : max === null
        ? null
        : `A squad holds at most ${max} overseas players.`)
  return (
    <fieldset className="grid gap-1.5" disabled={fixed !== null}>
      <legend className="mb-1.5 text-sm font-semibold">Nationality</legend>
      <div className="grid grid-cols-3 gap-px overflow-hidden rounded-card border border-edge bg-line">
        {ANSWERS.map(({ value, words }, at) => (
          <label
            key={value}
            className="grid min-h-11 cursor-pointer place-items-center bg-raised px-2 text-sm has-checked:bg-ink has-checked:font-semibold has-checked:text-surface has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed"
          >
            <input
              type="radio"
              className="sr-only"
              name={field.name}
              value={value}
              checked={field.value === value}
              onChange={() => field.onChange(value)}
              onBlur={field.onBlur}
              ref={at === 0 ? field.ref : undefined}
            />
            {words}
          </label>
        ))}
      </div>
      <FieldError error={error} />
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
    </fieldset>
  )
}
