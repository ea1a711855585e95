import {
  attachAuction,
  type Event,
  type EventStatus,
  insertAuction,
  insertEvent,
  moveEvent,
  type NewEvent,
  newId,
} from '@gavel/db'
import { AppError } from '../errors.ts'
import { patiently } from '../log/patience.ts'
import type { Services } from '../services.ts'
import { slugOf } from './slug.ts'

export type NewEventWithAuction = Omit<
  NewEvent,
  'id' | 'slug' | 'status' | 'ruleSetId' | 'currency' | 'createdAtMs'
> & {
  /** Made from the name where null. */
  slug: string | null
  status: Extract<EventStatus, 'draft' | 'published'>
}

/**
 * Makes an event, its auction and the auction's live log, in this order. Where it stops half-way, {@link ensureAuction} goes on from
 * there: an event has one auction, and a log has one first entry, however often they are asked for.
 * @param by the user who creates it, in the log's first entry.
 * @throws AppError EVENT.SLUG_TAKEN, AUCTION.UNAVAILABLE
 */
export const createEvent = async (
  services: Pick<Services, 'mongo' | 'log'>,
  by: string,
  { slug, status, ...fields }: NewEventWithAuction,
): Promise<Event & { auctionId: string }> => {
  const address = slug ?? slugOf(fields.name)
  const event = await insertEvent(services.mongo, {
    ...fields,
    id: newId(),
    slug: address,
    // Nobody but its staff sees an event that has no auction yet.
    status: 'draft',
    ruleSetId: fields.rules.id,
    currency: fields.rules.currency,
    createdAtMs: Date.now(),
  })
  if (!event) throw new AppError('EVENT.SLUG_TAKEN', { slug: address })
  const auctionId = await ensureAuction(services, by, event)
  if (status !== 'draft') await moveEvent(services.mongo, event.id, ['draft'], status)
  return { ...event, status, auctionId }
}

/**
 * Gives an event its auction with a live log, once, played by the event's own rules; repeating it answers the same one.
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const ensureAuction = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  by: string,
  event: Pick<Event, 'id' | 'auctionId' | 'rules'>,
): Promise<string> => {
  if (event.auctionId) return event.auctionId
  const { rules } = event
  const auction = await insertAuction(mongo, { id: newId(), eventId: event.id, rules, createdAtMs: Date.now() })
  const reply = await patiently(() => log.create(auction.id, auction.rules, by))
  if (!reply.ok) throw new AppError('AUCTION.UNAVAILABLE')
  await attachAuction(mongo, event.id, auction.id)
  return auction.id
}
