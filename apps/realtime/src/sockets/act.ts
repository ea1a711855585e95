import { metrics } from '@gavel/config'
import type { ActMessage, CommandReply } from '@gavel/protocol'
import { answerOf, notAPaddle, refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import { maySpeakFor } from './paddle.ts'
import type { Services } from './services.ts'

/**
 * What a team answers and does beside its bids: the right to match, the tie-break, names, turns, hidden maxima (ANSWER-10). Whether the team
 * is asked, and whether it may, is the core's.
 */
export async function runAct(client: Client, message: ActMessage, services: Services): Promise<CommandReply> {
  const reply = await decided(client, message, services)
  if (reply.ok) metrics.commandsAccepted.inc({ kind: message.act.type })
  else metrics.commandsRefused.inc({ code: reply.code })
  return reply
}

async function decided(client: Client, message: ActMessage, { log, rooms, roles }: Services): Promise<CommandReply> {
  const { auctionId, commandId, epoch, act } = message
  const { actor } = client
  const { userId } = actor
  if (userId === null) return refusedAtEdge('SIGN_IN', commandId, rooms.peek(auctionId)?.standing(client))
  const hall = rooms.peek(auctionId) ?? (await rooms.of(auctionId))
  if (!hall) return refusedAtEdge('NOT_FOUND', commandId)
  const floorTeam = 'floorTeam' in act ? act.floorTeam : null
  if (!(await maySpeakFor(actor, auctionId, floorTeam, roles)))
    return refusedAtEdge('FORBIDDEN', commandId, hall.standing(client))
  if (floorTeam === null && hall.isHeldBack(userId))
    return notAPaddle(commandId, hall.standing(client), hall.present.state.rules.currency)
  const reply = await log.execute(auctionId, { ...act, by: userId }, { commandId, epoch })
  rooms.heed(hall, reply)
  return answerOf(reply, commandId, hall.present)
}
