'use client'

import type { InboxItem } from '@gavel/api'
import { Button, cn, Tooltip } from '@gavel/ui'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { useSyncExternalStore } from 'react'
import { useViewerZone } from '../events/event-time.tsx'
import { momentIn } from '../events/when.ts'
import { ago } from './ago.ts'
import { KINDS } from './kinds.ts'

type InboxRowProps = { item: InboxItem; onRead: () => void }

/** One notification: the whole row leads to what it is about, and being opened it is read. */
export function InboxRow({ item, onRead }: InboxRowProps) {
  const { kind, title, words, href, createdAtMs, readAtMs } = item
  const { Icon } = KINDS[kind]
  const unread = readAtMs === null
  return (
    <li className="relative flex items-start gap-3 border-b py-4 last:border-b-0 hover:bg-raised sm:gap-4 sm:px-3">
      <span
        aria-hidden
        className={cn(
          'relative mt-0.5 grid size-10 shrink-0 place-items-center rounded-card border bg-raised text-muted',
          unread && 'border-accent text-accent',
        )}
      >
        <Icon className="size-5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h2 className={cn('text-base break-words', unread ? 'font-bold' : 'font-normal')}>
          <Link href={href} onClick={unread ? onRead : undefined} className="after:absolute after:inset-0">
            {title}
            {unread ? <span className="sr-only">, unread</span> : null}
          </Link>
        </h2>
        <p className={cn('text-sm break-words', unread ? 'text-ink' : 'text-muted')}>{words}</p>
        <When atMs={createdAtMs} />
      </div>
      {unread ? (
        <Tooltip words="Mark as read">
          <Button
            look="quiet"
            size="icon"
            className="relative -mr-2 sm:mr-0"
            aria-label={`Mark as read: ${title}`}
            onClick={onRead}
          >
            <Check aria-hidden className="size-5" />
          </Button>
        </Tooltip>
      ) : null}
    </li>
  )
}

const MINUTE_MS = 60_000
const eachMinute = (changed: () => void) => {
  const timer = setInterval(changed, MINUTE_MS)
  return () => clearInterval(timer)
}
const minuteNow = () => Math.floor(Date.now() / MINUTE_MS)
const noMinute = () => null

function When({ atMs }: { atMs: number }) {
  const zone = useViewerZone()
  const minute = useSyncExternalStore(eachMinute, minuteNow, noMinute)
  const moment = momentIn(atMs, zone ?? 'UTC')
  const full = `${moment.weekday} ${moment.date}, ${moment.time}`
  return (
    <time dateTime={new Date(atMs).toISOString()} title={full} className="text-sm text-muted tabular-nums">
      {(minute !== null && ago(atMs, (minute + 1) * MINUTE_MS - 1)) || `${moment.shortDate}, ${moment.time}`}
    </time>
  )
}
