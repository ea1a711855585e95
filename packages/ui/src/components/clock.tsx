'use client'

import type { ReactNode } from 'react'
import { cn } from '../lib/cn.ts'
import { formatClock, useTimeLeft } from '../lib/use-clock.ts'

/** Below this the clock turns to the warning colour. */
const HURRY_MS = 5_000

type ClockProps = {
  /** Epoch milliseconds on the server's clock; without one there is no clock to show. */
  deadlineMs: number | null | undefined
  /** The server's clock less this device's, in milliseconds. */
  offsetMs?: number
  frozen?: boolean
  className?: string
}

/** A countdown as a number plate. It is silent for a screen reader; the state that it leads to is announced instead. */
export function Clock({ deadlineMs, offsetMs = 0, frozen = false, className }: ClockProps) {
  const leftMs = useTimeLeft(deadlineMs, offsetMs, frozen)
  if (deadlineMs == null) return null
  return (
    <time
      role="timer"
      aria-live="off"
      className={cn('plate font-bold', leftMs !== null && leftMs <= HURRY_MS && 'text-bad!', className)}
    >
      {leftMs === null ? '–:––' : formatClock(leftMs)}
    </time>
  )
}

type ClockFrameProps = ClockProps & {
  /** The whole length of the clock, to know how much of it is gone. */
  totalMs: number
  children: ReactNode
}

/** The clock around what it decides: a line along the four edges that runs out, clockwise from the top left. */
export function ClockFrame({
  deadlineMs,
  offsetMs = 0,
  frozen = false,
  totalMs,
  className,
  children,
}: ClockFrameProps) {
  const leftMs = useTimeLeft(deadlineMs, offsetMs, frozen)
  const share = leftMs === null || totalMs <= 0 ? 0 : Math.min(1, leftMs / totalMs)
  const gone = 1 - share
  // The long edges of a wide panel take a third of the way each, the short ones a sixth.
  const part = (from: number, length: number) => 1 - Math.min(1, Math.max(0, (gone - from) / length))
  const hurry = leftMs !== null && leftMs <= HURRY_MS
  const edge = cn('absolute rounded-full transition-transform duration-120 ease-linear', hurry ? 'bg-bad' : 'bg-accent')
  return (
    <div className={cn('relative', className)}>
      {children}
      {deadlineMs != null && leftMs !== null ? (
        <span aria-hidden className="pointer-events-none absolute -inset-1.5">
          <span
            className={cn(edge, 'inset-x-0 top-0 h-1 origin-right')}
            style={{ transform: `scaleX(${part(0, 1 / 3)})` }}
          />
          <span
            className={cn(edge, 'inset-y-0 right-0 w-1 origin-bottom')}
            style={{ transform: `scaleY(${part(1 / 3, 1 / 6)})` }}
          />
          <span
            className={cn(edge, 'inset-x-0 bottom-0 h-1 origin-left')}
            style={{ transform: `scaleX(${part(1 / 2, 1 / 3)})` }}
          />
          <span
            className={cn(edge, 'inset-y-0 left-0 w-1 origin-top')}
            style={{ transform: `scaleY(${part(5 / 6, 1 / 6)})` }}
          />
        </span>
      ) : null}
    </div>
  )
}
