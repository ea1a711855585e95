import 'server-only'
import { AppError, type EventPage } from '@gavel/api'
import { TRPCError } from '@trpc/server'
import { cache } from 'react'
import { api } from '../../server/context.ts'
import { publicUrl } from '../../server/public-url.ts'
import { viewer } from '../account/viewer.ts'
import { firstEntryOf } from './first-entry.ts'

/** The event at this address; null where there is none, or none that the viewer may know of. */
export const loadEvent = cache(async (slug: string): Promise<EventPage | null> => {
  try {
    return await (await api()).event.bySlug({ slug })
  } catch (error) {
    const refused = error instanceof TRPCError ? error.cause : null
    if (refused instanceof AppError && refused.code === 'EVENT.NOT_FOUND') return null
    if (error instanceof TRPCError && error.code === 'BAD_REQUEST') return null
    throw error
  }
})

/** Everything that an event's page shows; null where there is no such event. */
export async function loadEventPage(slug: string) {
  const caller = await api()
  const event = await loadEvent(slug)
  if (!event) return null
  const auctionId = event.auction?.auctionId
  const me = await viewer()
  const [profile, mine, terms, roster, picture, matches, tables] = await Promise.all([
    me && caller.profile.mine(),
    caller.event.myRegistrations({ slug }),
    caller.event.entryTerms({ slug }),
    auctionId ? caller.auction.roster({ auctionId }).catch(() => null) : null,
    auctionId ? caller.auction.view({ auctionId }).catch(() => null) : null,
    caller.match.list({ slug }).catch(() => []),
    caller.match.tables({ slug }).catch(() => []),
  ])
  return {
    event,
    me,
    firstEntry: profile && firstEntryOf(profile),
    mine,
    terms,
    origin: publicUrl('/'),
    roster,
    state: picture?.state ?? null,
    matches,
    tables,
  }
}
