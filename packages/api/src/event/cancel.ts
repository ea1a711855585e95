import {
  auctionById,
  type Event,
  eventById,
  listRegistrations,
  moveEvent,
  newId,
  type Registration,
  setAuctionStatus,
  teamsOf,
} from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { notify } from '../inbox/notify.ts'
import { command } from '../log/command.ts'
import { liveStateOf } from '../pool/state-of.ts'
import { actOn } from '../registration/act.ts'
import { rejectEach } from '../registration/decide.ts'
import { entryOf } from '../registration/entry.ts'
import { MAX_ENTRIES, stands } from '../registration/standing.ts'
import type { Services } from '../services.ts'
import { eventProcedure } from '../trpc.ts'

export const cancelInput = z.object({ reason: z.string().trim().min(3).max(500) })

/**
 * Cancels an event: its auction ends where it was not over, entries that were not decided are turned away kindly, and everybody concerned
 * is told with the reason. Not while a player is up for sale. Repeating it completes what a crash left open, with the first reason.
 */
export const cancel = eventProcedure('event.close')
  .input(cancelInput)
  .mutation(async ({ ctx: { services, actor, event }, input }): Promise<{ slug: string; reason: string }> => {
    const by = actor.userId ?? 'system'
    if (event.status === 'finished') throw new AppError('EVENT.OVER', { status: 'finished' })
    await refuseOpenLot(services, event)
    const published = event.status !== 'draft'
    await moveEvent(services.mongo, event.id, ['draft', 'published', 'live'], 'cancelled', {
      cancelledReason: input.reason,
    })
    const cancelled = await eventById(services.mongo, event.id)
    if (cancelled?.status !== 'cancelled') throw new AppError('EVENT.OVER', { status: cancelled?.status ?? 'gone' })
    const reason = cancelled.cancelledReason ?? input.reason
    await endAuction(services, event, by)
    if (published) await tellEverybody(services, cancelled, reason, by)
    return { slug: event.slug, reason }
  })

const refuseOpenLot = async (services: Services, { auctionId, status }: Event): Promise<void> => {
  const auction = auctionId && status !== 'cancelled' ? await auctionById(services.mongo, auctionId) : null
  if (!auction || auction.status === 'ended') return
  if ((await liveStateOf(services, auction.id)).lot) throw new AppError('EVENT.LOT_OPEN')
}

const endAuction = async ({ mongo, log }: Services, { auctionId }: Event, by: string): Promise<void> => {
  const auction = auctionId ? await auctionById(mongo, auctionId) : null
  if (!auction || auction.status === 'ended') return
  await command(log, auction, by, `end-${newId()}`, { type: 'EndAuction' }, ['ENDED'])
  await setAuctionStatus(mongo, auction.id, 'ended')
}

const tellEverybody = async (services: Services, event: Event, reason: string, by: string): Promise<void> => {
  const { mongo } = services
  const [registrations, teams] = await Promise.all([
    listRegistrations(mongo, { eventId: event.id }, MAX_ENTRIES),
    event.auctionId ? teamsOf(mongo, event.auctionId) : [],
  ])
  const title = `${event.name} was cancelled`
  const undecided = registrations.filter(({ status }) => stands(status) && status !== 'confirmed')
  await rejectEach(
    services,
    event,
    undecided.map(({ id }) => id),
    { by, reason: `The event was cancelled: ${reason}`, title },
  )
  await returnPayments(services, registrations, by)
  const told = new Set(undecided.map(({ userId }) => userId))
  const concerned = [
    ...event.organiserIds,
    ...event.auctioneerIds,
    ...event.scorerIds,
    ...teams.flatMap(({ ownerIds }) => ownerIds),
    ...registrations.filter(({ status }) => status === 'confirmed').map(({ userId }) => userId),
  ].filter((userId) => userId !== by && !told.has(userId))
  await notify(services, {
    userIds: concerned,
    kind: 'event',
    key: `cancelled:${event.id}`,
    title,
    words: reason,
    href: `/events/${event.slug}`,
  })
}

/** Whoever has paid for an event that does not take place is taken out of it, and gets everything back. */
const returnPayments = async (
  services: Services,
  registrations: readonly Registration[],
  by: string,
): Promise<void> => {
  for (const registration of registrations) {
    if (registration.status !== 'confirmed' || registration.memberOf !== null) continue
    if (entryOf(registration).seats.some(({ payment }) => payment !== null))
      await actOn(services, registration.id, { type: 'Withdraw', by, asOrganiser: true }, { reason: CANCELLED })
  }
}

const CANCELLED = 'The event was cancelled: what was paid goes back.'
