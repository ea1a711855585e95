'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../trpc/client.tsx'

const LOOK_MS = 60_000

/** How many notifications are unread: looked at each minute, or as often as is asked, and whenever the reader comes back to the page. */
export function useUnread(first: number, everyMs = LOOK_MS): number {
  const trpc = useTRPC()
  const { data } = useQuery(
    trpc.inbox.unread.queryOptions(undefined, {
      initialData: { unread: first },
      refetchInterval: everyMs,
      refetchOnWindowFocus: 'always',
    }),
  )
  return data.unread
}
