import { moveEvent } from '@gavel/db'
import { AppError } from '../errors.ts'
import { eventProcedure } from '../trpc.ts'
import { ensureAuction } from './create-event.ts'

/** Shows a draft to everybody and opens its registration. */
export const publish = eventProcedure('event.publish').mutation(async ({ ctx: { services, actor, event } }) => {
  const auctionId = await ensureAuction(services, actor.userId ?? 'system', event)
  if (!(await moveEvent(services.mongo, event.id, ['draft'], 'published'))) throw new AppError('EVENT.NOT_DRAFT')
  return { slug: event.slug, auctionId }
})
