'use client'

import { cn, FieldError } from '@gavel/ui'
import { type ComponentProps, type ReactNode, useId } from 'react'

type SegmentsProps = {
  legend: ReactNode
  options: readonly { value: string; words: ReactNode }[]
  /** What `register` gives. */
  field: ComponentProps<'input'>
  optional?: boolean
  hint?: ReactNode
  error?: string | undefined
  className?: string
}

/** A few answers side by side, of which one is chosen: radio buttons for hands, keys and screen readers. */
export function Segments({ legend, options, field, optional, hint, error, className }: SegmentsProps) {
  const id = useId()
  const describedBy = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(' ') || undefined
  return (
    <fieldset
      className={cn('grid min-w-0 grid-cols-1 content-start gap-1.5', className)}
      aria-describedby={describedBy}
    >
      <legend className="mb-1.5 text-sm font-semibold">
        {legend}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </legend>
      <div
        className={cn(
          'grid auto-cols-fr grid-flow-col gap-px overflow-hidden rounded-card border bg-line',
          error ? 'border-bad' : 'border-edge',
        )}
      >
        {options.map(({ value, words }) => (
          <label
            key={value}
            className="grid min-h-11 cursor-pointer place-items-center bg-raised px-2 py-1 text-center text-sm has-checked:bg-ink has-checked:font-semibold has-checked:text-surface has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input {...field} type="radio" value={value} className="sr-only" />
            {words}
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
      {hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </fieldset>
  )
}
