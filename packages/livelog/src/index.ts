export { AUCTIONS, type AuctionLog } from './auctions.ts'
export type { BidCommand } from './bid.ts'
export { bodyOf, GENESIS_HASH, GENESIS_LINK, type LogEntry, nextHash, nextLink } from './body.ts'
export {
  BrokenLogError,
  ForkedArchiveError,
  LogUnavailableError,
  NothingArchivedError,
  NotLiveError,
} from './errors.ts'
export type { LogKind, LogTypes } from './kind.ts'
export { type LiveLog, type MatchLogs, openLiveLog } from './live-log.ts'
export type { Log } from './log.ts'
export { MATCHES, type MatchLog, type NewMatch } from './matches.ts'
export { archivedAt, archivedLogAt, readArchived, stampedBy } from './past.ts'
export { publicProof } from './proof.ts'
export { isAnswered, type LogReply } from './reply.ts'
export type { Tail } from './watch.ts'
