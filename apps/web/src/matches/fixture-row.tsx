import type { MatchCard } from '@gavel/api'
import { cn, LiveDot, TeamChip } from '@gavel/ui'
import Link from 'next/link'
import { ShortTime } from '../features/events/event-time.tsx'
import { paths } from '../paths.ts'

/** One match of an event in a list: who, when, and how it stands. The whole row leads to it. */
export function FixtureRow({ match }: { match: MatchCard }) {
  const { matchId, sides, startsAtMs, timeZone, venue, line, status, number } = match
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b py-3 last:border-b-0 hover:bg-raised">
      <div className="grid min-w-0 gap-1.5">
        {(['home', 'away'] as const).map((side) => {
          const { name, short, colour, team } = sides[side]
          return (
            <p key={side} className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-0.5">
              {team === null ? null : <TeamChip size="sm" shortName={short} name={name} colour={colour} />}
              <span className={cn('min-w-0 break-words', team === null && 'text-muted')}>{name}</span>
              {line?.[side] ? <span className="ml-auto pl-2 font-semibold tabular-nums">{line[side]}</span> : null}
            </p>
          )
        })}
      </div>
      <p className="grid min-w-20 justify-items-end gap-0.5 text-right text-sm text-muted">
        {status === 'live' ? <LiveDot /> : <span>{status === 'cancelled' ? 'Cancelled' : `Match ${number}`}</span>}
        <Link href={paths.match(matchId)} className="after:absolute after:inset-0">
          <span className="sr-only">
            {sides.home.name} v {sides.away.name},{' '}
          </span>
          {startsAtMs === null ? 'No time yet' : <ShortTime atMs={startsAtMs} timeZone={timeZone} />}
        </Link>
      </p>
      <p className="col-span-2 text-sm text-muted">
        {line?.result ? <span className="font-semibold text-ink">{capital(line.result)}</span> : venue}
      </p>
    </li>
  )
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`
