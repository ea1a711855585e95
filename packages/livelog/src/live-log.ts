import { createAuction, type RuleSet } from '@gavel/auction'
import type { Logger } from '@gavel/config'
import { createMatch } from '@gavel/scoring'
import { AUCTIONS, type AuctionLog } from './auctions.ts'
import { type BidCommand, placeBid, runBid } from './bid.ts'
import { StoreClock } from './clock.ts'
import { openCommands, openSubscriptions, read } from './connection.ts'
import { execute } from './execute.ts'
import { keysOf } from './keys.ts'
import { begin, type Log, openLog } from './log.ts'
import { MATCHES, type MatchLog, type NewMatch } from './matches.ts'
import { readTime } from './read.ts'
import { asLogReply, type LogReply } from './reply.ts'
import type { LogMetrics, Store } from './store.ts'

/** The ordered logs of all live matches. */
export type MatchLogs = Log<MatchLog> & {
  /** Begins a log with `MatchCreated`. Asked again with the same, it answers the first time's answer. */
  create(matchId: string, match: NewMatch, by: string): Promise<LogReply<MatchLog>>
}

/** The ordered logs of all live auctions, and, beside them, of all live matches. */
export type LiveLog = Log<AuctionLog> & {
  /** Begins a log with `AuctionCreated`. Asked again with the same rules, it answers the first time's answer. */
  create(auctionId: string, rules: RuleSet, by: string): Promise<LogReply>
  /** One bid, decided by `bid.lua` in one round trip, or by the core where the rule set says so. */
  bid(auctionId: string, bid: BidCommand): Promise<LogReply>
  readonly matches: MatchLogs
  /** The store's clock. */
  now(): Promise<number>
  /** @throws LogUnavailableError */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Entries kept in memory for each followed log; whoever is further behind gets the state. */
const TAIL_SIZE = 1_000

/**
 * Opens two connections of its own: one for commands, one for subscriptions. Returns at once; both heal by themselves.
 *
 * @param options.commandTimeoutMs after how long a command without an answer counts as uncertain: for a bidder two seconds
 */
export function openLiveLog(options: {
  url: string
  logger: Logger
  metrics?: LogMetrics
  tailSize?: number
  commandTimeoutMs?: number
}): LiveLog {
  const { url, logger, tailSize = TAIL_SIZE } = options
  const redis = openCommands(url, logger, options.commandTimeoutMs)
  const subscriptions = openSubscriptions(url, logger)
  const clock = new StoreClock()
  const shared = { redis, logger, clock, metrics: options.metrics ?? null }
  const auctions = openLog(shared, AUCTIONS, subscriptions, tailSize)
  const matches = openLog(shared, MATCHES, subscriptions, tailSize)

  return {
    ...auctions.log,
    create: async (auctionId, rules, by) => {
      const asked = { type: 'CreateAuction', auctionId, rules }
      return auctions.noted(
        auctionId,
        await begin(auctions.store, auctionId, createAuction(auctionId, rules), asked, by),
      )
    },
    bid: async (auctionId, bid) => auctions.noted(auctionId, await decideBid(auctions.store, auctionId, bid)),
    matches: {
      ...matches.log,
      create: async (matchId, match, by) => {
        const asked = { type: 'CreateMatch', matchId, ...match }
        return matches.noted(matchId, await begin(matches.store, matchId, createMatch(matchId, match), asked, by))
      },
    },
    now: async () => {
      const [seconds = 0, micros = 0] = await read(redis, () => redis.time())
      clock.observe(readTime([seconds, micros]))
      return clock.nowMs()
    },
    ping: async () => {
      await read(redis, () => redis.ping())
    },
    close: async () => {
      auctions.close()
      matches.close()
      for (const connection of [redis, subscriptions]) connection.disconnect()
    },
  }
}

async function decideBid(store: Store<AuctionLog>, auctionId: string, bid: BidCommand): Promise<LogReply> {
  const byCore = () => execute(store, auctionId, placeBid(bid), { commandId: bid.commandId, epoch: bid.epoch })
  // Rules seldom change, and the script answers USE_COMMIT by itself: an old head only saves a round trip.
  const rules = (store.heads.get(auctionId) ?? store.followed(auctionId))?.state.rules
  if (rules && (rules.bidsDecidedBy === 'core' || rules.openLots > 1)) return byCore()
  const reply = await runBid(store.redis, keysOf(AUCTIONS, auctionId), bid)
  if ('nowMs' in reply) store.clock.observe(reply.nowMs)
  switch (reply.tag) {
    case 'USE_COMMIT':
      return byCore()
    case 'CONFLICT':
    case 'TOO_EARLY':
    case 'TOO_LATE':
      throw new Error(`bid.lua cannot answer ${reply.tag}`)
    default:
      return asLogReply<AuctionLog>(reply, store.clock.nowMs())
  }
}
