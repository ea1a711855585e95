'use client'

import { Clock, useTimeLeft } from '@gavel/ui'
import { ShortTime } from '../events/event-time.tsx'

type HeldUntilProps = {
  /** What ends: `Your place is kept until`. */
  words: string
  heldUntilMs: number
  /** The server's clock less this device's. */
  offsetMs: number
  timeZone: string
}

const DAY_MS = 24 * 60 * 60_000

/** Until when a place is held for a payment, with a clock beside it on the last day. */
export function HeldUntil({ words, heldUntilMs, offsetMs, timeZone }: HeldUntilProps) {
  const leftMs = useTimeLeft(heldUntilMs, offsetMs)
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
      <span>
        {words}{' '}
        <span className="font-semibold">
          <ShortTime atMs={heldUntilMs} timeZone={timeZone} />
        </span>
      </span>
      {leftMs !== null && leftMs < DAY_MS ? (
        <Clock deadlineMs={heldUntilMs} offsetMs={offsetMs} className="min-h-9 text-lg" />
      ) : null}
    </p>
  )
}
