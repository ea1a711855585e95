'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { useLatest } from './use-latest.ts'

/** Long enough that no slip of a finger does it, short enough for the pace of a hammer. */
const HOLD_MS = 600
/** After a first press, how long the second one counts: time enough for whoever moves slowly. */
const ARMED_MS = 4_000

export type HoldPhase = 'rest' | 'holding' | 'armed'

/**
 * A guard for what cannot be taken back: hold for 600 ms, or press twice within 4 s. `press` is what a key calls.
 *
 * @param act runs once per confirmed press
 * @param off while true nothing happens
 */
export function useHold(act: () => void, off: boolean) {
  const [phase, setPhase] = useState<HoldPhase>('rest')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const armed = useRef(false)
  const latest = useLatest({ act, off })

  const rest = useCallback(() => {
    clearTimeout(timer.current)
    armed.current = false
    setPhase('rest')
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (off) rest()
  }, [off, rest])

  const press = useCallback(() => {
    if (latest.current.off) return
    if (armed.current) {
      rest()
      latest.current.act()
      return
    }
    armed.current = true
    setPhase('armed')
    clearTimeout(timer.current)
    timer.current = setTimeout(rest, ARMED_MS)
  }, [latest, rest])

  const start = useCallback(() => {
    if (latest.current.off) return
    if (armed.current) return press()
    clearTimeout(timer.current)
    setPhase('holding')
    timer.current = setTimeout(() => {
      rest()
      latest.current.act()
    }, HOLD_MS)
  }, [latest, press, rest])

  const end = useCallback(() => {
    setPhase((now) => {
      if (now !== 'holding') return now
      clearTimeout(timer.current)
      armed.current = true
      timer.current = setTimeout(rest, ARMED_MS)
      return 'armed'
    })
  }, [rest])

  return { phase, press, start, end, cancel: rest }
}
