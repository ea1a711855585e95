'use client'

import { useEffect, useState } from 'react'

/** How often a running clock looks at the time. Fast enough that a second never seems to be skipped. */
const TICK_MS = 100

/**
 * Milliseconds left until a deadline of the server, never below 0; `null` where no clock runs.
 *
 * @param deadlineMs epoch milliseconds on the server's clock
 * @param offsetMs the server's clock less this device's
 * @param frozen keeps the value still while the auction is paused
 */
export function useTimeLeft(deadlineMs: number | null | undefined, offsetMs = 0, frozen = false): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (deadlineMs == null || frozen) return
    const look = () => setNowMs(Date.now() + offsetMs)
    look()
    const timer = setInterval(() => {
      look()
      if (Date.now() + offsetMs >= deadlineMs) clearInterval(timer)
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [deadlineMs, offsetMs, frozen])
  if (deadlineMs == null || nowMs === null) return null
  return Math.max(0, deadlineMs - nowMs)
}

/** `0:09`, `1:30`, `2:05:00`: whole seconds, rounded up, so that `0:00` means over. */
export function formatClock(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000)
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor((seconds % 3600) / 60)
  const tail = String(seconds % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`
}
