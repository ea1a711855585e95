'use client'

import type { InboxItem, InboxPage, RouterInputs } from '@gavel/api'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import { useUnread } from './use-unread.ts'

type Pages = { pages: InboxPage[]; pageParams: (string | null)[] }

/** Whoever has the inbox open waits for something. */
const WAITING_MS = 10_000

/** The reader's inbox, page by page, with marks that show at once and are taken back where they could not be stored. */
export function useInbox(firstPage: InboxPage, firstUnread: number) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const cache = useQueryClient()
  const listKey = useMemo(() => [...trpc.inbox.list.pathKey(), 'pages'], [trpc])
  const unreadKey = trpc.inbox.unread.queryKey()
  const unread = useUnread(firstUnread, WAITING_MS)

  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam }) => client.inbox.list.query({ cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [firstPage], pageParams: [null] },
  })
  const items = list.data.pages.flatMap((page) => page.items)

  // Something arrived, or was read on another screen.
  const before = useRef(unread)
  useEffect(() => {
    if (before.current === unread) return
    before.current = unread
    cache.invalidateQueries({ queryKey: listKey })
  }, [unread, cache, listKey])

  const mark = useMutation({
    mutationFn: (which: RouterInputs['inbox']['markRead']) => client.inbox.markRead.mutate(which),
    onMutate: async (which) => {
      await Promise.all([cache.cancelQueries({ queryKey: listKey }), cache.cancelQueries({ queryKey: unreadKey })])
      const kept = cache.getQueryData<Pages>(listKey)
      const nowMs = Date.now()
      const chosen = (item: InboxItem) => !('ids' in which) || which.ids.includes(item.id)
      const read = (item: InboxItem) => (item.readAtMs === null && chosen(item) ? { ...item, readAtMs: nowMs } : item)
      cache.setQueryData<Pages>(listKey, (old) =>
        old ? { ...old, pages: old.pages.map((page) => ({ ...page, items: page.items.map(read) })) } : old,
      )
      return { kept }
    },
    onSuccess: (left) => {
      before.current = left.unread
      cache.setQueryData(unreadKey, left)
    },
    onError: (_error, _which, context) => {
      if (context?.kept) cache.setQueryData(listKey, context.kept)
    },
  })

  return {
    items,
    unread,
    markRead: (id: string) => mark.mutate({ ids: [id] }),
    /** What is on the screen: what has come since stays unread. */
    markAllRead: () => mark.mutate({ all: true, ...(items[0] ? { upToMs: items[0].createdAtMs } : {}) }),
    marking: mark.isPending,
    failed: mark.error ?? list.error,
    more: list.hasNextPage ? () => list.fetchNextPage() : null,
    loadingMore: list.isFetchingNextPage,
  }
}
