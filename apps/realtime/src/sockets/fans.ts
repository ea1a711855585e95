import type { FanReply, GuessMessage, ReactMessage } from '@gavel/protocol'
import { refusedAtEdge } from './answers.ts'
import type { Client } from './client.ts'
import type { Services } from './services.ts'

/** Throws a reaction into a room that the client is in (FAN-1). */
export async function react(client: Client, { auctionId, kind }: ReactMessage, { rooms }: Services): Promise<FanReply> {
  const hall = rooms.peek(auctionId)
  const room = hall?.roomOf(client)
  if (!room || client.actor.bot) return refusedAtEdge('FORBIDDEN', null, hall?.standing(client))
  return room.react(client, kind) ? { ok: true } : refusedAtEdge('TOO_MANY', null, room)
}

/**
 * Takes a fan's one guess of what the player up will be sold for, until the first call that the fan is shown (FAN-2). Where that is late, the
 * guess counts only if nobody had called in the hall either; that is told with the outcome alone, for it would tell of the hall (LATE-8).
 */
export async function guess(
  client: Client,
  { auctionId, lot: n, amount, name }: GuessMessage,
  { rooms, guesses }: Services,
): Promise<FanReply> {
  const hall = rooms.peek(auctionId)
  const room = hall?.roomOf(client)
  if (!hall || !room || client.actor.bot) return refusedAtEdge('FORBIDDEN', null, hall?.standing(client))
  if (!room.takesGuesses(n)) return refusedAtEdge('GUESS_CLOSED', null, room)
  const kept = await guesses.add(auctionId, n, client.who, {
    name,
    amount,
    atMs: hall.present.nowMs(),
    counts: hall.present.isUncalled(n),
  })
  if (kept === 'kept') return { ok: true }
  return refusedAtEdge(kept === 'guessed' ? 'GUESSED' : 'TOO_MANY', null, room)
}
