import type { ConsumeMessage } from 'amqplib'

/** How often a message has been handed to its handler, this time included. */
export const ATTEMPT_HEADER = 'x-attempt'
/** What its handler last said. */
export const REASON_HEADER = 'x-reason'
/** A message that rests is sent by the name of its queue; this keeps the routing key that it first came with. */
export const KEY_HEADER = 'x-first-key'

/** The routing key that a message first came with. */
export const firstKeyOf = (message: ConsumeMessage): string =>
  String(message.properties.headers?.[KEY_HEADER] ?? message.fields.routingKey)
