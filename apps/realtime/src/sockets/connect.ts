import { type AccessTokens, GUEST } from '@gavel/auth'
import { type ConnectRefusal, EDGE_REFUSALS, handshake, PROTOCOL_VERSION } from '@gavel/protocol'
import type { Socket } from 'socket.io'
import type { SessionWatch } from '../identity/session-watch.ts'
import type { Identity, SocketData } from './client.ts'

/** Refuses a handshake: arrives as `connect_error` with this `data` (WIRE-1). */
class ConnectError extends Error {
  readonly data: ConnectRefusal

  constructor(code: ConnectRefusal['code']) {
    super(EDGE_REFUSALS[code])
    this.data = { code, words: EDGE_REFUSALS[code] }
  }
}

/** Socket.IO middleware that finds out who connects, and refuses old pages, bad tokens and sessions that are over. */
export const identify =
  (tokens: AccessTokens, watch: Pick<SessionWatch, 'admit'>) =>
  (socket: { handshake: Pick<Socket['handshake'], 'auth'>; data: SocketData }, next: (error?: Error) => void): void => {
    identityOf(tokens, watch, socket.handshake.auth).then((identity) => {
      socket.data.identity = identity
      next()
    }, next)
  }

/** A guest. */
export const NOBODY: Identity = { actor: GUEST, sid: null, expiresAtMs: Number.POSITIVE_INFINITY }

async function identityOf(tokens: AccessTokens, watch: Pick<SessionWatch, 'admit'>, given: unknown): Promise<Identity> {
  const hello = handshake.safeParse(given)
  if (!hello.success || hello.data.protocol !== PROTOCOL_VERSION) throw new ConnectError('OLD_CLIENT')
  const { token } = hello.data
  if (!token) return NOBODY
  const verified = await tokens.verify(token)
  if (!verified.ok) throw new ConnectError('SIGN_IN')
  const { sid, actor, expiresAtMs } = verified
  if (sid === null) return { actor, sid, expiresAtMs }
  const now = await watch.admit(sid, actor)
  if (!now) throw new ConnectError('SIGN_IN')
  return { actor: now, sid, expiresAtMs }
}
