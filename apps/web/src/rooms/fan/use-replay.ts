'use client'

import type { AuctionState, VisibleEntry } from '@gavel/auction'
import { useLatest } from '@gavel/ui'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { paths } from '../../paths.ts'
import { readPublicLog } from '../../realtime/read-log.ts'
import { useMomentAddress } from '../../realtime/use-moment-address.ts'
import { type Replay, replayOf, type Stride } from '../replay.ts'

export type ReplayControl = {
  /** What to draw instead of the live state; null while live. */
  state: AuctionState | null
  /** The entry of the moment shown; null while live. */
  moment: VisibleEntry | null
  phase: 'live' | 'reading' | 'replay' | 'failed'
  /** The address named a moment that is still being read: the live room is not what was asked for. */
  opening: boolean
  seek: (seq: number) => void
  stride: (by: Stride) => void
  live: () => void
  playing: boolean
  /** Goes on by itself from the moment shown, or from the first lot where none is; asked again, it stops. */
  play: () => void
}

/** Played back, an entry follows the one before as it did then, but never so fast that it is not seen, nor after a long silence. */
const PLAY_MS = { least: 150, most: 1_500 }

/**
 * Lets a page look back: the log is read when somebody first does, then every moment is folded here (TIME-4). The address carries the
 * moment, so a link opens there and the browser's own buttons go through the moments (TIME-1).
 */
export function useReplay(auctionId: string, liveSeq: number): ReplayControl {
  const replay = useRef<Replay>(replayOf([]))
  const reached = useLatest(liveSeq)
  const wanted = useRef<number | null>(null)
  const [shownPhase, setPhase] = useState<ReplayControl['phase'] | null>(null)
  const [seq, setSeq] = useState<number | null>(null)
  const [playing, setPlaying] = useState(false)

  const show = useCallback(
    async (to: number | null, by?: Stride) => {
      wanted.current = to
      if (to === null) {
        setSeq(null)
        setPhase('live')
        return null
      }
      const known = replay.current
      if (to > known.lastSeq()) {
        setPhase('reading')
        try {
          for await (const page of readPublicLog(auctionId, known.lastSeq() + 1, Math.min(to, reached.current)))
            known.append(page)
        } catch {
          setPhase('failed')
          return null
        }
      }
      // Somebody has gone elsewhere meanwhile.
      if (wanted.current === null) return null
      const from = clamped(wanted.current, known)
      const at = by ? known.stride(from, by) : from
      setSeq(at)
      setPhase('replay')
      return at
    },
    [auctionId, reached],
  )

  const follow = useCallback((to: number | null) => void show(to), [show])
  const { addressed, write: address } = useMomentAddress(paths.auction(auctionId), follow)
  // Before anything is shown, what the address asks for says what the page waits for.
  const phase = shownPhase ?? (addressed === null ? 'live' : 'reading')
  const seek = useCallback(
    (to: number) => {
      setPlaying(false)
      void show(to).then((at) => at !== null && address(at))
    },
    [show, address],
  )
  const live = useCallback(() => {
    setPlaying(false)
    void show(null)
    address(null)
  }, [show, address])
  const stride = useCallback(
    (by: Stride) => {
      setPlaying(false)
      void show(seq ?? liveSeq, by).then((at) => at !== null && address(at))
    },
    [show, address, seq, liveSeq],
  )
  const play = useCallback(() => {
    setPlaying(!playing)
    if (playing) {
      if (seq !== null) address(seq)
    } else if (seq === null) void show(1, 'lot-on')
  }, [playing, seq, show, address])
  useEffect(() => {
    if (!playing || seq === null) return
    const [now, next] = [replay.current.at(seq), replay.current.at(seq + 1)]
    if (!now || !next) {
      setPlaying(false)
      return
    }
    const wait = Math.min(PLAY_MS.most, Math.max(PLAY_MS.least, next.entry.atMs - now.entry.atMs))
    const timer = setTimeout(() => {
      wanted.current = seq + 1
      setSeq(seq + 1)
    }, wait)
    return () => clearTimeout(timer)
  }, [playing, seq])

  const shown = useMemo(() => (seq === null ? null : replay.current.at(seq)), [seq])
  return {
    state: shown ? still(shown.state) : null,
    moment: shown?.entry ?? null,
    phase,
    opening: phase === 'reading' && addressed !== null && shown === null,
    seek,
    stride,
    live,
    playing,
    play,
  }
}

const clamped = (seq: number, replay: Replay) => Math.max(1, Math.min(seq, replay.lastSeq()))

/** A moment of the past has no clock that runs. */
function still(state: AuctionState): AuctionState {
  const stopped = <L extends { deadlineMs: number | null }>(one: L): L => ({ ...one, deadlineMs: null })
  return {
    ...state,
    lot: state.lot && stopped(state.lot),
    board: state.board.map(stopped),
    turn: state.turn && stopped(state.turn),
  }
}
