import { answer } from '../../../server/answer.ts'
import { services } from '../../../server/services.ts'

/** The public halves of the keys that sign access tokens (RFC 7517). A new key is among them ten minutes before it signs. */
export const GET = (request: Request): Promise<Response> =>
  answer('/.well-known/jwks.json', request, async () => {
    const keys = await (await services()).tokens.jwks()
    return Response.json(keys, {
      headers: { 'cache-control': 'public, max-age=300', 'content-type': 'application/jwk-set+json' },
    })
  })

export const dynamic = 'force-dynamic'
