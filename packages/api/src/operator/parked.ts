import { countParked, listParked, type ParkedMessage } from '@gavel/db'
import { QUEUE_NAMES, type QueueName } from '@gavel/messaging'
import { z } from 'zod'
import { guardedProcedure } from '../trpc.ts'
import { type About, aboutMessage, readPayload } from './about.ts'

/** A parked message with what it is about. `mayReplay`: this version of Gavel can read it. */
export type ParkedItem = ParkedMessage & { about: About; mayReplay: boolean }

/** The last parked of all that are parked; `counts` by queue, none left out. */
export type ParkedPage = { items: ParkedItem[]; counts: { queue: QueueName; count: number }[] }

const SHOWN = 200

/** Messages that their queues gave up, the last first. */
export const parked = guardedProcedure('operator.queues')
  .input(z.strictObject({ queue: z.enum(QUEUE_NAMES).optional() }).default({}))
  .query(async ({ ctx: { services }, input }): Promise<ParkedPage> => {
    const messages = await listParked(services.mongo, { queue: input.queue, limit: SHOWN })
    // Counted after they were read, so that a message parked in between is never listed and not counted.
    const counts = await countParked(services.mongo)
    return {
      items: await Promise.all(
        messages.map(async (message) => ({
          ...message,
          about: await aboutMessage(services, message),
          mayReplay: readPayload(message.key, message.body) !== null,
        })),
      ),
      counts: QUEUE_NAMES.map((queue) => ({ queue, count: counts.get(queue) ?? 0 })),
    }
  })
