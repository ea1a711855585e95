import type { Names, Side } from '@gavel/scoring'
import { cn } from '@gavel/ui'
import { ArrowLeftRight, CircleOff, Goal } from 'lucide-react'
import type { EventKind, TimelineEvent } from './events.ts'

type TimelineProps = { events: readonly TimelineEvent[]; names: Names }

/** The match from top to bottom: the home side on the left, the away side on the right, the minutes between them. */
export function Timeline({ events, names }: TimelineProps) {
  return (
    <ol aria-label="Timeline" className="grid">
      {events.map((event, at) =>
        event.is === 'end' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place
          <li key={at} className="flex items-center gap-3 py-2 text-sm text-muted">
            <span aria-hidden className="h-px flex-1 bg-line" />
            <span className="font-semibold tabular-nums">
              {event.words} {event.score.home}-{event.score.away}
            </span>
            <span aria-hidden className="h-px flex-1 bg-line" />
          </li>
        ) : (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an event is its place
            key={at}
            className="grid grid-cols-[minmax(0,1fr)_3.25rem_minmax(0,1fr)] items-start gap-x-2 py-1.5"
          >
            <span className="sr-only">{names.team(event.side)}: </span>
            {event.side === 'home' ? <Told event={event} side="home" /> : <span />}
            <span className="pt-0.5 text-center text-sm font-semibold text-muted tabular-nums">
              {event.minute || '·'}
            </span>
            {event.side === 'away' ? <Told event={event} side="away" /> : null}
          </li>
        ),
      )}
    </ol>
  )
}

type Shown = Extract<TimelineEvent, { is: 'event' }>

function Told({ event: { kind, words, score }, side }: { event: Shown; side: Side }) {
  const [who, ...rest] = words
  return (
    <div className={cn('flex min-w-0 items-start gap-2', side === 'home' && 'flex-row-reverse text-right')}>
      <Mark kind={kind} />
      <p className="min-w-0 break-words">
        <span className={cn(kind === 'goal' && 'font-semibold')}>{who}</span>
        {score ? (
          <span className="ml-2 font-bold tabular-nums">
            {score.home}-{score.away}
          </span>
        ) : null}
        {rest.map((one) => (
          <span key={one} className={cn('block', kind !== 'change' && 'text-sm text-muted')}>
            {one}
          </span>
        ))}
      </p>
    </div>
  )
}

/** A picture for the eye; the words beside it say the same. */
function Mark({ kind }: { kind: EventKind }) {
  switch (kind) {
    case 'goal':
      return <Goal aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
    case 'yellow':
      return <span aria-hidden className="mt-0.5 h-5 w-3.5 shrink-0 rounded-sm bg-warn" />
    case 'red':
      return <span aria-hidden className="mt-0.5 h-5 w-3.5 shrink-0 rounded-sm bg-bad" />
    case 'change':
      return <ArrowLeftRight aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
    default:
      return <CircleOff aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
  }
}
