import 'server-only'
import type { EventCard } from '@gavel/api'
import { api } from '../../server/context.ts'
import type { ShownAuction } from './home-page.tsx'

/** Results shown on the home page; the rest is on the list of events. */
const RESULTS = 6

/** Everything the home page shows. A card whose auction cannot be read now is shown with what is known. */
export async function loadHome(): Promise<{ live: ShownAuction[]; next: EventCard[]; past: ShownAuction[] }> {
  const caller = await api()
  const { live, next, past } = await caller.event.list()
  const shown = async (event: EventCard): Promise<ShownAuction[]> => {
    const auctionId = event.auction?.auctionId
    if (!auctionId) return []
    const [roster, picture] = await Promise.all([
      caller.auction.roster({ auctionId }).catch(() => null),
      caller.auction.view({ auctionId }).catch(() => null),
    ])
    return [{ event, auctionId, roster, state: picture?.state ?? null }]
  }
  const all = async (events: EventCard[]) => (await Promise.all(events.map(shown))).flat()
  const [liveShown, pastShown] = await Promise.all([all(live), all(past.slice(0, RESULTS))])
  return { live: liveShown, next, past: pastShown }
}
