'use client'

import { Field, Input } from '@gavel/ui'
import { typedIn } from './amount-typed.ts'

type MoneyFieldProps = {
  /** What the amount is; the unit that a bare figure counts in follows it. */
  label: string
  hint?: string
  currency: string
  typed: string
  onType: (typed: string) => void
}

/** An amount as people type it at an auction; `amountTyped` reads it. */
export function MoneyField({ label, hint, currency, typed, onType }: MoneyFieldProps) {
  return (
    <Field label={`${label}, in ${typedIn(currency)}`} hint={hint}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  )
}
