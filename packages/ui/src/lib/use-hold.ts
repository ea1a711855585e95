'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

/** Long enough that no slip of a finger does it, short enough for the pace of a hammer. */
const HOLD_MS = 600
/** After a first press, how long the second one counts. */
const ARMED_MS = 2_500

export type HoldPhase = 'rest' | 'holding' | 'armed'

/**
 * A guard for what cannot be taken back: hold for 600 ms, or press twice within 2.5 s. `press` is what a key calls.
 *
 * @param act runs once per confirmed press
 * @param off while true nothing happens
 */
export function useHold(act: () => void, off: boolean) {
  const [phase, setPhase] = useState<HoldPhase>('rest')
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const armed = useRef(false)
  const latest = useRef(act)
  useEffect(() => {
    latest.current = act
  })

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
    if (off) return
    if (armed.current) {
      rest()
      latest.current()
      return
    }
    armed.current = true
    setPhase('armed')
    clearTimeout(timer.current)
    timer.current = setTimeout(rest, ARMED_MS)
  }, [off, rest])

  const start = useCallback(() => {
    if (off) return
    if (armed.current) return press()
    clearTimeout(timer.current)
    setPhase('holding')
    timer.current = setTimeout(() => {
      rest()
      latest.current()
    }, HOLD_MS)
  }, [off, press, rest])

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
