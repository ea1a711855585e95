import type { Actor } from '@gavel/auth'
import type { Services } from './services.ts'

/** What a procedure knows of the request it serves. */
export type Context = {
  services: Services
  /** Who asks, as the session or the access token says. */
  actor: Actor
  /** Where the request comes from, for rate limits alone. */
  address: string
}
