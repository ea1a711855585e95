export type { BidCommand } from './bid.ts'
export { bodyOf, GENESIS_HASH, GENESIS_LINK, type LogEntry, nextHash, nextLink } from './body.ts'
export {
  BrokenLogError,
  ForkedArchiveError,
  LogUnavailableError,
  NothingArchivedError,
  NotLiveError,
} from './errors.ts'
export { type LiveLog, openLiveLog } from './live-log.ts'
export type { LogReply } from './reply.ts'
export type { Tail } from './watch.ts'
