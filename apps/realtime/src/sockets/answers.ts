import { type RefusalCode, refusalWords } from '@gavel/auction'
import type { LogReply } from '@gavel/livelog'
import { type CommandReply, EDGE_REFUSALS, type EdgeCode, type Refused } from '@gavel/protocol'

type At = { commandId: string | null; seq?: number; nowMs?: number }

const isEdge = (code: RefusalCode | EdgeCode): code is EdgeCode => Object.hasOwn(EDGE_REFUSALS, code)

/** A refusal that comes before any log was asked (ANSWER-1). */
export function refusedAtEdge(code: EdgeCode, { commandId, seq = 0, nowMs = Date.now() }: At): Refused {
  return { ok: false, commandId, code, words: EDGE_REFUSALS[code], seq, nowMs }
}

/** The log's reply as the client reads it. `currency` is for amounts in the words. */
export function answerOf(reply: LogReply, commandId: string, currency: string): CommandReply {
  const { seq, nowMs } = reply
  if (reply.ok) return { ok: true, commandId, seq, nowMs }
  const { code } = reply.refusal
  if (isEdge(code)) return refusedAtEdge(code, { commandId, seq, nowMs })
  const refusal = { ...reply.refusal, code }
  return { ok: false, commandId, words: refusalWords(refusal, currency), seq, nowMs, ...refusal }
}
