'use client'

import { Button } from '@gavel/ui'
import { Bell } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { paths } from '../../paths.ts'
import { useUnread } from './use-unread.ts'

/** The way to the inbox, with how much of it is unread. */
export function InboxLink({ unread: first }: { unread: number }) {
  const unread = useUnread(first)
  const here = usePathname() === paths.inbox
  return (
    <Button look="quiet" size="icon" asChild>
      <Link href={paths.inbox} aria-current={here ? 'page' : undefined}>
        <Bell aria-hidden className="size-5" />
        <span className="sr-only">Inbox{unread > 0 ? `, ${unread} unread` : ''}</span>
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute top-0 right-0 inline-flex h-5 min-w-5 items-center justify-center rounded-full border-2 border-surface bg-accent px-1 text-xs leading-none font-bold text-on-accent tabular-nums"
          >
            {unread > 99 ? '99+' : unread}
          </span>
        ) : null}
      </Link>
    </Button>
  )
}
