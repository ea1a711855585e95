import 'server-only'
import type { RuleSet } from '@gavel/auction'
import { cache } from 'react'
import { loadEvent } from '../events/load-event.ts'

/** What every page of the players' part needs to know of its event. */
export type PlayersDesk = {
  slug: string
  name: string
  timeZone: string
  auctionId: string
  rules: RuleSet
  /** Why the pool can no longer change; null where it can. */
  closed: string | null
}

/** The event of a players' page; null where there is none for the viewer, which the desk's layout says in words. */
export const loadPlayersDesk = cache(async (slug: string): Promise<PlayersDesk | null> => {
  const event = await loadEvent(slug)
  if (!event?.you.mayManage || !event.auction || !event.rules) return null
  const { auctionId, phase } = event.auction
  return {
    slug: event.slug,
    name: event.name,
    timeZone: event.timeZone,
    auctionId,
    rules: event.rules,
    closed: phase === 'ended' ? 'The auction has ended: its pool is fixed.' : null,
  }
})
