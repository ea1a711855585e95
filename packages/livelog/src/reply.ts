import type { AuctionLog } from './auctions.ts'
import type { LogTypes } from './kind.ts'

/** `UNCERTAIN`: it may have been written; repeat the same commandId. `UNAVAILABLE`: it was not. `why` is for logs. */
type StoreRefusal = { code: 'UNCERTAIN' | 'UNAVAILABLE'; why: string }

/** What a log said to a command. `seq` is that of the command's last entry, or where the log stood at a refusal. */
type Answer<K extends LogTypes> =
  /** `count` is how many entries it made, `repeated` that an earlier answer is given again. */
  | { ok: true; seq: number; count: number; nowMs: number; repeated: boolean }
  | { ok: false; refusal: K['Refusal']; seq: number; nowMs: number }

/** The answer to a command, or that there is none. `seq` 0: unknown; `nowMs`: the store's clock as far as it is known. */
export type LogReply<K extends LogTypes = AuctionLog> =
  | Answer<K>
  | { ok: false; refusal: StoreRefusal; seq: 0; nowMs: number }

/** Whether the log itself said yes or no; otherwise the same command may be asked again. */
export const isAnswered = <K extends LogTypes>(reply: LogReply<K>): reply is Answer<K> =>
  reply.ok || (reply.refusal.code !== 'UNAVAILABLE' && reply.refusal.code !== 'UNCERTAIN')

/** What a script said, read once. */
export type ScriptReply<K extends LogTypes = AuctionLog> =
  | { tag: 'OK'; seq: number; nowMs: number; count: number; link: string }
  | { tag: 'REPEATED'; seq: number; nowMs: number; count: number }
  | { tag: 'REFUSED'; seq: number; nowMs: number; refusal: K['Refusal'] }
  | { tag: 'CONFLICT' | 'TOO_EARLY' | 'TOO_LATE' | 'USE_COMMIT'; seq: number; nowMs: number }
  | { tag: 'UNCERTAIN' | 'UNAVAILABLE'; why: string }

/** Reads a script's tuple. @throws Error where the script says that its caller is broken, or says something unknown. */
export function readReply<K extends LogTypes>(tuple: readonly string[]): ScriptReply<K> {
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

/** Details are numbers; the label of a category is the one text among them. What a script refuses, the log's kind names among its refusals. */
function readRefusal<K extends LogTypes>([code, ...pairs]: readonly string[]): K['Refusal'] {
  const refusal: { code: string; detail?: Record<string, number>; category?: string } = { code: code ?? '' }
  const detail: Record<string, number> = {}
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [name = '', value = ''] = [pairs[i], pairs[i + 1]]
    if (name === 'category') refusal.category = value
    else refusal.detail = Object.assign(detail, { [name]: Number(value) })
  }
  return refusal
}

/** A script's answer that ends a command, as the caller sees it. `nowMs`: the store's clock as far as it is known. */
export function asLogReply<K extends LogTypes>(
  reply: Exclude<ScriptReply<K>, { tag: 'CONFLICT' | 'TOO_EARLY' | 'TOO_LATE' | 'USE_COMMIT' }>,
  nowMs: number,
): LogReply<K> {
  switch (reply.tag) {
    case 'OK':
      return { ok: true, seq: reply.seq, count: reply.count, nowMs: reply.nowMs, repeated: false }
    case 'REPEATED':
      return { ok: true, seq: reply.seq, count: reply.count, nowMs: reply.nowMs, repeated: true }
    case 'REFUSED':
      return { ok: false, refusal: reply.refusal, seq: reply.seq, nowMs: reply.nowMs }
    case 'UNCERTAIN':
    case 'UNAVAILABLE':
      return { ok: false, refusal: { code: reply.tag, why: reply.why }, seq: 0, nowMs }
    default:
      return reply satisfies never
  }
}
