import { type Logger, metrics, withRequestId } from '@gavel/config'
import type { EdgeCode } from '@gavel/protocol'
import type { NoteDenial } from '../identity/denials.ts'
import type { Client } from './client.ts'

type Speaker = Pick<Client, 'socket' | 'budget' | 'close' | 'closing' | 'actor'>

type Handler<C> = (client: C, message: unknown) => Promise<unknown>
type Answer = (reply: unknown) => void

type Schema<Message> = { safeParse(raw: unknown): { success: true; data: Message } | { success: false } }

/** What a namespace takes, and how it says no before any log is asked. */
export type Door<C> = {
  readonly handlers: ReadonlyMap<string, Handler<C>>
  /** @param commandId as the message has it, where it has a plain one */
  refuse(code: EdgeCode, message: unknown, commandId: string | null, client: C): unknown
  readonly logger: Logger
  /** What a message is about, for the audit: `auction:ID`. */
  subjectOf(message: unknown): string
}

/** A handler that is handed only what has the message's shape (ANSWER-2). */
export const shaped =
  <C, Message>(
    schema: Schema<Message>,
    handle: (client: C, message: Message) => Promise<unknown>,
    refuse: (client: C, raw: unknown) => unknown,
  ): Handler<C> =>
  (client, raw) => {
    const parsed = schema.safeParse(raw)
    return parsed.success ? handle(client, parsed.data) : Promise.resolve(refuse(client, raw))
  }

/**
 * Answers whatever this client sends, whatever it holds (ANSWER-1). `track` is told of every message under way, so that closing can wait
 * for its answer (SEND-6).
 */
export function listen<C extends Speaker>(
  client: C,
  door: Door<C>,
  { track, denied }: { track: (work: Promise<void>) => void; denied: NoteDenial },
): void {
  client.socket.onAny((name: string, ...args: unknown[]) => {
    const answer = typeof args.at(-1) === 'function' ? (args.pop() as Answer) : () => {}
    const [message] = args
    const verdict = client.budget.take(performance.now())
    if (verdict === 'flood') client.close('TOO_MANY')
    // Whoever is being closed hears that for an answer, and asks again on the next connection.
    if (client.closing) answer(refused(door, client.closing, message, client))
    else if (verdict !== 'read') answer(refused(door, 'TOO_MANY', message, client))
    else
      track(
        handled(door, client, name, message).then((reply) => {
          if (isForbidden(reply)) denied(client.actor, `socket.${name}`, door.subjectOf(message))
          answer(reply)
        }),
      )
  })
}

const isForbidden = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'code' in reply && reply.code === 'FORBIDDEN'

async function handled<C>(door: Door<C>, client: C, name: string, message: unknown): Promise<unknown> {
  const handler = door.handlers.get(name)
  if (!handler) return refused(door, 'BAD_MESSAGE', message, client)
  const commandId = commandIdOf(message)
  try {
    // The command's own id is the request id of every line that is logged on its way.
    return commandId === null
      ? await handler(client, message)
      : await withRequestId(commandId, () => handler(client, message))
  } catch (error) {
    door.logger.error({ err: error, name }, 'A message could not be handled')
    return refused(door, 'UNAVAILABLE', message, client)
  }
}

/** Says no at the door, and counts it. */
export function refused<C>(door: Pick<Door<C>, 'refuse'>, code: EdgeCode, message: unknown, client: C): unknown {
  metrics.messagesRefused.inc({ code })
  return door.refuse(code, message, commandIdOf(message), client)
}

/** The id by which the client knows its command, where the message has a plain one. */
function commandIdOf(message: unknown): string | null {
  const commandId = textIn(message, 'commandId')
  return commandId !== null && /^[\w-]{8,40}$/.test(commandId) ? commandId : null
}

/** A text that a message holds, whatever else is wrong with it. */
export function textIn(message: unknown, name: string): string | null {
  if (typeof message !== 'object' || message === null || !Object.hasOwn(message, name)) return null
  const value = (message as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : null
}
