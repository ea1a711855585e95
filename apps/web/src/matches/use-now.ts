'use client'

import { useEffect, useState } from 'react'

/**
 * The time as the server has it, epoch milliseconds, looked at once a second; null while a page is drawn first, and while nothing runs.
 *
 * @param offsetMs the server's clock less this device's
 */
export function useNow(runs: boolean, offsetMs = 0): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (!runs) return
    const look = () => setNowMs(Date.now() + offsetMs)
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [runs, offsetMs])
  return runs ? nowMs : null
}
