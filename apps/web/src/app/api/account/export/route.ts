import { exportMine } from '@gavel/api'
import { answer } from '../../../../server/answer.ts'
import { contextFrom } from '../../../../server/context.ts'

/** Everything about whoever is signed in, as one JSON file (DATA-1). */
export const GET = (request: Request): Promise<Response> =>
  answer('/api/account/export', request, async () => {
    const pieces = await exportMine(await contextFrom(request.headers))
    return new Response(streamOf(pieces), {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="gavel-my-data.json"',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })

/** Pieces of text as a body: the next one is made when the reader has room for it, and none after the reader has gone. */
const streamOf = (pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await pieces.return(undefined)
    },
  })
}
