'use client'

import { toast } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import { withPlayerMoved } from './order/order-model.ts'
import type { ChosenSet } from './order/set-choice.tsx'
import type { PlayerRow } from './player-row.ts'

/** Moves many players to the end of a set, in one step of the log. Whoever is no longer waiting keeps the place. */
export function useMoveMany(auctionId: string, onMoved: () => void) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ players, set }: { players: PlayerRow[]; set: ChosenSet }) => {
      const movable = players.filter(({ status }) => status.is === 'waiting')
      const [first] = movable
      if (!first) return { moved: 0, stayed: players.length }
      // A new set begins with its first player; then it has an id to put the others into.
      const id = set.isNew ? (await client.players.move.mutate(beginning(auctionId, first, set))).setId : set.id
      const order = await client.players.order.query({ auctionId })
      const sets = movable.reduce(
        (before, { playerId }) => withPlayerMoved(before, playerId, { id, name: set.name }, null),
        order.sets,
      )
      await client.players.setOrder.mutate({
        auctionId,
        sets: sets.map(({ id, players }) => ({ id, players })),
      })
      return { moved: movable.length, stayed: players.length - movable.length }
    },
    onSuccess: ({ moved, stayed }, { set }) => {
      onMoved()
      toast.success(`${moved} ${moved === 1 ? 'player is' : 'players are'} in ${set.name}`, {
        ...(stayed > 0 && { description: `${stayed} who were called before stay where they are.` }),
      })
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() }),
  })
}

const beginning = (auctionId: string, { playerId }: PlayerRow, set: ChosenSet) => ({
  auctionId,
  playerId,
  set: { name: set.name },
  before: null,
})
