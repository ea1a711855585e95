import type { Logger } from '@gavel/config'
import type { StoreClock } from './clock.ts'
import type { CommandConnection } from './connection.ts'
import type { Head } from './head.ts'
import type { Heads } from './heads.ts'
import type { LogKind, LogTypes } from './kind.ts'
import type { Snapshots } from './snapshot.ts'
import type { Turns } from './turns.ts'

/** What the live log counts; `metrics` of @gavel/config has them. */
export type LogMetrics = { commitConflicts: { inc(): void }; fanOutGapsHealed: { inc(): void } }

/** What the functions of this package share: one for each kind of log of each {@link openLiveLog}. */
export type Store<K extends LogTypes> = {
  kind: LogKind<K>
  redis: CommandConnection
  logger: Logger
  metrics: LogMetrics | null
  clock: StoreClock
  heads: Heads<Head<K>>
  turns: Turns
  snapshots: Snapshots<K>
  /** The head of a log that a tail here follows, or null. */
  followed: (id: string) => Head<K> | null
}
