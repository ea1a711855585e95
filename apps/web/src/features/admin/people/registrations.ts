import type { RegistrationEntry } from '@gavel/api'
import { type Answer, type Category, dayWords, type Question } from '@gavel/registration'
import { isStanding, STATUS } from '../../entering/standing.ts'

export type Entry = RegistrationEntry
type Status = Entry['status']

export type Filters = { q: string; state: string; kind: string; paid: string }

/** The filters that an address asks for; what it does not know of is left out. */
export function filtersFrom(search: Pick<URLSearchParams, 'get'>): Filters {
  const state = search.get('state') ?? ''
  const kind = search.get('kind') ?? ''
  const paid = search.get('paid') ?? ''
  return {
    q: search.get('q') ?? '',
    state: state in STATUS ? state : '',
    kind: kind === 'player' || kind === 'owner' ? kind : '',
    paid: paid === 'yes' || paid === 'no' ? paid : '',
  }
}

/** The same as an address says them; empty where nothing is filtered. */
export function searchFrom({ q, state, kind, paid }: Filters): string {
  const asked = { ...(q && { q }), ...(state && { state }), ...(kind && { kind }), ...(paid && { paid }) }
  return new URLSearchParams(asked).toString()
}

/** The entries that fit: words are looked for in the person, the team and the player's own figures, without accents. */
export function filtered(entries: readonly Entry[], { q, state, kind, paid }: Filters): Entry[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (state && entry.status !== state) return false
    if (kind && entry.kind !== kind) return false
    if (paid && paidOf(entry)?.done !== (paid === 'yes')) return false
    const text = plain(textOf(entry))
    return words.every((word) => text.includes(word))
  })
}

/** What can be decided of an entry: letting it in, turning it away, taking it out again. */
export type Decision = 'approve' | 'reject' | 'take-out'

const DECIDABLE: Readonly<Record<Decision, readonly Status[]>> = {
  approve: ['awaiting'],
  reject: ['awaiting', 'waitlisted', 'pending', 'offered', 'owing'],
  'take-out': ['confirmed'],
}

/** Those of the chosen entries that a decision is for, in the order of the list. */
export function decidable(entries: readonly Entry[], chosen: ReadonlySet<string>, decision: Decision): Entry[] {
  return entries.filter((entry) => chosen.has(entry.id) && canDecide(entry, decision))
}

/** Whether a decision is for this entry. A group is let in or turned away as a whole, by its captain's entry. */
export function canDecide({ status, group }: Pick<Entry, 'status' | 'group'>, decision: Decision): boolean {
  return DECIDABLE[decision].includes(status) && (group === null || decision === 'take-out')
}

/** What of an entry is paid, in words; null where nothing is to be paid, or nothing is any more. */
export function paidOf({
  fee,
  seats,
  paid,
  status,
}: Pick<Entry, 'fee' | 'seats' | 'paid' | 'status'>): { done: boolean; words: string } | null {
  if (fee === null || seats === 0 || !isStanding(status)) return null
  const done = paid === seats
  return { done, words: seats === 1 ? (done ? 'Paid' : 'Not paid') : `${paid} of ${seats} paid` }
}

/** The answers of an entry, question by question as the form asks them; what is asked no longer stands at the end by its id. */
export function answersIn(
  { answers }: Pick<Entry, 'answers'>,
  questions: readonly Question[],
): { words: string; answer: string }[] {
  const asked = questions.map(({ id, words, asks }) => ({ words, answer: said(answers[id], asks) }))
  const known = new Set(questions.map(({ id }) => id))
  const former = Object.entries(answers).filter(([id]) => !known.has(id))
  return [...asked, ...former.map(([id, answer]) => ({ words: id, answer: said(answer, null) }))]
}

function said(answer: Answer | undefined, asks: Question['asks'] | null): string {
  if (answer === undefined) return 'No answer'
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  return asks === 'date' ? dayWords(String(answer)) : String(answer)
}

/** The name of the category that was chosen; its id, where the event has it no longer. */
export const categoryOf = ({ category }: Pick<Entry, 'category'>, categories: readonly Category[]): string | null =>
  category === null ? null : (categories.find(({ id }) => id === category)?.name ?? category)

/** How an entry is named: the player's own name beside the account's where they differ. */
export function nameOf({ person, details }: Entry): string {
  if (details.kind === 'owner') return person
  return details.name === person ? person : `${details.name} (${person})`
}

function textOf({ person, details }: Entry): string {
  return details.kind === 'owner'
    ? `${person} ${details.team} ${details.short}`
    : `${person} ${details.name} ${details.role} ${details.country}`
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
