'use client'

import type { RouterInputs, RouterOutputs } from '@gavel/api'
import { toast } from '@gavel/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '../../../trpc/client.tsx'
import { saidBy } from '../../api-error.ts'
import { isSameOrder, type OrderSet, withPlayerMoved, withSetMoved, withSetRenamed } from './order-model.ts'

export type Rule = RouterInputs['players']['arrange']['rule']
type Order = RouterOutputs['players']['order']

/** Changes that can be taken back, one after another. */
const REMEMBERED = 30

type Change = {
  /** What was done, to be read behind `Undo`: `moving Ravi P`. */
  what: string
  /** How the order looks at once, before the server has said so. */
  shown: (sets: OrderSet[]) => OrderSet[]
  send: () => Promise<unknown>
  /** A name is no place: undo would not bring it back. */
  keepsOrder?: boolean
}

/** The running order of an auction: shown as it will be at once, put back where the server says no, taken back step by step. */
export function useOrder(auctionId: string, initial: Order) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const key = trpc.players.order.queryKey({ auctionId })
  const order = useQuery(trpc.players.order.queryOptions({ auctionId }, { initialData: initial }))
  const [past, setPast] = useState<{ what: string; sets: OrderSet[] }[]>([])

  const change = useMutation({
    mutationFn: ({ send }: Change) => send(),
    onMutate: async ({ shown }) => {
      await queries.cancelQueries({ queryKey: key })
      const before = queries.getQueryData(key)
      queries.setQueryData(key, (now) => now && { ...now, sets: shown(now.sets) })
      return { before }
    },
    onSuccess: (_, { what, keepsOrder }, context) => {
      if (!keepsOrder && context.before) remember(what, context.before.sets)
    },
    onError: (_, __, context) => queries.setQueryData(key, context?.before),
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() }),
    // One after another: each is decided on the order that the one before it left.
    scope: { id: `order-${auctionId}` },
  })
  const undo = useMutation({
    mutationFn: ({ sets }: { what: string; sets: OrderSet[] }) =>
      client.players.setOrder.mutate({
        auctionId,
        sets: sets.map(({ id, players }) => ({ id, players })),
      }),
    onSuccess: (_, { what, sets }) => {
      queries.setQueryData(key, (now) => now && { ...now, sets })
      setPast((before) => before.slice(0, -1))
      toast.success(`Taken back: ${what}`)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() }),
  })

  const remember = (what: string, sets: OrderSet[]) =>
    setPast((before) => [...before, { what, sets }].slice(-REMEMBERED))
  const last = past.at(-1) ?? null

  return {
    sets: order.data.sets,
    arranged: order.data.arranged,
    error: change.error ?? undo.error,
    errorWords: change.error || undo.error ? saidBy(change.error ?? undo.error) : null,
    busy: undo.isPending,
    movePlayer: (
      player: { id: string; name: string },
      to: { id: string; name: string },
      before: string | null,
      isNew = false,
    ) => {
      const now = queries.getQueryData(key)?.sets ?? []
      if (!isNew && isSameOrder(now, withPlayerMoved(now, player.id, to, before))) return
      change.mutate({
        what: `moving ${player.name}`,
        shown: (sets) => withPlayerMoved(sets, player.id, to, before),
        send: () =>
          client.players.move.mutate({
            auctionId,
            playerId: player.id,
            set: isNew ? { name: to.name } : { id: to.id },
            before,
          }),
      })
    },
    moveSet: (set: OrderSet, before: string | null) =>
      change.mutate({
        what: `moving ${set.name}`,
        shown: (sets) => withSetMoved(sets, set.id, before),
        send: () => client.players.moveSet.mutate({ auctionId, set: set.id, before }),
      }),
    renameSet: (set: OrderSet, name: string) =>
      change.mutateAsync({
        what: `renaming ${set.name}`,
        shown: (sets) => withSetRenamed(sets, set.id, name),
        send: () => client.players.renameSet.mutate({ auctionId, set: set.id, name }),
        keepsOrder: true,
      }),
    /** Told by whoever arranged by a rule, with the order as it was before. */
    arrangedFrom: (what: string, before: OrderSet[]) => remember(what, before),
    last,
    undo: () => {
      if (last) undo.mutate(last)
    },
  }
}

export type OrderDesk = ReturnType<typeof useOrder>
