import { type AuctionState, type Command, createAuction, type RuleSet } from '@gavel/auction'
import type { Logger } from '@gavel/config'
import type { Archive } from '@gavel/db'
import { archiveTo } from './archive.ts'
import { type BidCommand, placeBid, runBid } from './bid.ts'
import { GENESIS_LINK, type LogEntry, sumOf } from './body.ts'
import { changeBy } from './change.ts'
import { StoreClock } from './clock.ts'
import { runCommit } from './commit.ts'
import { openCommands, openSubscriptions, read } from './connection.ts'
import { evict } from './evict.ts'
import { type CommandOptions, execute } from './execute.ts'
import { Heads } from './heads.ts'
import { keysOf } from './keys.ts'
import { readLog, readView } from './read.ts'
import { asLogReply, type LogReply } from './reply.ts'
import { recover, restore } from './restore.ts'
import { Snapshots } from './snapshot.ts'
import type { LogMetrics, Store } from './store.ts'
import { Turns } from './turns.ts'
import { type Tail, Watch } from './watch.ts'

/**
 * The ordered logs of all live auctions. Commands are answered by values: refused, `UNAVAILABLE` (nothing was written) or `UNCERTAIN` (repeat
 * the same commandId). Reads throw LogUnavailableError while Redis is away. Nothing waits longer than a few seconds.
 */
export type LiveLog = {
  /** Begins a log with `AuctionCreated`. Asked again with the same rules, it answers the first time's answer. */
  create(auctionId: string, rules: RuleSet, by: string): Promise<LogReply>
  /** One bid, decided by `bid.lua` in one round trip, or by the core where the rule set says so. */
  bid(auctionId: string, bid: BidCommand): Promise<LogReply>
  /** Any other command, decided by the core and committed at exactly the state it was decided on. */
  execute(auctionId: string, command: Command, options: CommandOptions): Promise<LogReply>
  /** The folded log; null where none is live. */
  load(auctionId: string): Promise<{ state: AuctionState; link: string; nowMs: number } | null>
  /** Up to `count` entries from `fromSeq` on. */
  read(auctionId: string, fromSeq: number, count: number): Promise<LogEntry[]>
  /** Follows a log; close the tail to stop. @throws NotLiveError */
  watch(auctionId: string): Promise<Tail>
  /** Copies what the archive lacks. @throws ForkedArchiveError */
  archiveTo(archive: Archive, auctionId: string): Promise<{ archived: number; behind: number }>
  /** Builds the log anew from its archive where it is not live. @throws NothingArchivedError, BrokenLogError */
  restore(archive: Archive, auctionId: string): Promise<'restored' | 'already-live'>
  /** Raises the epoch to `epoch`, once, so that commands of older ones are refused. A tail that finds a fork does it by itself. */
  recover(auctionId: string, epoch: number): Promise<LogReply>
  /** Drops a log that is archived whole; `discard` drops it in any case. */
  evict(auctionId: string, options?: { discard?: boolean }): Promise<'evicted' | 'not-live' | 'not-archived'>
  /** @throws LogUnavailableError */
  ping(): Promise<void>
  close(): Promise<void>
}

/** Entries kept in memory for each followed log; whoever is further behind gets the state. */
const TAIL_SIZE = 1_000

/** Opens two connections of its own: one for commands, one for subscriptions. Returns at once; both heal by themselves. */
export function openLiveLog(options: {
  url: string
  logger: Logger
  metrics?: LogMetrics
  tailSize?: number
}): LiveLog {
  const { url, logger, tailSize = TAIL_SIZE } = options
  const redis = openCommands(url, logger)
  const subscriptions = openSubscriptions(url, logger)
  const store: Store = {
    redis,
    logger,
    metrics: options.metrics ?? null,
    clock: new StoreClock(),
    heads: new Heads(),
    turns: new Turns(),
    snapshots: new Snapshots(redis),
    followed: (auctionId) => watch.head(auctionId),
  }
  const watch = new Watch(store, subscriptions, tailSize, (auctionId, epoch) => recover(store, auctionId, epoch))

  return {
    create: (auctionId, rules, by) => create(store, auctionId, rules, by),
    bid: (auctionId, bid) => decideBid(store, auctionId, bid),
    execute: (auctionId, command, commandOptions) => execute(store, auctionId, command, commandOptions),
    load: async (auctionId) => {
      const known = watch.head(auctionId) ?? store.heads.get(auctionId)
      const view = await readView(redis, auctionId, keysOf(auctionId), known, null)
      if (!view) return null
      store.clock.observe(view.nowMs)
      store.heads.set(auctionId, view.head)
      return { ...view.head, nowMs: view.nowMs }
    },
    read: (auctionId, fromSeq, count) => readLog(redis, keysOf(auctionId), fromSeq, count),
    watch: (auctionId) => watch.watch(auctionId),
    archiveTo: (archive, auctionId) => archiveTo(store, archive, auctionId),
    restore: (archive, auctionId) => restore(store, archive, auctionId),
    recover: (auctionId, epoch) => recover(store, auctionId, epoch),
    evict: (auctionId, evictOptions) => evict(store, auctionId, evictOptions),
    ping: async () => {
      await read(redis, () => redis.ping())
    },
    close: async () => {
      watch.close()
      for (const connection of [redis, subscriptions]) connection.disconnect()
    },
  }
}

async function create(store: Store, auctionId: string, rules: RuleSet, by: string): Promise<LogReply> {
  const drafts = [createAuction(auctionId, rules)]
  // Without the actor: whoever asks again for the same auction is given the first answer.
  const sum = sumOf({ type: 'CreateAuction', auctionId, rules })
  const stamp = { by, cmd: 'store.create', sum }
  const reply = await runCommit(store.redis, keysOf(auctionId), {
    expected: { mode: 'new', seq: 0, link: GENESIS_LINK, token: '' },
    epoch: null,
    commandId: stamp.cmd,
    sum,
    window: { fromMs: null, untilMs: null },
    drafts,
    stamp,
    change: changeBy(null, drafts, stamp),
  })
  switch (reply.tag) {
    // Something is left of a log that is not live, or a restore is building it.
    case 'CONFLICT':
      return { ok: false, refusal: { code: 'NOT_LIVE' }, seq: reply.seq, nowMs: reply.nowMs }
    case 'TOO_EARLY':
    case 'TOO_LATE':
    case 'USE_COMMIT':
      throw new Error(`a first commit cannot answer ${reply.tag}`)
    default:
      return asLogReply(reply, store.clock.nowMs())
  }
}

async function decideBid(store: Store, auctionId: string, bid: BidCommand): Promise<LogReply> {
  const byCore = () => execute(store, auctionId, placeBid(bid), { commandId: bid.commandId, epoch: bid.epoch })
  // Rules never change, so an old head tells the way as well as a new one.
  const known = store.heads.get(auctionId) ?? store.followed(auctionId)
  if (known?.state.rules.bidsDecidedBy === 'core') return byCore()
  const reply = await runBid(store.redis, keysOf(auctionId), bid)
  if ('nowMs' in reply) store.clock.observe(reply.nowMs)
  switch (reply.tag) {
    case 'USE_COMMIT':
      return byCore()
    case 'CONFLICT':
    case 'TOO_EARLY':
    case 'TOO_LATE':
      throw new Error(`bid.lua cannot answer ${reply.tag}`)
    default:
      return asLogReply(reply, store.clock.nowMs())
  }
}
