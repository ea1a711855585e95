'use client'

import type { Names, ScoredSport } from '@gavel/scoring'
import { Button, cn, EmptyState } from '@gavel/ui'
import { memo, useState } from 'react'
import { BallMark } from './ball-mark.tsx'
import type { Moment } from './moments.ts'
import type { SportPage } from './sport-page.ts'

/** The stream begins with so many plays, and shows so many more when asked. */
const FIRST = 40
const MORE = 120

type LineProps = {
  page: SportPage<ScoredSport>
  names: Names
  onMoment: (seq: number) => void
}
type StreamProps = LineProps & { moments: readonly Moment[] }

/** Play by play, the newest first: what each brought, in a sentence, and the sum of every over or set (MATCHPAGE-3). */
export function Stream({ page, moments, names, onMoment }: StreamProps) {
  const [shown, setShown] = useState(FIRST)
  if (moments.length === 0) return <EmptyState title="Nothing has happened yet" words={page.streamEmpty} />
  const left = moments.length - shown
  return (
    <>
      <ol aria-label={`${page.streamTitle}, the newest first`} className="grid">
        {moments
          .slice(Math.max(0, left))
          .toReversed()
          .map((moment) => (
            <Line key={moment.written.seq} moment={moment} page={page} names={names} onMoment={onMoment} />
          ))}
      </ol>
      {left > 0 ? (
        <Button className="mt-4" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(left, MORE)} earlier
        </Button>
      ) : null}
    </>
  )
}

const LATER = { changed: 'changed later', added: 'put in later' } as const

/** A line that is told does not change: a new play draws one line. */
const Line = memo(function Line({ moment, page, names, onMoment }: LineProps & { moment: Moment }) {
  const { place, mark, words } = page.line(moment, names)
  return (
    <>
      {page.divider?.(moment, names)}
      <li
        className={cn(
          'grid items-start gap-x-3 border-b py-2.5',
          page.marks === 'wide' ? 'grid-cols-[1.5rem_3.5rem_minmax(0,1fr)]' : 'grid-cols-[3rem_auto_minmax(0,1fr)]',
        )}
      >
        <button
          type="button"
          aria-label={`Look back to ${place ?? 'this moment'}`}
          onClick={() => onMoment(moment.written.seq)}
          className="min-h-7 rounded-card text-left text-sm text-muted tabular-nums hover:text-ink hover:underline"
        >
          {place ?? '·'}
        </button>
        {mark ? (
          <BallMark {...mark} />
        ) : (
          <span aria-hidden className="inline-grid h-7 min-w-7 place-items-center text-muted">
            –
          </span>
        )}
        <p className="min-w-0 pt-0.5 break-words">
          {words}
          {moment.corrected ? <span className="text-sm text-muted"> ({LATER[moment.corrected]})</span> : null}
        </p>
      </li>
    </>
  )
})
