import type { RegistrationEntry } from '@gavel/api'

export type Entry = RegistrationEntry
type Status = Entry['status']

/** How each state is said and shown, in the order in which an organiser looks for it. */
export const STATES: Readonly<Record<Status, { tone: 'plain' | 'good' | 'warn' | 'bad' | 'accent'; words: string }>> = {
  awaiting: { tone: 'accent', words: 'Awaiting approval' },
  pending: { tone: 'warn', words: 'Being confirmed' },
  waitlisted: { tone: 'warn', words: 'Waiting list' },
  confirmed: { tone: 'good', words: 'Confirmed' },
  rejected: { tone: 'bad', words: 'Not accepted' },
  withdrawn: { tone: 'plain', words: 'Withdrawn' },
}

export type Filters = { q: string; state: string; kind: string }

/** The filters that an address asks for; what it does not know of is left out. */
export function filtersFrom(search: Pick<URLSearchParams, 'get'>): Filters {
  const state = search.get('state') ?? ''
  const kind = search.get('kind') ?? ''
  return {
    q: search.get('q') ?? '',
    state: state in STATES ? state : '',
    kind: kind === 'player' || kind === 'owner' ? kind : '',
  }
}

/** The same as an address says them; empty where nothing is filtered. */
export function searchFrom({ q, state, kind }: Filters): string {
  return new URLSearchParams({ ...(q && { q }), ...(state && { state }), ...(kind && { kind }) }).toString()
}

/** The entries that fit: words are looked for in the person, the team and the player's own figures, without accents. */
export function filtered(entries: readonly Entry[], { q, state, kind }: Filters): Entry[] {
  const words = plain(q).split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (state && entry.status !== state) return false
    if (kind && entry.kind !== kind) return false
    const text = plain(textOf(entry))
    return words.every((word) => text.includes(word))
  })
}

/** What can be decided of an entry: letting it in, turning it away, taking it out again. */
export type Decision = 'approve' | 'reject' | 'take-out'

const DECIDABLE: Readonly<Record<Decision, readonly Status[]>> = {
  approve: ['awaiting'],
  reject: ['awaiting', 'waitlisted', 'pending'],
  'take-out': ['confirmed'],
}

/** Those of the chosen entries that a decision is for, in the order of the list. */
export function decidable(entries: readonly Entry[], chosen: ReadonlySet<string>, decision: Decision): Entry[] {
  return entries.filter(({ id, status }) => chosen.has(id) && DECIDABLE[decision].includes(status))
}

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
