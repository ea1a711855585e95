'use client'

import { toast } from '@gavel/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { nanoid } from 'nanoid'
import { useState } from 'react'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import { issuesOf } from '../api-error.ts'
import { changesOf, type PlayerFormInput, type PlayerFormOutput } from './player-form-schema.ts'
import type { PlayerRow } from './player-row.ts'
import { PhotoRefused, sendPhoto } from './send-photo.ts'

type Saved = { is: 'saved' } | { is: 'refused'; fields: [keyof PlayerFormInput, string][] }

/**
 * Saves what the form of one player says: only what differs, then the photo. What was saved before a refusal stays saved, and is not
 * sent again.
 */
export function useSavePlayer(auctionId: string, player: PlayerRow | null) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const [photoError, setPhotoError] = useState<string | null>(null)
  /** Names the player who is being added: sending the form again after a broken answer adds nobody twice. */
  const [key, setKey] = useState(() => nanoid())

  const save = useMutation({
    mutationFn: async ({ given, photo }: { given: PlayerFormOutput; photo: File | 'none' | null }) => {
      const playerId = player ? await correct(player, given, photo === 'none') : await add(given)
      if (photo instanceof File) await sendPhoto(auctionId, photo, playerId)
      return playerId
    },
    onSettled: () => queries.invalidateQueries({ queryKey: trpc.players.pathKey() }),
  })

  async function add(given: PlayerFormOutput): Promise<string> {
    const { categories, formerTeam, ...said } = given
    const player = { ...said, ...(categories.length > 0 && { categories }) }
    const { playerId } = await client.players.add.mutate({ auctionId, key, player })
    if (formerTeam) await client.players.update.mutate({ auctionId, playerId, change: { formerTeam } })
    return playerId
  }

  async function correct(player: PlayerRow, given: PlayerFormOutput, withoutPhoto: boolean): Promise<string> {
    const { playerId } = player
    const { set, ...change } = changesOf(player, given)
    if (Object.keys(change).length > 0 || withoutPhoto) {
      await client.players.update.mutate({
        auctionId,
        playerId,
        change: { ...change, ...(withoutPhoto && { photoUrl: null }) },
      })
    }
    if (set) await client.players.move.mutate({ auctionId, playerId, set: { name: set }, before: null })
    return playerId
  }

  async function run(given: PlayerFormOutput, photo: File | 'none' | null): Promise<Saved> {
    setPhotoError(null)
    try {
      await save.mutateAsync({ given, photo })
      toast.success(player ? `${given.name} is saved` : `${given.name} is in the pool`)
      setKey(nanoid())
      return { is: 'saved' }
    } catch (error) {
      if (error instanceof PhotoRefused) {
        setPhotoError(`${error.message} Everything else is saved.`)
        return { is: 'refused', fields: [] }
      }
      const fields = Object.entries(issuesOf(error)).flatMap(([path, [words]]) => {
        const field = path.split('.').at(-1) as keyof PlayerFormInput
        return words && field in given ? [[field, words] as [keyof PlayerFormInput, string]] : []
      })
      return { is: 'refused', fields }
    }
  }

  return { run, isPending: save.isPending, error: photoError ? null : save.error, photoError }
}
