import { can, GUEST } from '@gavel/auth'
import { metrics } from '@gavel/config'
import type { JoinMessage, JoinReply, LeaveMessage } from '@gavel/protocol'
import { refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import type { Services } from './services.ts'

/**
 * Lets a client into a room and brings it up to date (JOIN-1). Everybody may watch, in a private room whoever has a role (SIGHT-4); who
 * conducts is looked up (SIGHT-2), and who is shown the auction late (LATE-5).
 */
export async function join(client: Client, message: JoinMessage, { rooms, roles }: Services): Promise<JoinReply> {
  const { auctionId, as } = message
  const hall = await rooms.of(auctionId)
  if (!hall) return refusedAtEdge('NOT_FOUND', null)
  if (!(await roles.mayWatch(auctionId, client.actor))) return refusedAtEdge('FORBIDDEN', null)
  const mayConduct =
    as === 'auctioneer' && can(client.actor, 'auction.conduct', await roles.subject(auctionId, client.actor.userId))
  const outsider = await roles.hidesPool(auctionId, client.actor)
  await hall.delayBy(await roles.delayMs(auctionId, GUEST))
  const seesPresent = (await roles.delayMs(auctionId, client.actor)) === 0
  if (client.closing || !client.socket.connected) return refusedAtEdge('UNAVAILABLE', null)
  const reply = hall.join(client, message, { mayConduct, outsider, seesPresent, late: message.late === true })
  if (!reply) return refusedAtEdge('UNAVAILABLE', null)
  client.halls.add(hall)
  metrics.resumes.inc({ kind: 'state' in reply ? 'snapshot' : 'entries' })
  return reply
}

/** Stops watching. Leaving a room that one is not in is fine. */
export async function leave(client: Client, { auctionId }: LeaveMessage, { rooms }: Services): Promise<{ ok: true }> {
  const hall = rooms.peek(auctionId)
  if (hall) {
    hall.leave(client)
    client.halls.delete(hall)
  }
  return { ok: true }
}
