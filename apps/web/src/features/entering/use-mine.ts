'use client'

import type { MyRegistration } from '@gavel/api'
import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../trpc/client.tsx'

/** Puts what became of one of the viewer's entries where the event's page shows it. */
export function usePutMine(slug: string) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return (changed: MyRegistration) =>
    queries.setQueryData(trpc.event.myRegistrations.queryKey({ slug }), (before) =>
      before?.map((one) => (one.id === changed.id ? changed : one)),
    )
}
