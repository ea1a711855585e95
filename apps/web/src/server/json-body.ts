import 'server-only'
import type { z } from 'zod'
import { boundedBody } from './bounded-body.ts'
import { badRequest } from './upload.ts'

/** The body as JSON of this shape; a `Response` that says what is wrong with it. An empty body is `{}`. */
export const jsonBody = async <Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  { maxBytes, words }: { maxBytes: number; words: string },
): Promise<z.output<Schema> | Response> => {
  const text = await boundedBody(request, maxBytes)
  if (text === null) return badRequest('That is too large.', 413)
  let json: unknown
  try {
    json = text === '' ? {} : JSON.parse(text)
  } catch {
    return badRequest(words)
  }
  const parsed = schema.safeParse(json)
  return parsed.success ? parsed.data : badRequest(words)
}
