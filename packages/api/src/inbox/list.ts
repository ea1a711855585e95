import { countUnread, listNotifications, type Notification, type NotificationPlace } from '@gavel/db'
import { z } from 'zod'
import { pageLimit } from '../page-limit.ts'
import { signedInProcedure } from '../trpc.ts'

const PAGE = 30

/** A notification as its reader sees it. */
export type InboxItem = Pick<Notification, 'id' | 'kind' | 'title' | 'words' | 'href' | 'createdAtMs' | 'readAtMs'>

/** One page of an inbox, the newest first. `next` asks for the page after it; null where there is none. */
export type InboxPage = { items: InboxItem[]; next: string | null }

const CURSOR = /^(\d{1,15})-([a-z0-9]{1,40})$/

const cursor = z.string().regex(CURSOR).nullable().default(null)

const placeOf = (text: string | null): NotificationPlace | null => {
  const [, atMs, id] = CURSOR.exec(text ?? '') ?? []
  return atMs && id ? { createdAtMs: Number(atMs), id } : null
}

/** The caller's own inbox, page by page. A page is not moved by what arrives meanwhile. */
export const list = signedInProcedure
  .input(z.strictObject({ cursor, limit: pageLimit(PAGE) }).prefault({}))
  .query(async ({ ctx: { services, userId }, input }): Promise<InboxPage> => {
    const rows = await listNotifications(services.mongo, userId, {
      after: placeOf(input.cursor),
      limit: input.limit + 1,
    })
    const items = rows.slice(0, input.limit).map(shown)
    const last = rows.length > input.limit ? items.at(-1) : undefined
    return { items, next: last ? `${last.createdAtMs}-${last.id}` : null }
  })

const shown = ({ id, kind, title, words, href, createdAtMs, readAtMs }: Notification): InboxItem => ({
  id,
  kind,
  title,
  words,
  href,
  createdAtMs,
  readAtMs,
})

/** How many of the caller's notifications are unread. */
export const unread = signedInProcedure.query(
  async ({ ctx: { services, userId } }): Promise<{ unread: number }> => ({
    unread: await countUnread(services.mongo, userId),
  }),
)
