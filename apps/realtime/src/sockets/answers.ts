import { type AuctionState, type RefusalCode, refusalWords } from '@gavel/auction'
import type { LogReply } from '@gavel/livelog'
import { type CommandReply, EDGE_REFUSALS, type EdgeCode, type Refused } from '@gavel/protocol'

/** Where an auction stands on this server, for answers that do not come from its log. */
export type Standing = { readonly state: AuctionState; nowMs(): number }

const isEdge = (code: RefusalCode | EdgeCode): code is EdgeCode => Object.hasOwn(EDGE_REFUSALS, code)

/** A refusal that comes before any log was asked (ANSWER-1). `room`: the auction that the message is about, where it is open here. */
export function refusedAtEdge(code: EdgeCode, commandId: string | null, room?: Standing): Refused {
  const [seq, nowMs] = [room?.state.seq ?? 0, room?.nowMs() ?? Date.now()]
  return { ok: false, commandId, code, words: EDGE_REFUSALS[code], seq, nowMs }
}

/**
 * What a bid or an answer of somebody without a paddle is told where the public is held back. The log is not asked, for what it says first
 * tells what happens there now (LATE-6).
 */
export function notAPaddle(commandId: string, standing: Standing | undefined, currency: string): Refused {
  const refusal = { code: 'NOT_A_PADDLE' } as const
  const [seq, nowMs] = [standing?.state.seq ?? 0, standing?.nowMs() ?? Date.now()]
  return { ok: false, commandId, words: refusalWords(refusal, currency), seq, nowMs, ...refusal }
}

/** The log's reply as the client reads it. */
export function answerOf(reply: LogReply, commandId: string, room: Standing): CommandReply {
  const { nowMs } = reply
  if (reply.ok) return { ok: true, commandId, seq: reply.seq, nowMs }
  const { code } = reply.refusal
  // The store was not heard, so it did not say where the log stands.
  if (isEdge(code)) return refusedAtEdge(code, commandId, room)
  const refusal = { ...reply.refusal, code }
  const words = refusalWords(refusal, room.state.rules.currency)
  return { ok: false, commandId, words, seq: reply.seq, nowMs, ...refusal }
}
