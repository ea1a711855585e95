import { restOfBody } from './body.ts'
import type { Change } from './change.ts'
import { type CommandConnection, runScript } from './connection.ts'
import { durable } from './durability.ts'
import type { LogKeys } from './keys.ts'
import type { CommandStamp, LogTypes } from './kind.ts'
import type { ScriptReply } from './reply.ts'

/** What must hold of the log for a commit to be written; see `commit.lua`. */
type Expected =
  | { mode: 'at'; seq: number; link: string }
  | { mode: 'hold'; lot: number }
  | { mode: 'any' }
  | { mode: 'new'; seq: number; link: string; token: string }

export type Commit = {
  expected: Expected
  /** The command's epoch; null: of now. */
  epoch: number | null
  /** The command that the script looks up in `seen`, and remembers there. */
  commandId: string
  sum: string
  /** The decision holds from `fromMs` on and before `untilMs`, on the store's clock. */
  window: { fromMs: number | null; untilMs: number | null }
  /** Stamped drafts; none: only ask whether the log stands as expected. */
  drafts: readonly LogTypes['Draft'][]
  stamp: CommandStamp
  change: Change
}

/** The typed twin of `commit.lua`: one round trip. */
export async function runCommit<K extends LogTypes>(
  redis: CommandConnection,
  keys: LogKeys,
  commit: Commit,
): Promise<ScriptReply<K>> {
  const { expected, window, change, drafts } = commit
  const reply = await runScript<K>(redis, 'gavelCommit', [
    keys.state,
    keys.log,
    keys.seen,
    keys.channel,
    keys.fence,
    expected.mode,
    ...place(expected),
    commit.epoch === null ? '' : String(commit.epoch),
    commit.commandId,
    commit.sum,
    window.fromMs === null ? '' : String(window.fromMs),
    window.untilMs === null ? '' : String(window.untilMs),
    change.deadline,
    change.held,
    expected.mode === 'new' ? expected.token : '',
    String(drafts.length),
    String(change.sets.length),
    String(change.deletes.length),
    ...drafts.flatMap((draft) => [draft.type, restOfBody(draft, commit.stamp)]),
    ...change.sets.flat(),
    ...change.deletes,
  ])
  return durable(reply)
}

function place(expected: Expected): [seq: string, link: string] {
  switch (expected.mode) {
    case 'at':
    case 'new':
      return [String(expected.seq), expected.link]
    case 'hold':
      return [String(expected.lot), '']
    case 'any':
      return ['', '']
    default:
      return expected satisfies never
  }
}
