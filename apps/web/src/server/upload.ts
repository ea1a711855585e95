import 'server-only'
import type { Upload } from '@gavel/api'
import { boundedBodyTo, boundedBytes } from './bounded-body.ts'

/** What a file may be sent as. A page of another site can make a browser send none of these without asking us first. */
const TYPES = /^(image\/[a-z0-9.+-]+|application\/(zip|x-zip-compressed|octet-stream))$/

export const badRequest = (message: string, status = 400): Response =>
  Response.json({ error: { code: 'BAD_REQUEST', message } }, { status })

/** Why a request is no upload of a file; null where it is one. */
export const notAnUpload = (request: Request): Response | null => {
  const [type = ''] = (request.headers.get('content-type') ?? '').toLowerCase().split(';')
  return TYPES.test(type.trim())
    ? null
    : badRequest('Send the file itself as the body, with its own content type.', 415)
}

/** The file that a request's body is. */
export const uploadIn = (request: Request): Upload => ({
  bytes: (most) => boundedBytes(request, most),
  to: (path, most) => boundedBodyTo(request, path, most),
})
