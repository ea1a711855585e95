import { metrics, withRequestId } from '@gavel/config'
import { bidMessage, commandMessage, type EdgeCode, joinMessage, leaveMessage, type Refused } from '@gavel/protocol'
import { refusedAtEdge } from './answers.ts'
import { placeBid } from './bid.ts'
import type { Client } from './client.ts'
import { runCommand } from './command.ts'
import { join, leave } from './join.ts'
import type { Services } from './services.ts'

type Handler = (client: Client, message: unknown, services: Services) => Promise<unknown>
type Answer = (reply: unknown) => void

type Schema<Message> = { safeParse(raw: unknown): { success: true; data: Message } | { success: false } }

/** Refuses what has not the message's shape; the handler sees only what has (ANSWER-2). */
const shaped =
  <Message>(
    schema: Schema<Message>,
    handle: (client: Client, message: Message, services: Services) => Promise<unknown>,
  ): Handler =>
  (client, raw, services) => {
    const parsed = schema.safeParse(raw)
    return parsed.success
      ? handle(client, parsed.data, services)
      : Promise.resolve(refuse('BAD_MESSAGE', raw, client, services))
  }

/** Every message that a client may send. */
const handlers = new Map<string, Handler>([
  ['bid', shaped(bidMessage, placeBid)],
  ['command', shaped(commandMessage, runCommand)],
  ['join', shaped(joinMessage, join)],
  ['leave', shaped(leaveMessage, leave)],
  ['clock', () => Promise.resolve({ nowMs: Date.now() })],
])

/**
 * Answers whatever this client sends, whatever it holds (ANSWER-1). `track` is told of every message under way, so that closing can wait
 * for its answer (SEND-6).
 */
export function listen(client: Client, services: Services, track: (work: Promise<void>) => void): void {
  client.socket.onAny((name: string, ...args: unknown[]) => {
    const answer = typeof args.at(-1) === 'function' ? (args.pop() as Answer) : () => {}
    const [message] = args
    const verdict = client.budget.take(performance.now())
    if (verdict === 'flood') client.close('TOO_MANY')
    // Whoever is being closed hears that for an answer, and asks again on the next connection.
    if (client.closing) answer(refuse(client.closing, message, client, services))
    else if (verdict !== 'read') answer(refuse('TOO_MANY', message, client, services))
    else track(handled(client, name, message, services).then(answer))
  })
}

async function handled(client: Client, name: string, message: unknown, services: Services): Promise<unknown> {
  const handler = handlers.get(name)
  if (!handler) return refuse('BAD_MESSAGE', message, client, services)
  const commandId = commandIdOf(message)
  try {
    // The command's own id is the request id of every line that is logged on its way.
    return commandId === null
      ? await handler(client, message, services)
      : await withRequestId(commandId, () => handler(client, message, services))
  } catch (error) {
    services.logger.error({ err: error, name }, 'A message could not be handled')
    return refuse('UNAVAILABLE', message, client, services)
  }
}

function refuse(code: EdgeCode, message: unknown, client: Client, { rooms }: Services): Refused {
  metrics.messagesRefused.inc({ code })
  const auctionId = fieldOf(message, 'auctionId')
  const [joined] = client.rooms
  return refusedAtEdge(code, commandIdOf(message), auctionId === null ? joined : rooms.peek(auctionId))
}

/** The id by which the client knows its command, where the message has a plain one. */
function commandIdOf(message: unknown): string | null {
  const commandId = fieldOf(message, 'commandId')
  return commandId !== null && /^[\w-]{8,40}$/.test(commandId) ? commandId : null
}

/** A text that a message holds, whatever else is wrong with it. */
function fieldOf(message: unknown, name: 'auctionId' | 'commandId'): string | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, name)) return null
  const value = (message as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
