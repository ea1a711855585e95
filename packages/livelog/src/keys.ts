import type { LogKind, LogTypes } from './kind.ts'

/** The keys of one log. They share a hash tag, so one log is one slot of a Redis Cluster. This file is their only author. */
export type LogKeys = {
  /** Hash: the hot fields of an auction's core, with `seq`, `link`, `epoch`, `deadlineMs`, `heldUntilMs`; it exists while the log is live. */
  state: string
  /** Stream: ids `n-0`, fields `b` (body) and `l` (link). */
  log: string
  /** Hash: commandId -> `sum:seq:count` of accepted commands. */
  seen: string
  /** JSON of a folded state with its link, so that a load does not fold the whole log. */
  snapshot: string
  /** `seq:link:hash` of the last archived entry. */
  archived: string
  /** Held by a restore, so that two never build the same log. */
  fence: string
  /** Sharded channel; message: `seq link body`. */
  channel: string
}

const ID = /^[A-Za-z0-9_-]{1,40}$/

/** @throws RangeError for an id that could reach other keys: ids are checked where they come in. */
export function keysOf({ prefix }: Pick<LogKind<LogTypes>, 'prefix'>, id: string): LogKeys {
  if (!ID.test(id)) throw new RangeError('the id of a log holds 1 to 40 of A-Z a-z 0-9 _ -')
  const tag = `{${prefix}:${id}}`
  return {
    state: `${tag}:state`,
    log: `${tag}:log`,
    seen: `${tag}:seen`,
    snapshot: `${tag}:snapshot`,
    archived: `${tag}:archived`,
    fence: `${tag}:fence`,
    channel: `${tag}:entries`,
  }
}
