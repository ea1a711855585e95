import { actorOf, hearReach, openAccessTokens } from '@gavel/auth'
import type { Env, Logger } from '@gavel/config'
import {
  auctionArchive,
  type Mongo,
  matchArchive,
  type Postgres,
  recordAudit,
  setMatchFollowed,
  standingsOf,
} from '@gavel/db'
import { openDenials } from './identity/denials.ts'
import { openMatchRoles, openRoles } from './roles.ts'

type Stores = { mongo: Mongo; postgres: Postgres; logger: Logger }

/** What a realtime server asks of the stores: who people are and what they may, and what was written before. */
export const partsOf = (
  { mongo, postgres, logger }: Stores,
  env: Pick<Env, 'authSecret' | 'eventCreation' | 'redisLiveUrl'>,
  freshMs?: number,
) => ({
  tokens: openAccessTokens({ postgres, secret: env.authSecret }),
  sessions: {
    standings: (sids: readonly string[]) => standingsOf(postgres, sids),
    actorOf: (account: Parameters<typeof actorOf>[0]) => actorOf(account, env.eventCreation),
  },
  hearIdentity: (heard: Parameters<typeof hearReach>[1], missed: () => void) =>
    hearReach(env.redisLiveUrl, heard, missed),
  denied: openDenials((line) => recordAudit(postgres, line), logger),
  archive: auctionArchive(mongo),
  matchArchive: matchArchive(mongo),
  roles: openRoles(mongo, freshMs),
  matchRoles: openMatchRoles(mongo, freshMs),
  followMatch: (matchId: string) => setMatchFollowed(mongo, matchId),
})
