import { issueToken, tokenRequest } from '@gavel/api'
import { endSession } from '@gavel/auth'
import { answer } from '../../../server/answer.ts'
import { contextFrom } from '../../../server/context.ts'
import { jsonBody } from '../../../server/json-body.ts'
import { noRefreshCookie, refreshCookie } from '../../../server/refresh-cookie.ts'
import { services } from '../../../server/services.ts'
import { visitorOf } from '../../../server/visitor.ts'

const BODY = { maxBytes: 4_096, words: 'Send JSON: {"email", "password"} or {"operatorToken"}.' }
const NO_STORE = { 'cache-control': 'no-store' }

/**
 * Signs a program in: `{email, password, code?}` or `{operatorToken}` for an access token of 15 minutes and a refresh token. With
 * `cookie: true` the refresh token is kept in a cookie out of reach of scripts, and is not in the answer.
 */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/token', request, async () => {
    const given = await jsonBody(request, tokenRequest, BODY)
    if (given instanceof Response) return given
    const { refreshToken, ...issued } = await issueToken(await services(), given, visitorOf(request.headers))
    const inCookie = 'cookie' in given && given.cookie === true && refreshToken !== null
    return inCookie
      ? Response.json(issued, { headers: { ...NO_STORE, 'set-cookie': refreshCookie(refreshToken) } })
      : Response.json({ ...issued, refreshToken }, { headers: NO_STORE })
  })

/** Signs a program out: ends the session of the bearer's token, and with it its refresh tokens. Repeating it is harmless. */
export const DELETE = (request: Request): Promise<Response> =>
  answer('/api/token', request, async () => {
    // A page signs out by its own form; here nothing but a token counts.
    const bearer = request.headers.has('authorization')
    const { services, session } = await contextFrom(request.headers)
    if (bearer && session) await endSession(services, { sid: session.sid }, 'signed-out')
    return new Response(null, { status: 204, headers: bearer ? { 'set-cookie': noRefreshCookie() } : {} })
  })
