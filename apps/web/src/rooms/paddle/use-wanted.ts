'use client'

import { useCallback, useEffect, useState } from 'react'
import { z } from 'zod'

const stored = z.record(z.string(), z.number().int().nonnegative())

/** How many of each role an owner wants, by role. It stays on this device. */
export function useWanted(auctionId: string) {
  const key = `gavel-wanted-${auctionId}`
  const [wanted, setWanted] = useState<Readonly<Record<string, number>>>({})

  useEffect(() => {
    try {
      setWanted(stored.parse(JSON.parse(localStorage.getItem(key) ?? '{}')))
    } catch {
      setWanted({})
    }
  }, [key])

  const want = useCallback(
    (role: string, count: number) =>
      setWanted((now) => {
        const next = { ...now, [role]: count }
        localStorage.setItem(key, JSON.stringify(next))
        return next
      }),
    [key],
  )
  const reset = useCallback(() => {
    localStorage.removeItem(key)
    setWanted({})
  }, [key])
  return { wanted, want, reset }
}
