import { matchesOf } from '@gavel/db'
import { z } from 'zod'
import { eventProcedure } from '../trpc.ts'
import { type ImportedMatch, importFile } from './import-file.ts'

/** Files of one match, or of football a season; a badminton match has a file for each of its games. */
export const importMatches = eventProcedure('match.manage')
  .input(
    z.object({
      /** Of the file or folder, for what its content does not say. */
      name: z.string().min(1).max(200),
      files: z
        .array(z.strictObject({ name: z.string().min(1).max(200), base64: z.base64() }))
        .min(1)
        .max(12),
    }),
  )
  .mutation(async ({ ctx: { services, actor, event }, input: { name, files } }): Promise<ImportedMatch[]> => {
    const there = await matchesOf(services.mongo, event.id)
    const named = files.map((file) => ({ name: file.name, bytes: Buffer.from(file.base64, 'base64') }))
    const next = Math.max(0, ...there.map(({ number }) => number)) + 1
    return importFile(services, event, actor.userId ?? 'system', name, named, next)
  })
