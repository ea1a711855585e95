// How `decide` answers: changes or a refusal, and how it goes on from a change that it has just made.
import type { Change, Draft } from './changes.ts'
import type { Context } from './commands.ts'
import { evolve } from './evolve.ts'
import type { Refusal, RefusalCode } from './refusals.ts'
import { isComplete, type PaymentId, type Registration, type ReturnReason } from './registration.ts'

export type Decision = { readonly changes: readonly Change[] } | { readonly refusal: Refusal }

export function refuse(code: RefusalCode, detail?: Readonly<Record<string, number>>): Decision {
  return { refusal: detail ? { code, detail } : { code } }
}

/** Asking for what is so already is no error and no change. */
export const NOTHING: Decision = { changes: [] }

/** A registration on its way, with the changes that got it here. */
export type Course = { readonly at: Registration; readonly changes: readonly Change[] }

export function from(registration: Registration): Course {
  return { at: registration, changes: [] }
}

/** The course after more happened. */
export function plus({ at, changes }: Course, { nowMs }: Context, ...drafts: readonly Draft[]): Course {
  return drafts.reduce<Course>(
    (course, draft) => {
      const change: Change = { ...draft, seq: course.at.seq + 1, atMs: nowMs }
      return { at: evolve(course.at, change), changes: [...course.changes, change] }
    },
    { at, changes },
  )
}

export function accept({ changes }: Course): Decision {
  return { changes }
}

/** Where a registration that holds its places stands next: the offer, then the approval, then the money, then in (ENTER-3). */
export function onward(course: Course, context: Context): Course {
  const { at } = course
  const { nowMs, rules } = context
  if (!at.accepted && rules.offerMs !== null) {
    const untilMs = Math.min(nowMs + rules.offerMs, rules.offersUntilMs)
    return plus(course, context, { type: 'Offered', untilMs })
  }
  if (at.approvedBy === null && rules.kinds[at.kind]?.approval) return plus(course, context, { type: 'ApprovalAsked' })
  if (!isComplete(at)) return plus(course, context, { type: 'PaymentAsked', untilMs: nowMs + rules.payMs })
  return plus(course, context, { type: 'Confirmed' })
}

/** Confirms a registration whose last missing piece has come. */
export function confirmedIfComplete(course: Course, context: Context): Course {
  const { at } = course
  return at.stage.is === 'owing' && isComplete(at) ? plus(course, context, { type: 'Confirmed' }) : course
}

/** A payment that goes back, by so many per cent. */
export function returned(payment: PaymentId, percent: number, why: ReturnReason): Draft {
  return { type: 'PaymentReturned', payment, percent, why }
}

/** Everything that is kept for its seats goes back. */
export function allReturned({ seats }: Registration, percent: number, why: ReturnReason): Draft[] {
  return seats.flatMap(({ payment }) => (payment === null ? [] : [returned(payment, percent, why)]))
}
