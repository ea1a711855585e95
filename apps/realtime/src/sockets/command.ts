import { type Action, can } from '@gavel/auth'
import { metrics } from '@gavel/config'
import type { CommandMessage, CommandReply, ConsoleCommand } from '@gavel/protocol'
import { answerOf, refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import type { Services } from './services.ts'

/** Who may give each command: any of these actions of the policy table is enough. */
const ALLOWED_BY = {
  StartAuction: ['auction.conduct'],
  OpenLot: ['auction.conduct'],
  RetractBid: ['auction.conduct'],
  CallGoing: ['auction.conduct'],
  Hammer: ['auction.conduct'],
  PassLot: ['auction.conduct'],
  ReopenLot: ['auction.conduct'],
  RecallPlayers: ['auction.conduct'],
  CallForNames: ['auction.conduct'],
  CloseNames: ['auction.conduct'],
  WithdrawPlayer: ['auction.conduct', 'auction.manage'],
  MovePlayer: ['auction.conduct', 'auction.manage'],
  MoveSet: ['auction.conduct', 'auction.manage'],
  PauseAuction: ['auction.conduct'],
  ResumeAuction: ['auction.conduct'],
  EndAuction: ['auction.conduct'],
  Announce: ['auction.conduct'],
} as const satisfies Record<ConsoleCommand['type'], readonly Action[]>

/** A command of the console, given by a person who may conduct this auction (ANSWER-7). */
export async function runCommand(client: Client, message: CommandMessage, services: Services): Promise<CommandReply> {
  const reply = await decided(client, message, services)
  if (reply.ok) metrics.commandsAccepted.inc({ kind: message.command.type })
  else metrics.commandsRefused.inc({ code: reply.code })
  return reply
}

async function decided(client: Client, message: CommandMessage, services: Services): Promise<CommandReply> {
  const { auctionId, commandId, epoch, command } = message
  const { actor } = client
  const { userId } = actor
  if (userId === null) return refusedAtEdge('SIGN_IN', commandId, services.rooms.peek(auctionId)?.standing(client))
  const hall = services.rooms.peek(auctionId) ?? (await services.rooms.of(auctionId))
  if (!hall) return refusedAtEdge('NOT_FOUND', commandId)
  const subject = await services.roles.subject(auctionId, userId)
  if (!ALLOWED_BY[command.type].some((action) => can(actor, action, subject)))
    return refusedAtEdge('FORBIDDEN', commandId, hall.standing(client))
  const reply = await services.log.execute(auctionId, { ...command, by: userId }, { commandId, epoch })
  services.rooms.heed(hall, reply)
  return answerOf(reply, commandId, hall.present)
}
