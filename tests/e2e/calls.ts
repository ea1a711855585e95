import type { Page } from '@playwright/test'

/** Calls a procedure as the person who is signed in at this page: for what a story begins with and is not about. */
export async function call<Answer = unknown>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const response = await page.request.post(`${new URL(page.url()).origin}/api/trpc/${procedure}`, {
    data: { json: input },
  })
  const body = (await response.json()) as { result?: { data: { json: Answer } }; error?: { json: { message: string } } }
  if (!body.result) throw new Error(`${procedure}: ${body.error?.json.message ?? response.status()}`)
  return body.result.data.json
}

/** Asks a question, as the person who is signed in at this page. */
export async function ask<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const query = new URLSearchParams({ input: JSON.stringify({ json: input }) })
  const response = await page.request.get(`${new URL(page.url()).origin}/api/trpc/${procedure}?${query}`)
  return ((await response.json()) as { result: { data: { json: Answer } } }).result.data.json
}

export type MadeEvent = { slug: string; auctionId: string }

type Wanted = {
  name: string
  slug?: string
  capacity?: { players: number; teams: number }
  ruleSetId?: string
  /** What differs from the rule set. */
  rules?: object
  publish?: boolean
  auctioneers?: string[]
}

/** An event of the person at this page, under the rules of IPL 2025 where nothing else is said. */
export function makeEvent(page: Page, wanted: Wanted): Promise<MadeEvent> {
  return call<MadeEvent>(page, 'event.create', {
    startsAtMs: Date.UTC(2031, 2, 1, 14),
    timeZone: 'Asia/Kolkata',
    ruleSetId: 'ipl-2025',
    capacity: { players: 20, teams: 4 },
    ...wanted,
  })
}

/** The code of a new invitation to the event. */
export async function invite(page: Page, slug: string, role: string, teamId: string | null = null): Promise<string> {
  const { code } = await call<{ code: string }>(page, 'invitation.create', { slug, role, teamId, email: null })
  return code
}
