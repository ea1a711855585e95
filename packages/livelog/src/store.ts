import type { Logger } from '@gavel/config'
import type { StoreClock } from './clock.ts'
import type { CommandConnection } from './connection.ts'
import type { Head } from './head.ts'
import type { Heads } from './heads.ts'
import type { Snapshots } from './snapshot.ts'
import type { Turns } from './turns.ts'

/** What the live log counts; `metrics` of @gavel/config has them. */
export type LogMetrics = { commitConflicts: { inc(): void }; fanOutGapsHealed: { inc(): void } }

/** What the functions of this package share: one for each {@link openLiveLog}. */
export type Store = {
  redis: CommandConnection
  logger: Logger
  metrics: LogMetrics | null
  clock: StoreClock
  heads: Heads
  turns: Turns
  snapshots: Snapshots
  /** The head of a log that a tail here follows, or null. */
  followed: (auctionId: string) => Head | null
}
