import NextAuth from 'next-auth'
import { authOptions } from '../../../../server/auth-options.ts'
import { isTooLong } from '../../../../server/declared-length.ts'

/** What a passkey signs is the largest, with some kilobytes. */
const MAX_BODY_BYTES = 64 * 1024

type RouteContext = { params: Promise<{ nextauth: string[] }> }

/** NextAuth reads bodies by itself, and holds what changes something to a token of its own (CSRF). */
const handler = async (request: Request, context: RouteContext): Promise<Response> =>
  isTooLong(request.headers, MAX_BODY_BYTES)
    ? Response.json({ error: { code: 'TOO_LARGE', message: 'That is too large to be read.' } }, { status: 413 })
    : ((await NextAuth(authOptions())(request, context)) as Response)

export { handler as GET, handler as POST }
