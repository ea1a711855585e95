import { type ParkedMessage, parkedById, removeParked } from '@gavel/db'
import { PublishError } from '@gavel/messaging'
import { z } from 'zod'
import { readPayload } from './about.ts'
import { noteDeed, queueProcedure } from './audited.ts'

const input = z.strictObject({ ids: z.array(z.string().max(40)).min(1).max(200) })

/** What became of each: `done`, or why it stays. Ids that are no longer parked are in neither. */
export type Settled = { done: string[]; kept: { id: string; why: string }[] }

const MAX_BODY = 2_000

const factsOf = ({ queue, key, body, reason, attempts, times }: ParkedMessage) => ({
  queue,
  key,
  body: body.slice(0, MAX_BODY),
  reason,
  attempts,
  times,
})

/**
 * Sends parked messages once more, under the key that they first came with. A message leaves the parked ones when the broker has
 * confirmed it; a crash between the two sends it twice, which consumers bear.
 */
export const replayParked = queueProcedure.input(input).mutation(async ({ ctx, input: { ids } }): Promise<Settled> => {
  const { mongo, publisher, logger } = ctx.services
  const settled: Settled = { done: [], kept: [] }
  for (const id of new Set(ids)) {
    const message = await parkedById(mongo, id)
    if (!message) continue
    const readable = readPayload(message.key, message.body)
    if (!readable) {
      settled.kept.push({ id, why: 'This version of Gavel cannot read it.' })
      continue
    }
    await noteDeed(ctx, 'replayParked', `message:${id}`, factsOf(message))
    try {
      await publisher.publish(readable.key, readable.payload, `replay-${id}`)
    } catch (error) {
      if (!(error instanceof PublishError)) throw error
      logger.warn({ err: error, parkedId: id }, 'A parked message could not be sent again')
      settled.kept.push({ id, why: 'RabbitMQ did not take it just now.' })
      continue
    }
    await removeParked(mongo, message)
    settled.done.push(id)
  }
  return settled
})

/** Throws parked messages away. One that was parked again since it was read stays. */
export const discardParked = queueProcedure.input(input).mutation(async ({ ctx, input: { ids } }): Promise<Settled> => {
  const { mongo } = ctx.services
  const settled: Settled = { done: [], kept: [] }
  for (const id of new Set(ids)) {
    const message = await parkedById(mongo, id)
    if (!message) continue
    await noteDeed(ctx, 'discardParked', `message:${id}`, factsOf(message))
    if (await removeParked(mongo, message)) settled.done.push(id)
    else if (await parkedById(mongo, id)) settled.kept.push({ id, why: 'It was parked once more meanwhile.' })
  }
  return settled
})
