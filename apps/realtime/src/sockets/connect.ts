import { type AccessTokens, type Actor, GUEST } from '@gavel/auth'
import { type ConnectRefusal, EDGE_REFUSALS, handshake, PROTOCOL_VERSION } from '@gavel/protocol'
import type { AuctionSocket } from './client.ts'

/** Refuses a handshake: arrives as `connect_error` with this `data` (WIRE-1). */
class ConnectError extends Error {
  readonly data: ConnectRefusal

  constructor(code: ConnectRefusal['code']) {
    super(EDGE_REFUSALS[code])
    this.data = { code, words: EDGE_REFUSALS[code] }
  }
}

/** Socket.IO middleware that finds out who connects, and refuses old pages and bad tokens. */
export const identify =
  (tokens: AccessTokens) =>
  (socket: AuctionSocket, next: (error?: Error) => void): void => {
    actorOf(tokens, socket.handshake.auth).then((actor) => {
      socket.data.actor = actor
      next()
    }, next)
  }

async function actorOf(tokens: AccessTokens, given: unknown): Promise<Actor> {
  const hello = handshake.safeParse(given)
  if (!hello.success || hello.data.protocol !== PROTOCOL_VERSION) throw new ConnectError('OLD_CLIENT')
  const { token } = hello.data
  if (!token) return GUEST
  const verified = await tokens.verify(token)
  if (!verified.ok) throw new ConnectError('SIGN_IN')
  return verified.actor
}
