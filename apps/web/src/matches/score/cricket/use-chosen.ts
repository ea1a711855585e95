import { useEffect, useState } from 'react'
import { z } from 'zod'
import { type Chosen, NOBODY_CHOSEN } from './crease.ts'

const chosenSchema = z.object({
  striker: z.string().nullable(),
  nonStriker: z.string().nullable(),
  bowler: z.object({ innings: z.number(), over: z.number(), player: z.string() }).nullable(),
})

/** Who the scorer has said comes next: no ball says so yet, and a reload of the page keeps it. */
export function useChosen(matchId: string): [Chosen, (change: Partial<Chosen>) => void] {
  const key = `gavel-next-${matchId}`
  const [chosen, setChosen] = useState<Chosen>(NOBODY_CHOSEN)
  useEffect(() => {
    try {
      const kept = chosenSchema.safeParse(JSON.parse(sessionStorage.getItem(key) ?? 'null'))
      if (kept.success) setChosen(kept.data)
    } catch {
      // A browser that keeps nothing: the scorer says it again.
    }
  }, [key])
  function change(to: Partial<Chosen>) {
    const next = { ...chosen, ...to }
    setChosen(next)
    try {
      sessionStorage.setItem(key, JSON.stringify(next))
    } catch {
      // As above.
    }
  }
  return [chosen, change]
}
