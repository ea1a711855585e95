import type { Client } from '../sockets/client.ts'
import type { MatchHall } from './match-hall.ts'

/** One open socket of match rooms. */
export type MatchClient = Client<MatchHall>
