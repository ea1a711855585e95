import type { Actor } from '@gavel/auth'
import type { LiveSession } from '@gavel/db'
import type { Services } from './services.ts'

/** What a procedure knows of the request it serves. */
export type Context = {
  services: Services
  /** Who asks, as the session or the access token says. */
  actor: Actor
  /** The session that the request came by; null for guests, seats of the demo, bots and the operator. */
  session: Pick<LiveSession, 'sid' | 'provedAtMs'> | null
  /** Where the request comes from, for rate limits alone. */
  address: string
}
