import { issueToken, tokenRequest } from '@gavel/api'
import { answer } from '../../../server/answer.ts'
import { boundedBody } from '../../../server/bounded-body.ts'
import { addressOf } from '../../../server/context.ts'
import { services } from '../../../server/services.ts'

const MAX_BODY_BYTES = 4_096

const badRequest = (message: string, status = 400) =>
  Response.json({ error: { code: 'BAD_REQUEST', message } }, { status })

const parsed = (text: string) => {
  try {
    return tokenRequest.safeParse(JSON.parse(text))
  } catch {
    return { success: false as const }
  }
}

/** Signs a program in: `{email, password}` or `{operatorToken}` for an access token of 15 minutes. */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/token', request, async () => {
    const body = await boundedBody(request, MAX_BODY_BYTES)
    if (body === null) return badRequest('That is too large for a sign-in.', 413)
    const given = parsed(body)
    if (!given.success) return badRequest('Send JSON: {"email", "password"} or {"operatorToken"}.')
    const issued = await issueToken(await services(), given.data, addressOf(request.headers))
    return Response.json(issued, { headers: { 'cache-control': 'no-store' } })
  })
