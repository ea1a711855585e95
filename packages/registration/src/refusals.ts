import { dayWords } from './days.ts'
import type { Fault } from './questions.ts'
import type { Day } from './rules.ts'

/** Every typed "no", with the sentence a person reads. Codes are stable; `{x}` is filled from the refusal's detail. */
const REFUSALS = {
  NO_ENTRY: 'There is no such entry.',
  NOT_OFFERED: 'This event takes no such entries.',
  NOT_OPEN: 'Entries open on {opensAtMs}.',
  CLOSED: 'Entries closed on {closesAtMs}.',
  NO_BIRTH_DATE: 'Please give a date of birth.',
  BAD_BIRTH_DATE: 'That is not a date of birth.',
  TOO_YOUNG: 'Too young: at least {age} years on {day}.',
  TOO_OLD: 'Too old: at most {age} years on {day}.',
  NO_CATEGORY: 'Please choose a category.',
  UNKNOWN_CATEGORY: 'This event has no such category.',
  BAD_ANSWERS: 'Some answers need another look.',
  GROUP_SIZE: 'An entry has 1 to {max} seats.',
  NO_SEAT: 'This entry has no such open seat.',
  SEAT_TAKEN: 'Somebody else has this seat.',
  IN_GROUP: 'You have a seat in this group already.',
  CAPTAIN: 'The captain leaves by withdrawing the whole group.',
  SHARE_KEPT: 'A team’s shares stay as they are.',
  NO_OFFER: 'No place is on offer for you just now.',
  TOO_EARLY: 'There is still time until {untilMs}.',
  TOO_LATE: 'That offer ran out on {untilMs}.',
  NO_REASON: 'Say why, in up to 500 characters.',
  DECIDED: 'This entry was decided already.',
} as const

export type RefusalCode = keyof typeof REFUSALS
export const REFUSAL_CODES = Object.keys(REFUSALS) as RefusalCode[]

/** Names that end in `Ms` are times; `day` is the day that ages count on. `faults`: of BAD_ANSWERS. */
export type Refusal = {
  readonly code: RefusalCode
  readonly detail?: Readonly<Record<string, number>>
  readonly day?: Day
  readonly faults?: readonly Fault[]
}

/** The refusal in words for a person; times are said in the event's time zone (TOLD-1). */
export function refusalWords(refusal: Refusal, timeZone: string): string {
  return REFUSALS[refusal.code].replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'day') return refusal.day === undefined ? '?' : dayWords(refusal.day)
    const value = refusal.detail?.[name]
    if (value === undefined) return '?'
    return name.endsWith('Ms') ? timeWords(value, timeZone) : String(value)
  })
}

/** A time as people read it: `31 July 2026 at 18:30`. */
export function timeWords(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(atMs)
}
