'use client'

import { CircleAlert } from 'lucide-react'
import { Label } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from '../lib/cn.ts'

export type FieldControl = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do; from react-hook-form this is `errors.name?.message`. */
  error?: string | undefined
  optional?: boolean
  className?: string
  /** Gets the ids that tie label, hint and error to the control: spread them on it. */
  children: (control: FieldControl) => ReactNode
}

/** A labelled control with its hint and its error, tied together for a screen reader. */
export function Field({ label, hint, error, optional, className, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [error ? errorId : null, hint ? hintId : null].filter(Boolean).join(' ') || undefined
  return (
    <div className={cn('grid content-start gap-1.5', className)}>
      <Label.Root htmlFor={id} className="text-sm font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </Label.Root>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      <FieldError id={errorId} error={error} />
      {hint ? (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  )
}

type FieldErrorProps = { id?: string; error: string | null | undefined; className?: string }

/** What is wrong with what was given, where the finger is. Nothing where nothing is. */
export function FieldError({ id, error, className }: FieldErrorProps) {
  if (!error) return null
  return (
    <p id={id} role="alert" className={cn('flex items-start gap-1.5 text-sm text-bad', className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {error}
    </p>
  )
}
