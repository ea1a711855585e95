import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** The body grew beyond what the route takes. */
class TooLongError extends Error {
  override name = 'TooLongError'
}

/** Reads a request's body; null where it is longer than `maxBytes`, of which no more than that is kept. */
export const boundedBytes = async (request: Request, maxBytes: number): Promise<Uint8Array | null> => {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of bounded(request, maxBytes)) chunks.push(chunk)
    return Buffer.concat(chunks)
  } catch (error) {
    if (error instanceof TooLongError) return null
    throw error
  }
}

/** As {@link boundedBytes}, as text. */
export const boundedBody = async (request: Request, maxBytes: number): Promise<string | null> => {
  const bytes = await boundedBytes(request, maxBytes)
  return bytes && Buffer.from(bytes).toString('utf8')
}

/** Writes a request's body into a file, for what is too large to be held; false where it is longer than `maxBytes`. */
export const boundedBodyTo = async (request: Request, path: string, maxBytes: number): Promise<boolean> => {
  try {
    await pipeline(bounded(request, maxBytes), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return true
  } catch (error) {
    if (error instanceof TooLongError) return false
    throw error
  }
}

async function* bounded(request: Request, maxBytes: number): AsyncGenerator<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new TooLongError()
  let length = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) throw new TooLongError()
    yield chunk
  }
}
