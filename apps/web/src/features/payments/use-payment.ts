'use client'

import type { PaymentView } from '@gavel/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { lookAgainMs } from './stands.ts'

const EVERY_MS = 2_000
/** A minute, then by a button. */
const ROUNDS = 30

/**
 * A payment as it stands, and Stripe asked for it again, each two seconds for a minute at most, while `asks` says that something is not known
 * yet. `round`: how often it was asked since the page came.
 */
export function usePayment(first: PaymentView, asks: (view: PaymentView, round: number) => boolean) {
  const { id } = first
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [round, setRound] = useState(0)
  const { data, dataUpdatedAt } = useQuery(
    trpc.payment.byId.queryOptions(
      { id },
      { initialData: first, refetchInterval: ({ state }) => lookAgainMs(state.data ?? first) ?? false },
    ),
  )
  const { mutate, error, isPending } = useMutation(
    trpc.payment.refresh.mutationOptions({
      onSuccess: (view) => queries.setQueryData(trpc.payment.byId.queryKey({ id }), view),
      onSettled: () => setRound((before) => before + 1),
    }),
  )
  const view = data ?? first
  const open = asks(view, round)
  const asking = open && round < ROUNDS
  useEffect(() => {
    if (!asking) return
    const timer = setTimeout(() => mutate({ id }), round === 0 ? 0 : EVERY_MS)
    return () => clearTimeout(timer)
  }, [asking, round, id, mutate])
  return {
    view,
    /** The server's clock less this device's. */
    offsetMs: view.nowMs - dataUpdatedAt,
    asking,
    /** Asked in vain; `again` asks once more for as long. */
    gaveUp: open && !asking && !isPending,
    again: () => setRound(0),
    error,
  }
}
