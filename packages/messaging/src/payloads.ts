import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/)

/**
 * What travels by each routing key. A message names what changed and its version, never the facts themselves: the consumer re-reads
 * them, so neither the order of messages nor their doubles matter (JOURNEY-3).
 */
export const payloads = {
  'registration.submitted': z.strictObject({
    registrationId: id,
    version: z.number().int().positive(),
  }),
  /** An auction is over and wholly archived, or its end was corrected. `version`: the seq of its last entry. */
  'auction.completed': z.strictObject({ auctionId: id, version: z.number().int().positive() }),
} as const

export type RoutingKey = keyof typeof payloads
export type Payload<Key extends RoutingKey> = z.infer<(typeof payloads)[Key]>

/** Whether a text read from a store is a routing key of this version of Gavel. */
export const isRoutingKey = (key: string): key is RoutingKey => Object.hasOwn(payloads, key)
