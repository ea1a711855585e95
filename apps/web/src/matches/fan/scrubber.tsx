'use client'

import type { Names } from '@gavel/scoring'
import { cn, LiveDot } from '@gavel/ui'
import { ChevronLeft, ChevronRight, History } from 'lucide-react'
import { CopyButton } from '../../features/join/copy-button.tsx'
import { paths } from '../../paths.ts'
import { addressOf, ScrubEnd, ScrubSteps } from '../../realtime/scrub.tsx'
import type { Moments } from './moments.ts'
import type { SportPage } from './sport-page.ts'
import type { LookBack } from './use-look-back.ts'

type MatchScrubberProps = {
  matchId: string
  page: SportPage<'cricket' | 'football' | 'badminton' | 'volleyball' | 'kabaddi'>
  /** Of the match as it stands now. */
  moments: Moments
  back: LookBack
  names: Names
  over: boolean
}

/** The whole match on one line, at the foot of the page: drag to any play. */
export function MatchScrubber({ matchId, page, moments, back, names, over }: MatchScrubberProps) {
  const { all } = moments
  if (all.length < 2) return null
  const away = back.moments !== null
  const at = (back.moments?.all.length ?? all.length) - 1
  const moment = away ? all[at] : null
  const line = moment ? page.line(moment, names) : null
  const end = over ? 'End' : 'Live'
  return (
    <section
      aria-label="Look back"
      className={cn(
        '@container fixed inset-x-0 bottom-0 z-20 border-t bg-raised pb-[env(safe-area-inset-bottom)]',
        away && 'border-warn',
      )}
    >
      <div className="mx-auto flex min-h-14 max-w-6xl flex-wrap items-center gap-x-3 px-4 sm:px-6">
        <span className="flex min-w-20 shrink-0 @max-[15rem]:min-w-0 items-center gap-1.5 text-sm font-semibold tabular-nums">
          {away ? (
            <>
              <History aria-hidden className="size-4 shrink-0 text-warn" />
              {line?.place ?? 'Then'}
            </>
          ) : over ? (
            'The end'
          ) : (
            <LiveDot words="Now" />
          )}
        </span>
        <input
          type="range"
          aria-label="Look back through the match"
          aria-valuetext={line ? `${line.place ?? ''} ${line.words}` : end}
          min={0}
          max={all.length - 1}
          value={at}
          onChange={(event) => {
            const to = Number(event.target.value)
            const chosen = all[to]
            if (to >= all.length - 1 || !chosen) back.live()
            else back.seek(chosen.written.seq)
          }}
          className="h-11 min-w-0 flex-1 cursor-pointer @max-[15rem]:order-last @max-[15rem]:basis-full"
        />
        <ScrubEnd away={away} over={over} play={back.play} live={back.live} />
      </div>
      {moment ? (
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-1 border-t px-4 py-1.5 sm:px-6">
          <ScrubSteps
            playing={back.playing}
            play={back.play}
            steps={[
              ['One back', ChevronLeft, () => back.step(-1)],
              ['One on', ChevronRight, () => back.step(1)],
            ]}
          />
          <p aria-live={back.playing ? 'off' : 'polite'} className="min-h-5 min-w-0 flex-1 basis-52 text-sm">
            {line?.words} <span className="text-muted">{STANDS[moment.corrected ?? 'written']}</span>
          </p>
          <CopyButton size="sm" text={addressOf(paths.ball(matchId, moment.written.seq))} words="Copy the link" />
        </div>
      ) : null}
    </section>
  )
}

/** A look back shows what is true by now, not what was thought true then (TIMEBALL-3). */
const STANDS = {
  written: 'Shown with every later correction.',
  changed: 'Changed later: shown as corrected.',
  added: 'Put in later: shown where it belongs.',
} as const
