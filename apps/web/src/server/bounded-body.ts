/** Reads a request's body as text; null where it is longer than `maxBytes`, of which no more than that is kept. */
export const boundedBody = async (request: Request, maxBytes: number): Promise<string | null> => {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null
  if (!request.body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
