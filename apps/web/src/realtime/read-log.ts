import type { Entry } from '@gavel/auction'
import { z } from 'zod'

/** Most entries that one request gives. */
const PAGE = 1_000
const rows = z.array(z.object({ seq: z.number().int(), body: z.string() }))

/**
 * The archived log of an auction, oldest first; a moment behind the live one.
 *
 * @param from the first seq wanted
 * @throws Error where the log cannot be read now
 */
export async function readLog(auctionId: string, from = 1): Promise<Entry[]> {
  const entries: Entry[] = []
  for (let next = from; ; next = from + entries.length) {
    const response = await fetch(`/api/auctions/${encodeURIComponent(auctionId)}/log?from=${next}&limit=${PAGE}`)
    if (!response.ok) throw new Error(`the log answered ${response.status}`)
    const page = rows.parse(await response.json())
    for (const { seq, body } of page) entries.push({ ...JSON.parse(body), seq } as Entry)
    if (page.length < PAGE) return entries
  }
}
