import 'server-only'
import type { AuctionPage, CurrentDemo } from '@gavel/api'
import { api } from '../../server/context.ts'

/** The exhibition's present night where this room is one of its nights; null in every other room, and where it cannot be read now. */
export const demoOf = async ({ event }: Pick<AuctionPage, 'event'>): Promise<CurrentDemo | null> => {
  // Of all rehearsals these alone are listed and a copy of something.
  const isDemo = event.rehearsal && event.sandboxOf !== null && event.shows.listed
  return isDemo ? await (await api()).demo.current().catch(() => null) : null
}
