import { AppError, refreshSignIn } from '@gavel/api'
import { z } from 'zod'
import { answer } from '../../../../server/answer.ts'
import { jsonBody } from '../../../../server/json-body.ts'
import { refreshCookie, refreshTokenIn } from '../../../../server/refresh-cookie.ts'
import { services } from '../../../../server/services.ts'
import { visitorOf } from '../../../../server/visitor.ts'

const BODY = { maxBytes: 1_024, words: 'Send JSON: {"refreshToken"}, or nothing where it is in a cookie.' }
const asked = z.strictObject({ refreshToken: z.string().max(200).optional() })

/**
 * Exchanges a refresh token for its successor and a new access token: the token of the body, or that of the browser's cookie. A refusal never
 * takes a cookie away: the browser may hold a newer one by then, that another tab was given.
 */
export const POST = (request: Request): Promise<Response> =>
  answer('/api/token/refresh', request, async () => {
    const given = await jsonBody(request, asked, BODY)
    if (given instanceof Response) return given
    const inCookie = given.refreshToken === undefined
    const token = given.refreshToken ?? refreshTokenIn(request.headers)
    if (token === null) throw new AppError('AUTH.REFRESH_REFUSED')
    const { refreshToken, ...issued } = await refreshSignIn(await services(), token, visitorOf(request.headers))
    const headers = { 'cache-control': 'no-store' }
    return inCookie
      ? Response.json(issued, { headers: { ...headers, 'set-cookie': refreshCookie(refreshToken) } })
      : Response.json({ ...issued, refreshToken }, { headers })
  })
