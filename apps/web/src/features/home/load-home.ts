import 'server-only'
import type { EventCard, LiveMatch } from '@gavel/api'
import { infoOf } from '../../matches/fan/load-match.ts'
import { api } from '../../server/context.ts'
import type { ShownDemo } from './exhibition.tsx'
import type { ShownAuction } from './home-page.tsx'
import type { ShownMatch } from './match-card.tsx'

/** Results shown on the home page; the rest is on the list of events. */
const RESULTS = 6

/** Live matches shown there at once, beside the exhibition: each has a socket of its own. */
const MATCHES = 6

/** Everything the home page shows. A card whose auction cannot be read now is shown with what is known. */
export async function loadHome(): Promise<{
  live: ShownAuction[]
  next: EventCard[]
  past: ShownAuction[]
  matches: ShownMatch[]
  demo: ShownDemo | null
}> {
  const caller = await api()
  const [{ live, next, past }, night, liveMatches] = await Promise.all([
    caller.event.list(),
    caller.demo.current().catch(() => null),
    caller.match.live().catch(() => []),
  ])
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
  const showDemo = async (): Promise<ShownDemo | null> => {
    if (!night) return null
    const { auctionId } = night
    const [roster, picture] = await Promise.all([
      caller.auction.roster({ auctionId }).catch(() => null),
      caller.auction.view({ auctionId }).catch(() => null),
    ])
    return roster && { night, roster, state: picture?.state ?? null }
  }
  const played = liveMatches.filter(({ exhibition }) => !exhibition)
  const friendly = liveMatches.filter(({ exhibition }) => exhibition)
  const showMatch = async ({ matchId, exhibition }: LiveMatch): Promise<ShownMatch[]> => {
    const [page, picture] = await Promise.all([
      caller.match.byId({ matchId }).catch(() => null),
      caller.match.view({ matchId }).catch(() => null),
    ])
    return page ? [{ info: infoOf(page), match: picture?.state ?? null, exhibition }] : []
  }
  const [liveShown, pastShown, demo, matches] = await Promise.all([
    all(live),
    all(past.slice(0, RESULTS)),
    showDemo(),
    Promise.all([...played.slice(0, MATCHES), ...friendly].map(showMatch)),
  ])
  return { live: liveShown, next, past: pastShown, matches: matches.flat(), demo }
}
