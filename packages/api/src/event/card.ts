import { type Auction, type AuctionView, auctionById, type Event, type Mongo, viewsOf } from '@gavel/db'

/** An event as everybody sees it, with where its auction stands. Counts are a moment behind the live log. */
export type EventCard = Pick<
  Event,
  | 'slug'
  | 'name'
  | 'description'
  | 'startsAtMs'
  | 'timeZone'
  | 'venue'
  | 'ruleSetId'
  | 'currency'
  | 'status'
  | 'capacity'
  | 'taken'
  | 'rehearsal'
> & { auction: AuctionSummary | null }

export type AuctionSummary = {
  auctionId: string
  phase: AuctionView['phase']
  sold: number
  unsold: number
}

const summary = (auctionId: string, view: AuctionView | undefined, stored?: Auction | null): AuctionSummary => ({
  auctionId,
  phase: view?.phase ?? stored?.status ?? 'scheduled',
  sold: view?.sold ?? 0,
  unsold: view?.unsold ?? 0,
})

/** Cards of events, in the order given. */
export const cardsOf = async (mongo: Mongo, events: readonly Event[]): Promise<EventCard[]> => {
  const ids = events.flatMap(({ auctionId }) => auctionId ?? [])
  const views = new Map((await viewsOf(mongo, ids)).map((view) => [view.auctionId, view]))
  return events.map((event) => card(event, event.auctionId && summary(event.auctionId, views.get(event.auctionId))))
}

/** The card of one event. */
export const cardOf = async (mongo: Mongo, event: Event): Promise<EventCard> => {
  if (!event.auctionId) return card(event, null)
  const [[view], auction] = await Promise.all([viewsOf(mongo, [event.auctionId]), auctionById(mongo, event.auctionId)])
  return card(event, summary(event.auctionId, view, auction))
}

const card = (event: Event, auction: AuctionSummary | null | ''): EventCard => ({
  slug: event.slug,
  name: event.name,
  description: event.description,
  startsAtMs: event.startsAtMs,
  timeZone: event.timeZone,
  venue: event.venue,
  ruleSetId: event.ruleSetId,
  currency: event.currency,
  status: event.status,
  capacity: event.capacity,
  taken: event.taken,
  rehearsal: event.rehearsal,
  auction: auction || null,
})
