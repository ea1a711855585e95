'use client'

import { useState } from 'react'
import { useTRPCClient } from '../../trpc/client.tsx'
import { appCodeOf, saidBy } from '../api-error.ts'
import { momentFromLocal } from '../events/when.ts'
import type { EventFormOutput } from './event-form-schema.ts'

export type Creation =
  | { is: 'idle' }
  | { is: 'busy'; doing: string }
  | { is: 'failed'; words: string; field: 'slug' | 'auctioneers' | null }
  /** The event is there; `missing` says which teams are not, and why. */
  | { is: 'made'; slug: string; missing: { name: string; words: string }[] }

/** Makes an event, then its teams one after another, so that what fails is named and what was made stays made. */
export function useCreateEvent() {
  const api = useTRPCClient()
  const [creation, setCreation] = useState<Creation>({ is: 'idle' })

  async function create(event: EventFormOutput): Promise<Creation> {
    setCreation({ is: 'busy', doing: 'Creating the event' })
    const ended = await createEvent(api, event, (doing) => setCreation({ is: 'busy', doing }))
    setCreation(ended)
    return ended
  }

  return { creation, create }
}

async function createEvent(
  api: ReturnType<typeof useTRPCClient>,
  { startsAt, players, places, teams, ...fields }: EventFormOutput,
  progress: (doing: string) => void,
): Promise<Creation> {
  const startsAtMs = momentFromLocal(startsAt, fields.timeZone)
  if (startsAtMs === null) return { is: 'failed', words: 'Say when it starts.', field: null }
  let made: { slug: string; auctionId: string }
  try {
    made = await api.event.create.mutate({ ...fields, startsAtMs, capacity: { players, teams: places } })
  } catch (error) {
    const code = appCodeOf(error)
    const field = code === 'EVENT.SLUG_TAKEN' ? 'slug' : code === 'AUTH.NO_SUCH_PERSON' ? 'auctioneers' : null
    return { is: 'failed', words: saidBy(error), field }
  }
  const missing: { name: string; words: string }[] = []
  for (const { owner, ...team } of teams) {
    progress(`Adding ${team.name}`)
    try {
      await api.auction.addTeam.mutate({ auctionId: made.auctionId, ...team, owners: owner ? [owner] : [] })
    } catch (error) {
      missing.push({ name: team.name, words: saidBy(error) })
    }
  }
  return { is: 'made', slug: made.slug, missing }
}
