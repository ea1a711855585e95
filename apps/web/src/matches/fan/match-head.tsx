import { Badge, Button, LiveDot, Tooltip } from '@gavel/ui'
import { Eye, MapPin, PencilLine } from 'lucide-react'
import Link from 'next/link'
import { ShortTime } from '../../features/events/event-time.tsx'
import { paths } from '../../paths.ts'
import { lateWords } from '../../rooms/late-badge.tsx'
import type { MatchInfo } from './match-info.ts'
import { Share } from './share.tsx'

type MatchHeadProps = {
  info: MatchInfo
  phase: MatchInfo['status']
  delayMs: number
  watching: number
  mayScore: boolean
  /** The score in one line; null before it is begun. */
  line: string | null
}

/** Where we are: the event, the stage, when and where, whether it is live. */
export function MatchHead({ info, phase, delayMs, watching, mayScore, line }: MatchHeadProps) {
  const { event, sides, stage, venue, startsAtMs, timeZone } = info
  const title = `${sides.home.name} v ${sides.away.name}`
  return (
    <header className="grid gap-2 @4xl:col-span-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Phase phase={phase} />
        <Link href={paths.event(event.slug)} className="font-semibold break-words hover:underline">
          {event.name}
        </Link>
        <span className="text-muted">{stage}</span>
        {event.rehearsal ? (
          <Tooltip words="Nothing of it counts, and nothing of it stays">
            <Badge>Rehearsal</Badge>
          </Tooltip>
        ) : null}
        {delayMs > 0 && phase !== 'ended' ? <Badge>{lateWords(delayMs)}</Badge> : null}
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-1">
          <h1 className="text-xl break-words">{title}</h1>
          <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-muted">
            {startsAtMs === null ? (
              <span>Time to be announced</span>
            ) : (
              <ShortTime atMs={startsAtMs} timeZone={timeZone} />
            )}
            {venue ? (
              <span className="inline-flex min-w-0 items-center gap-1">
                <MapPin aria-hidden className="size-3.5 shrink-0" />
                {venue}
              </span>
            ) : null}
            {watching > 1 ? (
              <span className="inline-flex items-center gap-1 tabular-nums">
                <Eye aria-hidden className="size-3.5" />
                {watching.toLocaleString('en-IN')} watching
              </span>
            ) : null}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {mayScore && phase !== 'cancelled' ? (
            <Button asChild size="sm" look="ink">
              <Link href={paths.matchScore(info.matchId)}>
                <PencilLine aria-hidden className="size-4" />
                Score this match
              </Link>
            </Button>
          ) : null}
          <Share matchId={info.matchId} title={line ?? title} />
        </div>
      </div>
    </header>
  )
}

function Phase({ phase }: { phase: MatchInfo['status'] }) {
  switch (phase) {
    case 'scheduled':
      return <Badge>Not started</Badge>
    case 'live':
      return <LiveDot />
    case 'ended':
      return <Badge tone="ink">Finished</Badge>
    case 'cancelled':
      return <Badge tone="bad">Cancelled</Badge>
    default:
      return phase satisfies never
  }
}
