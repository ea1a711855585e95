'use client'

import { useCallback, useEffect, useMemo, useState } from 'react'
import { paths } from '../../paths.ts'
import { useMomentAddress } from '../../realtime/use-moment-address.ts'
import { type Moments, momentsTo } from './moments.ts'

export type LookBack = {
  /** The play looked at; null while live. */
  seq: number | null
  moments: Moments | null
  seek: (seq: number) => void
  /** So many plays on or back; to the end of them it is live again. */
  step: (by: number) => void
  live: () => void
  playing: boolean
  play: () => void
}

/** Played back, a ball follows the one before after so long, whatever it took then. */
const BALL_MS = 900

/**
 * Lets a page look back to any play. The plays are here already, so nothing is asked of anybody; the address carries the play's seq, so a
 * link opens there (TIMEBALL-2).
 */
export function useLookBack(matchId: string, moments: Moments | null): LookBack {
  const [chosen, setSeq] = useState<number | null | undefined>(undefined)
  const [playing, setPlaying] = useState(false)
  const { addressed, write } = useMomentAddress(paths.match(matchId), setSeq)
  // Until anything was chosen the address says it, on the server too.
  const seq = chosen === undefined ? addressed : chosen

  const go = useCallback(
    (to: number | null) => {
      setSeq(to)
      write(to)
    },
    [write],
  )
  const stop = useCallback(() => setPlaying(false), [])
  const shown = useMemo(() => (seq === null || !moments ? null : momentsTo(moments, seq)), [seq, moments])
  const at = shown ? shown.all.length - 1 : (moments?.all.length ?? 0)

  const step = useCallback(
    (by: number) => {
      const next = moments?.all[Math.max(0, at + by)]
      go(next ? next.written.seq : null)
    },
    [at, moments, go],
  )
  useEffect(() => {
    if (!playing) return
    if (seq === null) {
      setPlaying(false)
      return
    }
    const timer = setTimeout(() => {
      const next = moments?.all[at + 1]
      if (next) setSeq(next.written.seq)
      else go(null)
    }, BALL_MS)
    return () => clearTimeout(timer)
  }, [playing, seq, at, moments, go])

  return {
    seq: shown ? seq : null,
    moments: shown,
    seek: (to) => {
      stop()
      go(to)
    },
    step: (by) => {
      stop()
      step(by)
    },
    live: () => {
      stop()
      go(null)
    },
    playing,
    play: () => {
      if (!playing && seq === null) go(moments?.all[0]?.written.seq ?? null)
      setPlaying(!playing)
    },
  }
}
