// How `decide` answers: changes or a refusal, and how it goes on from a change that it has just made.
import type { Change, Draft } from './changes.ts'
import { evolve } from './evolve.ts'
import type { Payment } from './payment.ts'
import type { Refusal, RefusalCode } from './refusals.ts'

export type Decision = { readonly changes: readonly Change[] } | { readonly refusal: Refusal }

export function refuse(code: RefusalCode, words?: string): Decision {
  return { refusal: words === undefined ? { code } : { code, words } }
}

/** What is so already is no error and no change. */
export const NOTHING: Decision = { changes: [] }

/** A payment on its way, with the changes that got it here. */
export type Course = { readonly at: Payment; readonly changes: readonly Change[] }

export function from(payment: Payment): Course {
  return { at: payment, changes: [] }
}

/** The course after more happened. */
export function plus({ at, changes }: Course, nowMs: number, ...drafts: readonly Draft[]): Course {
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
