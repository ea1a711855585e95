'use client'

import { useEffect, useState } from 'react'
import { useViewerZone } from '../events/event-time.tsx'
import { howSoon, momentIn } from '../events/when.ts'

/** A minute is as fine as these words get. */
const LOOK_MS = 30_000

/** How soon something begins, kept true while the page is open; as the server drew it, the date. */
export function HowSoon({ atMs }: { atMs: number }) {
  const zone = useViewerZone()
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    const look = () => setNowMs(Date.now())
    look()
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return <>{(nowMs !== null && howSoon(atMs, nowMs)) || momentIn(atMs, zone ?? 'UTC').shortDate}</>
}
