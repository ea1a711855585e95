'use client'

import { useViewerZone } from '../events/event-time.tsx'
import { momentIn } from '../events/when.ts'

/** When, in the viewer's zone once it is known. */
export function Moment({ atMs }: { atMs: number }) {
  const zone = useViewerZone()
  const { weekday, date, shortDate, time } = momentIn(atMs, zone ?? 'UTC')
  return (
    <time dateTime={new Date(atMs).toISOString()} title={`${weekday} ${date}, ${time}`} className="whitespace-nowrap">
      {shortDate}, {time}
    </time>
  )
}
