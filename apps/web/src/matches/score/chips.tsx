import { cn, Switch } from '@gavel/ui'
import { type ReactNode, useId } from 'react'
import type { Option } from './actions.ts'

type ChipsProps = {
  label: ReactNode
  options: readonly Option[]
  value: string | null | undefined
  onPick: (value: string | null) => void
  /** The face of leaving it out. */
  none?: string | undefined
  columns?: 2 | 3 | 4
}

/** One of a few, each as large as a thumb. */
export function Chips({ label, options, value, onPick, none, columns = 2 }: ChipsProps) {
  const id = useId()
  const grid = { 2: 'grid-cols-2', 3: 'grid-cols-3', 4: 'grid-cols-4' }[columns]
  const all = [
    ...(none === undefined ? [] : [{ key: '', value: null, label: none }]),
    ...options.map((one) => ({ ...one, key: one.value })),
  ]
  return (
    <fieldset className="grid gap-1.5">
      <legend id={id} className="mb-1 text-sm font-semibold">
        {label}
      </legend>
      <div className={cn('grid gap-1.5', grid)}>
        {all.map((option) => (
          <label
            key={option.key}
            className={cn(
              columns === 2 ? 'px-2' : 'px-0.5 tracking-tight',
              'grid min-h-14 min-w-0 cursor-pointer place-content-center rounded-card border border-edge bg-raised py-1 text-center text-sm leading-tight font-semibold [overflow-wrap:anywhere] has-checked:border-ink has-checked:bg-ink has-checked:text-surface has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent',
            )}
          >
            <input
              type="radio"
              name={id}
              className="sr-only"
              checked={value === option.value}
              onChange={() => onPick(option.value)}
            />
            {option.label}
            {'hint' in option && option.hint ? (
              <span className="text-xs font-medium opacity-80">{option.hint}</span>
            ) : null}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type StepperProps = {
  label: string
  value: number
  onChange: (value: number) => void
  from?: number
  to?: number
  step?: number
}

/** A small number, up and down by the thumb, or typed. */
export function Stepper({ label, value, onChange, from = 0, to = 60, step = 1 }: StepperProps) {
  const id = useId()
  const set = (next: number) => onChange(Math.min(to, Math.max(from, next)))
  return (
    <div className="flex items-center justify-between gap-2">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <span className="flex items-center">
        <StepKey label={`${label}, less`} off={value <= from} onPress={() => set(value - step)}>
          −
        </StepKey>
        <input
          id={id}
          inputMode="numeric"
          className="h-14 w-16 border-y border-edge bg-raised text-center text-lg font-semibold tabular-nums"
          value={value}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            const typed = Number(event.target.value)
            if (Number.isInteger(typed)) set(typed)
          }}
        />
        <StepKey label={`${label}, more`} off={value >= to} onPress={() => set(value + step)}>
          +
        </StepKey>
      </span>
    </div>
  )
}

type StepKeyProps = { label: string; off: boolean; onPress: () => void; children: ReactNode }

function StepKey({ label, off, onPress, children }: StepKeyProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={off}
      onClick={onPress}
      className="grid size-14 touch-manipulation place-items-center border border-edge bg-raised text-lg font-semibold first:rounded-l-card last:rounded-r-card disabled:text-muted"
    >
      {children}
    </button>
  )
}

/** Yes or no. */
export function Toggle({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  const id = useId()
  return (
    <div className="flex min-h-14 items-center justify-between gap-3">
      <label htmlFor={id} className="flex-1 py-3 text-sm font-semibold">
        {label}
      </label>
      <Switch id={id} checked={on} onCheckedChange={set} />
    </div>
  )
}
