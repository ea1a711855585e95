import type { ExportedFile } from '@gavel/api'

/** A file to keep, which no cache keeps for others. */
export const fileResponse = ({ name, type, body }: ExportedFile): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
