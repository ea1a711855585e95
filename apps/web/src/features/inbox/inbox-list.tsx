'use client'

import type { InboxPage } from '@gavel/api'
import { Button, EmptyState, ErrorState } from '@gavel/ui'
import { CheckCheck, Settings2 } from 'lucide-react'
import Link from 'next/link'
import { paths } from '../../paths.ts'
import { saidBy } from '../api-error.ts'
import { InboxRow } from './inbox-row.tsx'
import { useInbox } from './use-inbox.ts'

type InboxListProps = { first: InboxPage; unread: number }

/** Everything that the reader was told, the newest first, with what is unread marked. */
export function InboxList({ first, unread: firstUnread }: InboxListProps) {
  const { items, unread, markRead, markAllRead, marking, failed, more, loadingMore } = useInbox(first, firstUnread)
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="grid gap-1">
          <h1 className="text-xl sm:text-2xl">Inbox</h1>
          <p role="status" className="text-sm text-muted tabular-nums">
            {unread > 0 ? `${unread} unread` : items.length > 0 ? 'Everything is read' : ''}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {items.length > 0 ? (
            <Button
              icon={<CheckCheck aria-hidden className="size-4" />}
              disabledReason={unread === 0 ? 'Everything is read' : null}
              busy={marking}
              onClick={markAllRead}
            >
              Mark all as read
            </Button>
          ) : null}
          <Button asChild>
            <Link href={paths.inboxSettings}>
              <Settings2 aria-hidden className="size-4" />
              Settings
            </Link>
          </Button>
        </div>
      </header>
      {failed ? <ErrorState title="That did not work" words={`${saidBy(failed)} Nothing was lost.`} /> : null}
      {items.length > 0 ? (
        <ul className="ruled" aria-label="Notifications">
          {items.map((item) => (
            <InboxRow key={item.id} item={item} onRead={() => markRead(item.id)} />
          ))}
        </ul>
      ) : (
        <EmptyState
          title="Nothing here yet"
          words="What concerns you arrives here: a registration that was confirmed, an appointment, a sale, your squad."
          action={
            <Button asChild look="primary">
              <Link href={paths.events}>See the events</Link>
            </Button>
          }
        />
      )}
      {more ? (
        <Button className="justify-self-center" busy={loadingMore} onClick={more}>
          {loadingMore ? 'Loading older ones' : 'Show older ones'}
        </Button>
      ) : null}
    </>
  )
}
