import 'server-only'
import { paths } from '../../../paths.ts'
import { api } from '../../../server/context.ts'
import type { Person } from './rights.tsx'

export type CreateRequest = { person: Person; words: string; atMs: number }

/** The newest requests are enough: one that is older is asked again. */
const MAX_REQUESTS = 12

/** Requests for the right to create events, from the administrator's own inbox; those that were granted are left out. */
export async function loadRequests(): Promise<CreateRequest[]> {
  const caller = await api()
  const { items } = await caller.inbox.list({ cursor: null })
  const asked = new Map<string, { words: string; atMs: number }>()
  for (const { kind, href, words, createdAtMs } of items) {
    const email = kind === 'request' ? emailIn(href) : null
    if (email && !asked.has(email)) asked.set(email, { words, atMs: createdAtMs })
  }
  const found = await Promise.all(
    [...asked].slice(0, MAX_REQUESTS).map(async ([email, request]) => {
      const { people } = await caller.admin.people({ search: email })
      const person = people.find((one) => one.email === email)
      return person && !person.mayCreateEvents && !person.admin ? [{ person, ...request }] : []
    }),
  )
  return found.flat()
}

/** A request leads to the person's line on the page of people. */
function emailIn(href: string | null): string | null {
  if (!href?.startsWith(`${paths.adminUsers}?`)) return null
  return new URLSearchParams(href.slice(paths.adminUsers.length)).get('search')
}
