import { auctionById } from '@gavel/db'
import { LIST_FIELDS } from '@gavel/player-list'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { importList } from '../pool/import-list.ts'
import { eventProcedure } from '../trpc.ts'

/** As base64, so that the reader sees the file's very bytes: a byte order mark, another alphabet, a workbook. */
const MAX_BASE64 = 46_000_000

/** A list of players as text, or a file's bytes in base64; `map` says which column holds a field, over what is recognised. */
const importPlayersInput = z.object({
  list: z.union([
    z.strictObject({ csv: z.string().max(34_000_000) }),
    z.strictObject({ base64: z.base64().max(MAX_BASE64) }),
  ]),
  map: z.partialRecord(z.enum(LIST_FIELDS), z.string().max(200)).default({}),
})

/** Reads a list into an event's auction. Rows that are there already count as imported: sending a list twice changes nothing. */
export const importPlayers = eventProcedure('auction.manage')
  .input(importPlayersInput)
  .mutation(async ({ ctx: { services, actor, event }, input: { list, map } }) => {
    const auction = event.auctionId ? await auctionById(services.mongo, event.auctionId) : null
    if (!auction) throw new AppError('AUCTION.NOT_FOUND')
    const file = 'csv' in list ? list.csv : Buffer.from(list.base64, 'base64')
    return importList(services, auction, actor.userId ?? 'system', file, map)
  })
