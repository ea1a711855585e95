'use client'

import { type MatchState, outcomeOf, sportOf } from '@gavel/scoring'
import { cn, LiveDot, TeamChip, TeamEdge, teamStyle } from '@gavel/ui'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { type MatchInfo, namesOf } from '../../matches/fan/match-info.ts'
import { sportPage } from '../../matches/fan/sport-pages.ts'
import { useMatch } from '../../matches/fan/use-match.ts'
import { useMoments } from '../../matches/fan/use-moments.ts'
import { paths } from '../../paths.ts'

export type ShownMatch = {
  info: MatchInfo
  /** Where it stood when the page was made, shown until the socket has joined. */
  match: MatchState | null
  /** Nobody plays it. */
  exhibition: boolean
}

type LiveMatchCardProps = { shown: ShownMatch; realtimeUrl: string; level?: 2 | 3 }

const asGuest = async () => null

/** A live match that is itself live: the score, what is asked and the last play, as it happens. One tap leads to all of it (MATCHPAGE-7). */
export function LiveMatchCard({ shown, realtimeUrl, level = 2 }: LiveMatchCardProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const { info } = shown
  const { matchId, sides, event, stage, sport } = info
  const { match, status } = useMatch({ matchId, realtimeUrl, begun: true, accessToken: asGuest }, shown.match)
  const names = useMemo(() => namesOf(info), [info])
  const page = sportPage(sport)
  const board = match && page.board(match.score, names)
  const last = useMoments(match)?.all.at(-1)
  const over = match ? outcomeOf(match.phase, sportOf(sport).outcome(match.score)).is === 'ended' : false
  return (
    <article className="relative grid content-start overflow-hidden rounded-card border bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:border-edge">
      <div className="grid gap-1 border-b px-5 py-4">
        <p className="flex min-h-5 flex-wrap items-center justify-between gap-3">
          {over ? <span className="text-sm font-semibold">Ended just now</span> : <LiveDot />}
          <span role="status" className="text-sm text-muted">
            {status.is === 'reconnecting' ? 'Reconnecting' : status.is === 'behind' ? 'Catching up' : null}
          </span>
        </p>
        <Heading className="text-base break-words">
          <Link href={paths.match(matchId)} className="outline-none after:absolute after:inset-0 after:z-10">
            {sides.home.name} v {sides.away.name}
          </Link>
        </Heading>
        <p className="text-sm text-muted">
          {event.name}, {stage.toLowerCase()}
        </p>
      </div>
      <ul>
        {(board?.rows ?? NO_ROWS).map(({ side, score, more, doing }) => (
          <li
            key={side}
            style={teamStyle(sides[side].colour)}
            className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-b py-2 pr-5"
          >
            <TeamEdge className={cn('rounded-none', doing === null && 'opacity-35')} />
            <span className="flex min-h-9 items-center">
              <TeamChip shortName={sides[side].short} name={sides[side].name} colour={sides[side].colour} />
            </span>
            <p className="flex flex-wrap items-baseline justify-end gap-x-2 tabular-nums">
              <span className={cn('leading-none font-bold', doing === null ? 'text-lg' : 'text-xl')}>
                {score ?? '–'}
              </span>
              {more ? <span className="text-sm text-muted">{more}</span> : null}
            </p>
          </li>
        ))}
      </ul>
      <div className="grid gap-1 px-5 py-4">
        <p className="font-semibold">{board?.says}</p>
        <p className="min-h-10 text-sm text-muted">{last ? page.line(last, names).words : null}</p>
        <p aria-hidden className="flex items-center justify-end gap-1.5 text-sm font-semibold">
          Watch
          <ArrowRight className="size-4" />
        </p>
      </div>
    </article>
  )
}

const NO_ROWS = (['home', 'away'] as const).map((side) => ({ side, score: null, more: null, doing: null }))
