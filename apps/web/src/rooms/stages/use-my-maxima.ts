'use client'

import type { RouterOutputs } from '@gavel/api'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC } from '../../trpc/client.tsx'

type MyMaxima = RouterOutputs['auction']['myMaxima']

/** What the team has left with the server, from whichever device: no message of the room carries it, so it is asked for. */
export function useMyMaxima(auctionId: string, enabled = true): { mine: MyMaxima; again: () => Promise<void> } {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data } = useQuery(trpc.auction.myMaxima.queryOptions({ auctionId }, { enabled }))
  const again = useCallback(
    () => queries.invalidateQueries(trpc.auction.myMaxima.queryFilter({ auctionId })),
    [queries, trpc, auctionId],
  )
  return { mine: data ?? null, again }
}
