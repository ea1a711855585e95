import { metrics } from '@gavel/config'
import type { BidMessage, CommandReply } from '@gavel/protocol'
import { answerOf, notAPaddle, refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import { maySpeakFor } from './paddle.ts'
import type { Services } from './services.ts'

/**
 * A bid: by the sender's own paddle, or from the floor by the auctioneer (ANSWER-7). Whether the paddle may bid, and whether the bid is
 * the highest, is decided by the log in one step. The lot travels with the bid, so a late click never bids on the next one (ANSWER-8).
 */
export async function placeBid(client: Client, message: BidMessage, services: Services): Promise<CommandReply> {
  const startedMs = performance.now()
  const reply = await decided(client, message, services)
  metrics.bidSeconds.observe((performance.now() - startedMs) / 1_000)
  if (reply.ok) metrics.bidsAccepted.inc()
  else metrics.bidsRefused.inc({ code: reply.code })
  return reply
}

async function decided(client: Client, message: BidMessage, { log, rooms, roles }: Services): Promise<CommandReply> {
  const { auctionId, commandId, epoch, lot, amount, floorTeam } = message
  const { actor } = client
  if (actor.userId === null) return refusedAtEdge('SIGN_IN', commandId, rooms.peek(auctionId)?.standing(client))
  const hall = rooms.peek(auctionId) ?? (await rooms.of(auctionId))
  if (!hall) return refusedAtEdge('NOT_FOUND', commandId)
  if (!(await maySpeakFor(actor, auctionId, floorTeam, roles)))
    return refusedAtEdge('FORBIDDEN', commandId, hall.standing(client))
  if (floorTeam === null && hall.isHeldBack(actor.userId))
    return notAPaddle(commandId, hall.standing(client), hall.present.state.rules.currency)
  const reply = await log.bid(auctionId, { by: actor.userId, commandId, epoch, lot, amount, floorTeam })
  rooms.heed(hall, reply)
  return answerOf(reply, commandId, hall.present)
}
