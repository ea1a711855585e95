'use client'

import type { AuctionState } from '@gavel/auction'
import { Button, cn, LiveDot } from '@gavel/ui'
import { History } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { readLog } from '../../realtime/read-log.ts'
import { type Replay, replayOf } from '../replay.ts'

export type ReplayControl = {
  /** What to draw instead of the live state; null while live. */
  state: AuctionState | null
  /** The seq and the time of the moment shown; null while live. */
  moment: { seq: number; atMs: number } | null
  phase: 'live' | 'reading' | 'replay' | 'failed'
  seek: (seq: number) => void
  live: () => void
}

/** Lets a page look back: the log is read when somebody first drags, then every moment is folded here. */
export function useReplay(auctionId: string): ReplayControl {
  const replay = useRef<Replay | null>(null)
  const wanted = useRef<number | null>(null)
  const [phase, setPhase] = useState<ReplayControl['phase']>('live')
  const [seq, setSeq] = useState<number | null>(null)

  const seek = useCallback(
    async (to: number) => {
      wanted.current = to
      if (!replay.current || to > replay.current.lastSeq) {
        setPhase('reading')
        try {
          replay.current = replayOf(await readLog(auctionId))
        } catch {
          setPhase('failed')
          return
        }
      }
      if (wanted.current === null) return
      setSeq(Math.max(1, Math.min(wanted.current, replay.current.lastSeq)))
      setPhase('replay')
    },
    [auctionId],
  )
  const live = useCallback(() => {
    wanted.current = null
    setSeq(null)
    setPhase('live')
  }, [])

  const shown = useMemo(() => (seq === null ? null : (replay.current?.at(seq) ?? null)), [seq])
  return {
    state: shown ? still(shown.state) : null,
    moment: shown ? { seq: shown.entry.seq, atMs: shown.entry.atMs } : null,
    phase,
    seek: (to) => void seek(to),
    live,
  }
}

/** A moment of the past has no clock that runs. */
function still(state: AuctionState): AuctionState {
  return state.lot ? { ...state, lot: { ...state.lot, deadlineMs: null } } : state
}

/** `over`: the auction has ended, so its last moment is the end and not now. */
type ScrubberProps = { replay: ReplayControl; liveSeq: number; over: boolean }

/** The whole evening on one line, at the foot of the room. */
export function Scrubber({ replay, liveSeq, over }: ScrubberProps) {
  const { moment, phase } = replay
  const away = phase !== 'live'
  if (liveSeq < 2) return null
  return (
    <section
      aria-label="Replay"
      className={cn(
        '@container fixed inset-x-0 bottom-0 z-20 border-t bg-raised pb-[env(safe-area-inset-bottom)]',
        away && 'border-warn',
      )}
    >
      <div className="mx-auto flex min-h-14 max-w-[110rem] flex-wrap items-center gap-x-3 px-3 sm:px-5">
        <span className="flex min-w-24 shrink-0 @max-[15rem]:min-w-0 items-center gap-1.5 text-sm font-semibold tabular-nums">
          {phase === 'live' ? (
            over ? (
              'The end'
            ) : (
              <LiveDot words="Now" />
            )
          ) : (
            <>
              <History aria-hidden className="size-4 shrink-0 text-warn" />
              {phase === 'reading' ? 'Reading' : phase === 'failed' ? 'Not read' : moment ? timeOf(moment.atMs) : ''}
            </>
          )}
        </span>
        <input
          type="range"
          aria-label="Look back through the auction"
          aria-valuetext={moment ? `Entry ${moment.seq}, ${timeOf(moment.atMs)}` : over ? 'The end' : 'Live'}
          min={1}
          max={liveSeq}
          value={moment?.seq ?? liveSeq}
          onChange={(event) => {
            const to = Number(event.target.value)
            if (to >= liveSeq) replay.live()
            else replay.seek(to)
          }}
          className="h-11 min-w-0 flex-1 cursor-pointer @max-[15rem]:order-last @max-[15rem]:basis-full"
        />
        <Button
          look={away ? 'primary' : 'quiet'}
          size="sm"
          onClick={replay.live}
          {...(away ? {} : { disabledReason: over ? 'This is the end' : 'You are live' })}
        >
          {over ? 'End' : 'Live'}
        </Button>
      </div>
      {phase === 'failed' ? (
        <p role="alert" className="px-3 pb-2 text-sm text-bad sm:px-5">
          The log could not be read just now. The live page goes on.
        </p>
      ) : null}
    </section>
  )
}

const timeOf = (atMs: number) =>
  new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
