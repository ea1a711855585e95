import { can } from '@gavel/auth'
import { metrics } from '@gavel/config'
import type { BidMessage, CommandReply } from '@gavel/protocol'
import { answerOf, refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
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

async function decided({ actor }: Client, message: BidMessage, { log, rooms, roles }: Services): Promise<CommandReply> {
  const { auctionId, commandId, epoch, lot, amount, floorTeam } = message
  if (actor.userId === null) return refusedAtEdge('SIGN_IN', commandId, rooms.peek(auctionId))
  const room = rooms.peek(auctionId) ?? (await rooms.of(auctionId))
  if (!room) return refusedAtEdge('NOT_FOUND', commandId)
  if (floorTeam !== null || actor.bot) {
    const subject = await roles.subject(auctionId, actor.userId)
    const may =
      floorTeam !== null
        ? can(actor, 'auction.bidFromFloor', subject)
        : // The log knows who holds a paddle; of a bot it is asked here alone whether it may take part at all.
          can(actor, 'auction.bid', { ...subject, roles: ['owner'] })
    if (!may) return refusedAtEdge('FORBIDDEN', commandId, room)
  }
  const reply = await log.bid(auctionId, { by: actor.userId, commandId, epoch, lot, amount, floorTeam })
  rooms.heed(room, reply)
  return answerOf(reply, commandId, room)
}
