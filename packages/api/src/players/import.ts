import { importsOf, namesOf } from '@gavel/db'
import { z } from 'zod'
import { importList, undoImport as undo } from '../pool/import-list.ts'
import { auctionProcedure } from '../trpc.ts'
import { listFile } from './input.ts'
import type { ImportRecord, ImportResult } from './types.ts'

/** Reads a list into the pool. The same list again adds nobody. */
export const importPlayers = auctionProcedure('auction.manage')
  .input(listFile)
  .mutation(({ ctx: { services, actor, auction }, input: { file, map, edits } }): Promise<ImportResult> => {
    const bytes = Buffer.from(file.base64, 'base64')
    return importList(services, auction, actor.userId ?? 'system', { name: file.name, bytes, map, edits })
  })

/** The imports that can be taken back, newest first. */
export const imports = auctionProcedure('auction.manage').query(
  async ({ ctx: { services, auction } }): Promise<ImportRecord[]> => {
    const records = await importsOf(services.mongo, auction.id)
    const names = await namesOf(services.postgres, [...new Set(records.map(({ byUserId }) => byUserId))])
    return records.map(({ auctionId: _, byUserId, ...record }) => ({ ...record, by: names.get(byUserId) ?? null }))
  },
)

/** Takes an import back whole. Whoever was called stays and is named with the reason; an import that is gone already is no error. */
export const undoImport = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), importId: z.string().min(1).max(40) }))
  .mutation(async ({ ctx: { services, actor, auction }, input: { importId } }) => {
    const { removed, kept } = await undo(services, auction, actor.userId ?? 'system', importId)
    return { removed: removed.length, kept }
  })
