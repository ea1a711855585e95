import { z } from 'zod'
import { RestError } from './problem.ts'

/** The most items of one page. */
export const MAX_PAGE = 200

/** `nextCursor` asks for the page after it; null where there is none. */
export type Page<Item> = { items: readonly Item[]; nextCursor: string | null }

const place = z.tuple([z.number().int().min(0), z.string().max(200)])

const cursorAfter = (index: number, key: string): string =>
  Buffer.from(JSON.stringify([index, key])).toString('base64url')

const placeIn = (cursor: string): z.infer<typeof place> => {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch (cause) {
    throw new RestError('BAD_CURSOR', {}, { cause })
  }
}

/**
 * One page of a list that is known whole. A cursor names the last item that was given, so that what comes and goes meanwhile moves no page
 * (REST-4); where that very item has gone, its place counts.
 * @throws RestError BAD_CURSOR
 */
export const pageOf = <Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Page<Item> => {
  const from = cursor === undefined ? 0 : startAfter(all, keyOf, cursor)
  const items = all.slice(from, from + limit)
  const last = items.at(-1)
  const more = from + limit < all.length
  return { items, nextCursor: more && last !== undefined ? cursorAfter(from + items.length - 1, keyOf(last)) : null }
}

const startAfter = <Item>(all: readonly Item[], keyOf: (item: Item) => string, cursor: string): number => {
  const [index, key] = placeIn(cursor)
  const found = all.findIndex((item) => keyOf(item) === key)
  return found === -1 ? index : found + 1
}
