'use client'

import { cn, LiveDot } from '@gavel/ui'
import { ChevronLeft, ChevronRight, History, SkipBack, SkipForward } from 'lucide-react'
import { CopyButton } from '../../features/join/copy-button.tsx'
import { paths } from '../../paths.ts'
import { addressOf, ScrubEnd, ScrubSteps } from '../../realtime/scrub.tsx'
import type { Directory } from '../directory.ts'
import type { Stride } from '../replay.ts'
import { sentence } from '../sentences.ts'
import type { ReplayControl } from './use-replay.ts'

type ScrubberProps = {
  auctionId: string
  replay: ReplayControl
  liveSeq: number
  /** The auction has ended, so its last moment is the end and not now. */
  over: boolean
  directory: Directory
  currency: string
}

/** The whole evening on one line, at the foot of the room. */
export function Scrubber({ auctionId, replay, liveSeq, over, directory, currency }: ScrubberProps) {
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
        <ScrubEnd away={away} over={over} play={replay.play} live={replay.live} />
      </div>
      {away && phase !== 'failed' ? (
        <div className="mx-auto flex max-w-[110rem] flex-wrap items-center gap-x-3 gap-y-1 border-t px-3 py-1.5 sm:px-5">
          <ScrubSteps
            playing={replay.playing}
            play={replay.play}
            steps={STEPS.map(([by, words, icon]) => [words, icon, () => replay.stride(by)])}
          />
          <p aria-live={replay.playing ? 'off' : 'polite'} className="min-h-5 min-w-0 flex-1 basis-52 text-sm">
            {moment ? (
              <>
                <span className="text-muted tabular-nums">Entry {moment.seq.toLocaleString('en-IN')} · </span>
                {sentence(moment, directory, currency) ?? 'About people alone: only its place is public.'}
              </>
            ) : null}
          </p>
          {moment ? (
            <CopyButton size="sm" text={addressOf(paths.moment(auctionId, moment.seq))} words="Copy the link" />
          ) : null}
        </div>
      ) : null}
      {phase === 'failed' ? (
        <p role="alert" className="px-3 pb-2 text-sm text-bad sm:px-5">
          The log could not be read just now. The live page goes on.
        </p>
      ) : null}
    </section>
  )
}

const STEPS = [
  ['lot-back', 'Back to where the lot opened', SkipBack],
  ['entry-back', 'One entry back', ChevronLeft],
  ['entry-on', 'One entry on', ChevronRight],
  ['lot-on', 'On to the next lot', SkipForward],
] as const satisfies readonly (readonly [Stride, string, typeof SkipBack])[]

const timeOf = (atMs: number) =>
  new Date(atMs).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
