import type { Change } from './change.ts'

/** The types of one kind of log: what is folded, what may be asked of it, what happens in it, and why it says no. */
export type LogTypes = {
  State: { readonly seq: number; readonly epoch: number }
  Command: { readonly type: string; readonly by: string }
  Draft: { readonly type: string }
  Refusal: { readonly code: string }
}

/** What the store stamps on a draft, but for the time, which is its own. */
export type CommandStamp = { by: string; cmd: string; sum: string }

/** A draft as the log holds it: stamped, in its place. */
export type EntryOf<K extends LogTypes> = K['Draft'] & CommandStamp & { atMs: number; seq: number }

/** Why a log itself says no, whatever it is about. */
type LogRefusalCode = 'NOT_LIVE' | 'ID_REUSED' | 'STALE_EPOCH'

/** How others are kept out for a moment, so that whoever leads a room does not lose race after race (STARVE-1). */
type HoldRule<K extends LogTypes> = {
  /**
   * What this command may hold now: the number of what is held, as `commit.lua` compares it with the stored `lot`, the draft that says so and the
   * command that it answers to. Null where nothing can be held, or is already.
   */
  holdFor(
    state: K['State'],
    command: K['Command'],
    nowMs: number,
  ): { lot: number; draft: K['Draft']; asked: object } | null
  /** Whether a refusal says that the command lost a race to somebody's bid (STARVE-2). */
  isLostRace(refusal: K['Refusal']): boolean
}

/** One kind of log: how its state is decided on and folded, and what its slot in Redis keeps of it. All functions are pure. */
export type LogKind<K extends LogTypes> = {
  /** The first word of its keys. */
  readonly prefix: 'auction' | 'match'
  decide(
    state: K['State'],
    command: K['Command'],
    nowMs: number,
  ): { readonly entries: readonly K['Draft'][] } | { readonly refusal: K['Refusal'] }
  fold(entries: readonly EntryOf<K>[], from: K['State'] | null): K['State'] | null
  /** A state out of a snapshot that an older version may have left, in today's shape. */
  stored(state: K['State']): K['State']
  /** What a commit of these drafts changes in the stored fields. */
  changeBy(before: K['State'] | null, drafts: readonly K['Draft'][], stamp: CommandStamp): Change
  /** All stored fields of a log that is built anew from its fold. */
  changeToBuild(state: K['State']): Change
  /** The moments at which time alone changes what would be decided (COMMIT-4). */
  turningTimes(state: K['State']): readonly number[]
  readonly hold: HoldRule<K> | null
  refuse(code: LogRefusalCode): K['Refusal']
  /** The entry that raises the epoch. */
  recovered(epoch: number): K['Draft']
}

type Prefixed = Pick<LogKind<LogTypes>, 'prefix'>

/** How a log is called in messages for operators. */
export const nameOf = ({ prefix }: Prefixed, id: string): string => `${prefix} ${id}`

/** The same as a field of the program's own log. */
export const idField = ({ prefix }: Prefixed, id: string): Record<string, string> => ({ [`${prefix}Id`]: id })
