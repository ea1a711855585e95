import type { Refusal, RefusalCode } from '@gavel/auction'

/** `UNCERTAIN`: it may have been written; repeat the same commandId. `UNAVAILABLE`: it was not; `why` is for logs. */
type StoreRefusal = { code: 'UNCERTAIN' } | { code: 'UNAVAILABLE'; why?: string }

/**
 * The answer to a command. `seq` is that of the command's last entry, or where the log stood at a refusal (0: unknown);
 * `count` is how many entries it made, `nowMs` the store's clock, `repeated` that an earlier answer is given again.
 */
export type LogReply =
  | { ok: true; seq: number; count: number; nowMs: number; repeated: boolean }
  | { ok: false; refusal: Refusal | StoreRefusal; seq: number; nowMs: number }

/** What a script said, read once. */
export type ScriptReply =
  | { tag: 'OK'; seq: number; nowMs: number; count: number; link: string }
  | { tag: 'REPEATED'; seq: number; nowMs: number; count: number }
  | { tag: 'REFUSED'; seq: number; nowMs: number; refusal: Refusal }
  | { tag: 'CONFLICT' | 'TOO_EARLY' | 'TOO_LATE' | 'USE_COMMIT'; seq: number; nowMs: number }
  | { tag: 'UNCERTAIN' | 'UNAVAILABLE'; why: string }

/** Reads a script's tuple. @throws Error where the script says that its caller is broken, or says something unknown. */
export function readReply(tuple: readonly string[]): ScriptReply {
  const [tag, seqText, nowText, ...rest] = tuple
  const seq = Number(seqText)
  const nowMs = Number(nowText)
  switch (tag) {
    case 'OK':
      return { tag, seq, nowMs, count: Number(rest[0]), link: rest[1] ?? '' }
    case 'REPEATED':
      return { tag, seq, nowMs, count: Number(rest[0]) }
    case 'REFUSED':
      return { tag, seq, nowMs, refusal: readRefusal(rest) }
    case 'CONFLICT':
    case 'TOO_EARLY':
    case 'TOO_LATE':
    case 'USE_COMMIT':
      return { tag, seq, nowMs }
    default:
      throw new Error(`a live log script answered ${tuple.join(' ')}`)
  }
}

function readRefusal([code, ...pairs]: readonly string[]): Refusal {
  const detail: Record<string, number> = {}
  for (let i = 0; i + 1 < pairs.length; i += 2) detail[String(pairs[i])] = Number(pairs[i + 1])
  return pairs.length > 0 ? { code: code as RefusalCode, detail } : { code: code as RefusalCode }
}

/** A script's answer that ends a command, as the caller sees it. `nowMs`: the store's clock as far as it is known. */
export function asLogReply(
  reply: Exclude<ScriptReply, { tag: 'CONFLICT' | 'TOO_EARLY' | 'TOO_LATE' | 'USE_COMMIT' }>,
  nowMs: number,
): LogReply {
  switch (reply.tag) {
    case 'OK':
      return { ok: true, seq: reply.seq, count: reply.count, nowMs: reply.nowMs, repeated: false }
    case 'REPEATED':
      return { ok: true, seq: reply.seq, count: reply.count, nowMs: reply.nowMs, repeated: true }
    case 'REFUSED':
      return { ok: false, refusal: reply.refusal, seq: reply.seq, nowMs: reply.nowMs }
    case 'UNCERTAIN':
      return { ok: false, refusal: { code: 'UNCERTAIN' }, seq: 0, nowMs }
    case 'UNAVAILABLE':
      return { ok: false, refusal: { code: 'UNAVAILABLE', why: reply.why }, seq: 0, nowMs }
    default:
      return reply satisfies never
  }
}
