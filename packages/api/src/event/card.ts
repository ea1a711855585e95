import type { AuctionState } from '@gavel/auction'
import { type Auction, type AuctionView, auctionById, type Event, viewsOf } from '@gavel/db'
import { seenUntil } from '../auction/sight.ts'
import type { Context } from '../context.ts'
import { PRESENT, stateOf } from '../pool/state-of.ts'
import { subjectIn } from '../trpc.ts'

/** An event as everybody sees it, with where its auction stands: a moment behind the live log, or as late as the asker is shown it. */
export type EventCard = Pick<
  Event,
  | 'slug'
  | 'name'
  | 'description'
  | 'startsAtMs'
  | 'endsAtMs'
  | 'timeZone'
  | 'venue'
  | 'ruleSetId'
  | 'currency'
  | 'status'
  | 'cancelledReason'
  | 'shows'
  | 'delayMs'
  | 'approval'
  | 'capacity'
  | 'taken'
  | 'rehearsal'
  | 'sandboxOf'
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
export const cardsOf = async (ctx: Context, events: readonly Event[]): Promise<EventCard[]> => {
  const ids = events.flatMap(({ auctionId }) => auctionId ?? [])
  const views = new Map((await viewsOf(ctx.services.mongo, ids)).map((view) => [view.auctionId, view]))
  return Promise.all(
    events.map((event) =>
      cut(ctx, event, card(event, event.auctionId && summary(event.auctionId, views.get(event.auctionId)))),
    ),
  )
}

/** The card of one event. */
export const cardOf = async (ctx: Context, event: Event): Promise<EventCard> => {
  const { mongo } = ctx.services
  if (!event.auctionId) return card(event, null)
  const [[view], auction] = await Promise.all([viewsOf(mongo, [event.auctionId]), auctionById(mongo, event.auctionId)])
  return cut(ctx, event, card(event, summary(event.auctionId, view, auction)))
}

/** The same card as far as the asker may know it (LATE-2). Where that cannot be read now, it tells nothing of the auction. */
const cut = async (ctx: Context, event: Event, known: EventCard): Promise<EventCard> => {
  if (event.delayMs === 0 || !event.auctionId) return known
  const auction = await auctionById(ctx.services.mongo, event.auctionId)
  if (!auction) return known
  const untilMs = await seenUntil({ ...ctx, auction, event, subject: await subjectIn(ctx, event) })
  if (untilMs === PRESENT) return known
  const past = await stateOf(ctx.services, auction.id, untilMs).catch(() => null)
  const phase = past?.phase.is ?? 'scheduled'
  return {
    ...known,
    status: statusAt(event.status, phase),
    auction: { auctionId: auction.id, phase, sold: countOf(past, 'sold'), unsold: countOf(past, 'unsold') },
  }
}

/** An event's status follows its auction: so far as that may be known. */
const statusAt = (status: Event['status'], phase: AuctionState['phase']['is']): Event['status'] => {
  if (status !== 'live' && status !== 'finished') return status
  if (phase === 'scheduled') return 'published'
  return phase === 'ended' ? status : 'live'
}

const countOf = (state: AuctionState | null, is: 'sold' | 'unsold'): number =>
  Object.values(state?.players ?? {}).filter(({ status }) => status.is === is).length

const card = (event: Event, auction: AuctionSummary | null | ''): EventCard => ({
  slug: event.slug,
  name: event.name,
  description: event.description,
  startsAtMs: event.startsAtMs,
  endsAtMs: event.endsAtMs,
  timeZone: event.timeZone,
  venue: event.venue,
  ruleSetId: event.ruleSetId,
  currency: event.currency,
  status: event.status,
  cancelledReason: event.cancelledReason,
  shows: event.shows,
  delayMs: event.delayMs,
  approval: event.approval,
  capacity: event.capacity,
  taken: event.taken,
  rehearsal: event.rehearsal,
  sandboxOf: event.sandboxOf,
  auction: auction || null,
})
