'use client'

import type { MatchState, Names } from '@gavel/scoring'
import { Badge, Button, cn } from '@gavel/ui'
import { useState } from 'react'
import { BallMark } from '../fan/ball-mark.tsx'
import type { Moment } from '../fan/moments.ts'
import { sportPage } from '../fan/sport-pages.ts'

/** So many plays are shown at first: the over that is on and the one before. */
const SHOWN = 14

type PlayListProps = {
  all: readonly Moment[]
  sport: MatchState['sport']
  names: Names
  /** Plays that have not reached the log. */
  waiting: ReadonlySet<number>
  /** Plays that the second scorer has otherwise. */
  differ: ReadonlySet<number>
  pick: (moment: Moment) => void
}

/** What was written, newest first. Each can be tapped and changed. */
export function PlayList({ all, sport, names, waiting, differ, pick }: PlayListProps) {
  const [shown, setShown] = useState(SHOWN)
  const page = sportPage(sport)
  const newest = all.slice(-shown).toReversed()
  if (all.length === 0)
    return <p className="text-sm text-muted">What you score is listed here. Tap an entry to change it.</p>
  return (
    <section aria-label="Entries">
      <ol className="divide-y border-y">
        {newest.map((moment) => {
          const { seq } = moment.written
          const { place, mark, words } = page.line(moment, names)
          return (
            <li key={seq}>
              <button
                type="button"
                onClick={() => pick(moment)}
                className="flex min-h-12 w-full items-center gap-2 py-1 text-left text-sm hover:bg-sunken"
              >
                <span className="w-8 shrink-0 font-semibold tabular-nums">{place ?? ''}</span>
                <span className={cn('shrink-0', page.marks === 'wide' ? 'w-14' : 'w-10')}>
                  {mark ? <BallMark tone={mark.tone} text={mark.text} /> : null}
                </span>
                <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{words}</span>
                {differ.has(seq) ? <Badge tone="bad">Differs</Badge> : null}
                {waiting.has(seq) ? <Badge tone="warn">To send</Badge> : null}
              </button>
            </li>
          )
        })}
      </ol>
      {all.length > shown ? (
        <Button look="quiet" wide onClick={() => setShown(shown + 10 * SHOWN)}>
          Show earlier entries
        </Button>
      ) : null}
    </section>
  )
}
