import 'server-only'
import type { Me } from '@gavel/api'
import { cache } from 'react'
import { api } from '../../server/context.ts'

/** Who asked for this page; null for a guest. Looked up once for a page, however many parts of it ask. */
export const viewer = cache(async (): Promise<Me> => (await api()).auth.me())

/** Whether the desk has anything for this person: an administrator's always, everybody else's where there is an event to look after. */
export async function looksAfterEvents(me: NonNullable<Me>): Promise<boolean> {
  if (me.admin) return true
  const { mayCreate, events } = await (await api()).admin.events()
  return mayCreate || events.length > 0
}
