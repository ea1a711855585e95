'use client'

import { type FootballScore, type Names, periodWords } from '@gavel/scoring'
import type { MatchInfo } from '../fan/match-info.ts'
import type { Moment } from '../fan/moments.ts'
import { useNow } from '../use-now.ts'
import { clockFace } from './clock.ts'
import { Kicks } from './kicks.tsx'

type NowProps = {
  info: Pick<MatchInfo, 'sides'>
  score: FootballScore
  all: readonly Moment<'football'>[]
  names: Names
}

/** What goes on now: the clock of the half with the time that is added, or the shoot-out. */
export function FootballNow({ info, score, all, names }: NowProps) {
  const { period, running } = score
  const nowMs = useNow(running)
  if (period === 'kicks') return <Kicks score={score} info={info} names={names} />
  if (period === null || !running) return null
  const face = clockFace({ score, all }, nowMs)
  const told = all.findLast(({ written: { play } }) => play.type === 'AddedTime' || play.type === 'PeriodStart')
  const added = told?.written.play.type === 'AddedTime' ? told.written.play.minutes : null
  return (
    <p className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
      {face === null ? null : (
        <span role="timer" aria-live="off" className="plate px-2 text-xl font-bold tabular-nums">
          {face}
        </span>
      )}
      <span className="text-muted">{periodWords(period)}</span>
      {added === null ? null : (
        <span className="font-semibold">
          {added} {added === 1 ? 'minute' : 'minutes'} added
        </span>
      )}
    </p>
  )
}
