'use client'

import { cn } from '@gavel/ui'
import { useSyncExternalStore } from 'react'
import { momentIn, sameClock } from './when.ts'

const never = () => () => {}
const viewerZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
const unknownZone = () => null

/** The viewer's own time zone; null while the page is as the server drew it. */
export function useViewerZone(): string | null {
  return useSyncExternalStore(never, viewerZone, unknownZone)
}

type EventTimeProps = { atMs: number; timeZone: string; className?: string }

/**
 * When, in the viewer's zone, with the event's zone beneath where the clocks differ. Both lines are there from the first
 * moment, so nothing moves once the viewer's zone is known.
 */
export function EventTime({ atMs, timeZone, className }: EventTimeProps) {
  const zone = useViewerZone()
  const differs = zone !== null && !sameClock(atMs, zone, timeZone)
  const shown = momentIn(atMs, differs ? zone : timeZone)
  const there = momentIn(atMs, timeZone)
  return (
    <time dateTime={new Date(atMs).toISOString()} className={cn('grid', className)}>
      <span className="font-semibold">
        {shown.weekday} {shown.date}, {shown.time}
      </span>
      <span className="text-sm text-muted">
        {differs ? `Your time. ${there.shortDate}, ${there.time} in ${there.place}` : `${there.place} time`}
      </span>
    </time>
  )
}

/** When, in one short line for lists: `Fri 20 Nov, 19:30`, in the viewer's zone once it is known. */
export function ShortTime({ atMs, timeZone, className }: EventTimeProps) {
  const zone = useViewerZone()
  const differs = zone !== null && !sameClock(atMs, zone, timeZone)
  const shown = momentIn(atMs, differs ? zone : timeZone)
  const there = momentIn(atMs, timeZone)
  return (
    <time
      dateTime={new Date(atMs).toISOString()}
      title={`${there.weekday} ${there.date}, ${there.time} in ${there.place}`}
      className={className}
    >
      {shown.shortDate}, {shown.time}
      {differs ? ' your time' : ''}
    </time>
  )
}

/** The day as a tear-off calendar leaf, for the head of a row. The row says the whole date in words, so this is for the eye alone. */
export function DayLeaf({ atMs, timeZone, className }: EventTimeProps) {
  const zone = useViewerZone()
  const [, day, month] = momentIn(atMs, zone ?? timeZone).shortDate.split(' ')
  return (
    <span
      aria-hidden
      className={cn('plate h-14 w-14 shrink-0 flex-col justify-center gap-0 px-0 leading-none', className)}
    >
      <span className="text-xl font-bold">{day}</span>
      <span className="mt-0.5 text-xs font-semibold text-muted">{month}</span>
    </span>
  )
}
