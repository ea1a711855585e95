'use client'

import type { CategoryId, RuleSet } from '@gavel/auction'
import { type Control, useController } from 'react-hook-form'
import type { PlayerFormInput, PlayerFormOutput } from './player-form-schema.ts'

/** Categories of which the rules of an auction ask something, in words that name one player. */
function countedCategories({ categories, retention, match }: RuleSet): { id: CategoryId; label: string }[] {
  const counted = categories.filter(({ id }) => id !== 'overseas').map(({ id, label }) => ({ id, label }))
  const byType = (retention !== null || match !== null) && !counted.some(({ id }) => id === 'uncapped')
  return byType ? [...counted, { id: 'uncapped', label: 'uncapped' }] : counted
}

type CountsAsFieldProps = {
  control: Control<PlayerFormInput, unknown, PlayerFormOutput>
  rules: RuleSet
  /** Why it can no longer change. */
  fixed: string | null
}

/** What the rules count the player as; nothing at all where they count nothing. */
export function CountsAsField({ control, rules, fixed }: CountsAsFieldProps) {
  const { field } = useController({ control, name: 'categories' })
  const offered = countedCategories(rules)
  if (offered.length === 0) return null
  const held = new Set(field.value)
  return (
    <fieldset className="grid gap-1.5" disabled={fixed !== null}>
      <legend className="mb-1.5 text-sm font-semibold">Counts as</legend>
      <div className="flex flex-wrap gap-2">
        {offered.map(({ id, label }) => (
          <label
            key={id}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-card border border-edge bg-raised px-3 text-sm has-checked:border-ink has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-not-allowed"
          >
            <input
              type="checkbox"
              className="size-4 accent-(--color-accent)"
              checked={held.has(id)}
              onChange={({ target }) =>
                field.onChange(target.checked ? [...field.value, id] : field.value.filter((other) => other !== id))
              }
              onBlur={field.onBlur}
            />
            {label}
          </label>
        ))}
      </div>
      <p className="text-sm text-muted">{fixed ?? 'The rules of this auction count these.'}</p>
    </fieldset>
  )
}
