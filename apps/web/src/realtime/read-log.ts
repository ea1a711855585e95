import type { VisibleEntry } from '@gavel/auction'
import { z } from 'zod'
import { paths } from '../paths.ts'
import { readOn } from './read-on.ts'

/** Most entries that one request gives. */
const PAGE = 1_000
const rows = z.array(z.object({ seq: z.number().int(), body: z.string() }))

/**
 * The archived log of an auction, oldest first, a page at a time.
 *
 * @param from the first seq wanted
 * @param upTo a seq that the room has reached: it is waited for, as the archive is a moment behind
 * @throws Error where the log cannot be read now
 */
export const readLog = (auctionId: string, from: number, upTo: number): AsyncGenerator<VisibleEntry[]> =>
  readOn(pagesOf(paths.log(auctionId)), from, upTo, PAGE)

/** The same as everybody is given it: what a page folds that looks back. @throws Error where the log cannot be read now */
export const readPublicLog = (auctionId: string, from: number, upTo: number): AsyncGenerator<VisibleEntry[]> =>
  readOn(pagesOf(paths.publicLog(auctionId)), from, upTo, PAGE)

const pagesOf =
  (address: string) =>
  async (from: number): Promise<VisibleEntry[]> => {
    const response = await fetch(`${address}?from=${from}&limit=${PAGE}`)
    if (!response.ok) throw new Error(`the log answered ${response.status}`)
    return rows.parse(await response.json()).map(({ seq, body }) => ({ ...JSON.parse(body), seq }) as VisibleEntry)
  }
