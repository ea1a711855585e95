import { can } from '@gavel/auth'
import { metrics } from '@gavel/config'
import type { JoinMessage, JoinReply, LeaveMessage } from '@gavel/protocol'
import { refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import type { Services } from './services.ts'

/** Lets a client into a room and brings it up to date (JOIN-1). Everybody may watch; who conducts is looked up (SIGHT-2). */
export async function join(client: Client, message: JoinMessage, { rooms, roles }: Services): Promise<JoinReply> {
  const { auctionId, as } = message
  const room = await rooms.of(auctionId)
  if (!room) return refusedAtEdge('NOT_FOUND', null)
  const mayConduct =
    as === 'auctioneer' && can(client.actor, 'auction.conduct', await roles.subject(auctionId, client.actor.userId))
  if (client.closing || !client.socket.connected) return refusedAtEdge('UNAVAILABLE', null)
  const reply = room.join(client, message, mayConduct)
  client.rooms.add(room)
  metrics.resumes.inc({ kind: 'state' in reply ? 'snapshot' : 'entries' })
  return reply
}

/** Stops watching. Leaving a room that one is not in is fine. */
export async function leave(client: Client, { auctionId }: LeaveMessage, { rooms }: Services): Promise<{ ok: true }> {
  const room = rooms.peek(auctionId)
  if (room) {
    room.leave(client)
    client.rooms.delete(room)
  }
  return { ok: true }
}
