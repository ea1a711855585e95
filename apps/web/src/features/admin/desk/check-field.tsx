'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'

type CheckFieldProps = Omit<ComponentProps<'input'>, 'type' | 'id'> & { label: ReactNode; words?: ReactNode }

/** A box to tick with its label and what it means. */
export function CheckField({ label, words, ...rest }: CheckFieldProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={words ? `${id}-words` : undefined}
        className="mt-0.5 size-5 shrink-0 cursor-pointer disabled:cursor-not-allowed"
      />
      <div className="grid">
        <label htmlFor={id} className="cursor-pointer text-sm font-semibold">
          {label}
        </label>
        {words ? (
          <span id={`${id}-words`} className="text-sm text-muted">
            {words}
          </span>
        ) : null}
      </div>
    </div>
  )
}
