'use client'

import { Clock, useTimeLeft } from '@gavel/ui'
import { ShortTime, useViewerZone } from '../events/event-time.tsx'
import { sameClock } from '../events/when.ts'

type HoldClockProps = {
  /** What runs out: `Time left`. */
  words: string
  dueAtMs: number
  /** The server's clock less this device's. */
  offsetMs: number
  /** The event's, in which the end has been said already. */
  timeZone: string
}

const DAY_MS = 24 * 60 * 60_000

/** How long something still holds: a clock on its last day; and until when by the viewer's own clock, where that is another one. */
export function HoldClock({ words, dueAtMs, offsetMs, timeZone }: HoldClockProps) {
  const leftMs = useTimeLeft(dueAtMs, offsetMs)
  const zone = useViewerZone()
  const differs = zone !== null && !sameClock(dueAtMs, zone, timeZone)
  const isLong = leftMs !== null && leftMs >= DAY_MS
  if (isLong && !differs) return null
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
      <span className="grid">
        {words}
        {differs ? (
          <span className="text-muted">
            Until <ShortTime atMs={dueAtMs} timeZone={timeZone} />
          </span>
        ) : null}
      </span>
      {isLong ? null : <Clock deadlineMs={dueAtMs} offsetMs={offsetMs} className="min-h-9 text-lg" />}
    </p>
  )
}
