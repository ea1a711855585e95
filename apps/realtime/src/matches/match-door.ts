import { type Logger, metrics } from '@gavel/config'
import type { LogReply, MatchLog, MatchLogs } from '@gavel/livelog'
import {
  type EdgeCode,
  MATCH_EDGE_REFUSALS,
  type MatchCommandMessage,
  type MatchJoinMessage,
  type MatchJoinReply,
  type MatchLeaveMessage,
  type MatchRefused,
  type MatchReply,
  matchCommandMessage,
  matchJoinMessage,
  matchLeaveMessage,
  type ScorerCommand,
  scorerCommand,
} from '@gavel/protocol'
import { type MatchCommand, matchRefusalWords } from '@gavel/scoring'
import type { MatchRoles } from '../roles.ts'
import type { Rooms } from '../rooms/rooms.ts'
import { type Door, refused, shaped, textIn } from '../sockets/listen.ts'
import type { MatchClient } from './match-client.ts'
import type { MatchHall } from './match-hall.ts'
import type { MatchRoom } from './match-room.ts'

type MatchRooms = Rooms<MatchLog, MatchHall>

/** What the handlers of a match's messages work with. */
export type MatchServices = {
  readonly log: MatchLogs
  readonly rooms: MatchRooms
  readonly roles: MatchRoles
  /** Called when a confirmed result was taken back: the log goes on, and is followed again. */
  readonly onReopened: (matchId: string) => Promise<void>
  readonly logger: Logger
}

/** A refusal that comes before any log was asked. `room`: the match that the message is about, where it is open here. */
const refusedAtEdge = (code: EdgeCode, commandId: string | null, room?: MatchRoom): MatchRefused => {
  const [seq, nowMs] = [room?.state.seq ?? 0, room?.nowMs() ?? Date.now()]
  return { ok: false, commandId, code, words: MATCH_EDGE_REFUSALS[code], refusal: null, seq, nowMs }
}

/** Every message that a client of a match may send. */
export function matchDoor(services: MatchServices): Door<MatchClient> {
  const { rooms, logger } = services
  const refuse: Door<MatchClient>['refuse'] = (code, message, commandId, client) => {
    const matchId = textIn(message, 'matchId')
    return refusedAtEdge(code, commandId, matchId === null ? watched(client) : rooms.peek(matchId)?.standing(client))
  }
  const takes = <Message>(
    schema: Parameters<typeof shaped<MatchClient, Message>>[0],
    handle: (client: MatchClient, message: Message, services: MatchServices) => Promise<unknown>,
  ) =>
    shaped(
      schema,
      (client: MatchClient, message: Message) => handle(client, message, services),
      (client, raw) => refused({ refuse }, 'BAD_MESSAGE', raw, client),
    )
  return {
    refuse,
    logger,
    subjectOf: (message) => `match:${textIn(message, 'matchId') ?? ''}`,
    handlers: new Map([
      ['command', takes(matchCommandMessage, command)],
      ['join', takes(matchJoinMessage, join)],
      ['leave', takes(matchLeaveMessage, leave)],
      ['clock', (client: MatchClient) => Promise.resolve({ nowMs: watched(client)?.nowMs() ?? Date.now() })],
    ]),
  }
}

const watched = (client: MatchClient): MatchRoom | undefined => {
  const [hall] = client.halls
  return hall?.standing(client)
}

/** Lets a client into a match and brings it up to date (MATCHLIVE-4, MATCHLIVE-5). */
async function join(
  client: MatchClient,
  message: MatchJoinMessage,
  { rooms, roles }: MatchServices,
): Promise<MatchJoinReply> {
  const { matchId, as } = message
  const hall = await rooms.of(matchId)
  if (!hall) return refusedAtEdge('NOT_FOUND', null)
  if (!(await roles.mayWatch(matchId, client.actor))) return refusedAtEdge('FORBIDDEN', null)
  const mayScore = as !== 'public' && (await roles.mayScore(matchId, client.actor))
  await hall.delayBy(await roles.delayMs(matchId))
  if (client.closing || !client.socket.connected) return refusedAtEdge('UNAVAILABLE', null)
  const reply = hall.join(client, message, mayScore)
  if (!reply) return refusedAtEdge('UNAVAILABLE', null)
  client.halls.add(hall)
  metrics.resumes.inc({ kind: 'state' in reply ? 'snapshot' : 'entries' })
  return reply
}

/** Stops watching. Leaving a match that one is not in is fine. */
async function leave(client: MatchClient, { matchId }: MatchLeaveMessage, { rooms }: MatchServices) {
  const hall = rooms.peek(matchId)
  if (hall) {
    hall.leave(client)
    client.halls.delete(hall)
  }
  return { ok: true } as const
}

type Raw = Omit<MatchCommandMessage, 'command'> & { command?: unknown }

/** A command of a scorer, read by the sport of the match (MATCHLIVE-6). */
async function command(client: MatchClient, message: Raw, services: MatchServices): Promise<MatchReply> {
  const reply = await decided(client, message, services)
  const kind = textIn(message.command, 'type')
  if (reply.ok) metrics.commandsAccepted.inc({ kind: kind ?? '' })
  else metrics.commandsRefused.inc({ code: reply.code })
  return reply
}

async function decided(client: MatchClient, message: Raw, services: MatchServices): Promise<MatchReply> {
  const { matchId, commandId, epoch } = message
  const { rooms, roles, log, onReopened } = services
  const { actor } = client
  const { userId } = actor
  if (userId === null) return refusedAtEdge('SIGN_IN', commandId, rooms.peek(matchId)?.standing(client))
  const hall = rooms.peek(matchId) ?? (await rooms.of(matchId))
  if (!hall) return refusedAtEdge('NOT_FOUND', commandId)
  if (!(await roles.mayScore(matchId, actor))) return refusedAtEdge('FORBIDDEN', commandId, hall.standing(client))
  const { sport } = hall.present.state
  const parsed = scorerCommand(sport).safeParse(message.command)
  if (!parsed.success) return refusedAtEdge('BAD_MESSAGE', commandId, hall.present)
  const asked = by(parsed.data, userId)
  const reply = await log.execute(matchId, asked, { commandId, epoch })
  rooms.heed(hall, reply)
  if (reply.ok && asked.type === 'Reopen') await onReopened(matchId)
  return answerOf(reply, commandId, hall.present)
}

const by = (command: ScorerCommand, userId: string): MatchCommand => ({ ...command, by: userId }) as MatchCommand

/** The log's reply as the client reads it. */
function answerOf(reply: LogReply<MatchLog>, commandId: string, room: MatchRoom): MatchReply {
  const { nowMs } = reply
  if (reply.ok) return { ok: true, commandId, seq: reply.seq, nowMs }
  const { refusal } = reply
  // The store was not heard, so it did not say where the log stands.
  if ('why' in refusal) return refusedAtEdge(refusal.code, commandId, room)
  const words = matchRefusalWords(refusal, room.state.sport)
  return { ok: false, commandId, code: refusal.code, words, refusal, seq: reply.seq, nowMs }
}
