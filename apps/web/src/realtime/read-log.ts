import type { VisibleEntry } from '@gavel/auction'
import { z } from 'zod'
import { paths } from '../paths.ts'

/** Most entries that one request gives. */
const PAGE = 1_000
const rows = z.array(z.object({ seq: z.number().int(), body: z.string() }))

/**
 * The archived log of an auction, oldest first; a moment behind the live one.
 *
 * @param from the first seq wanted
 * @throws Error where the log cannot be read now
 */
export const readLog = (auctionId: string, from = 1): Promise<VisibleEntry[]> => readAll(paths.log(auctionId), from)

/** The same as everybody is given it: what a page folds that looks back. @throws Error where the log cannot be read now */
export const readPublicLog = (auctionId: string, from = 1): Promise<VisibleEntry[]> =>
  readAll(paths.publicLog(auctionId), from)

async function readAll(address: string, from: number): Promise<VisibleEntry[]> {
  const entries: VisibleEntry[] = []
  for (let next = from; ; next = from + entries.length) {
    const response = await fetch(`${address}?from=${next}&limit=${PAGE}`)
    if (!response.ok) throw new Error(`the log answered ${response.status}`)
    const page = rows.parse(await response.json())
    for (const { seq, body } of page) entries.push({ ...JSON.parse(body), seq } as VisibleEntry)
    if (page.length < PAGE) return entries
  }
}
