'use client'

import { useEffect, useState } from 'react'
import { paths } from '../../paths.ts'

/** A third of the time after which a silent visitor has left (DEMO-4). */
const BEAT_MS = 10_000
/** A page that is drawn anew is not left. */
const LEAVE_MS = 1_000

/** One place at a time, whatever is mounted: it is given back a moment after the last page that held it is gone. */
let leaving: ReturnType<typeof setTimeout> | null = null

const giveBack = async (): Promise<void> => {
  // Without an answer the place is taken back a little later.
  await fetch(paths.demoSeat, { method: 'DELETE', keepalive: true }).catch(() => null)
}

/** Keeps the visitor's place while a page of the room is open, and gives it back afterwards. `lost`: the bot has it again. */
export function useSeat(): { lost: boolean; leave: () => Promise<void> } {
  const [lost, setLost] = useState(false)
  useEffect(() => {
    if (leaving) clearTimeout(leaving)
    leaving = null
    const beat = async () => {
      const response = await fetch(paths.demoSeat, { method: 'PUT' }).catch(() => null)
      if (response?.status === 404) setLost(true)
    }
    void beat()
    const timer = setInterval(() => void beat(), BEAT_MS)
    return () => {
      clearInterval(timer)
      leaving = setTimeout(() => void giveBack(), LEAVE_MS)
    }
  }, [])
  return { lost, leave: giveBack }
}
