import type { AppRouter, SignedIn, TokenRequest } from '@gavel/api'
import { createTRPCClient, httpLink } from '@trpc/client'
import superjson from 'superjson'
import { Failure } from './failure.ts'
import type { Stack } from './stack.ts'

/** A token is fetched anew when it has less than this left. */
const RENEW_MS = 60_000

export type Api = ReturnType<typeof operatorApi>

/** The procedures of the API, called as the local operator. */
export function operatorApi(stack: Stack) {
  const token = signedIn(stack.webUrl, { operatorToken: stack.operatorToken })
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${stack.webUrl}/api/trpc`,
        transformer: superjson,
        headers: async () => ({ authorization: `Bearer ${await token()}` }),
      }),
    ],
  })
}

/** An access token for these credentials, fetched when first asked for and again before it runs out. */
export function signedIn(webUrl: string, credentials: TokenRequest): () => Promise<string> {
  let issued: SignedIn | null = null
  return async () => {
    if (issued && issued.expiresAtMs - Date.now() >= RENEW_MS) return issued.token
    issued = (await renewed(webUrl, issued)) ?? (await fetchToken(webUrl, credentials))
    return issued.token
  }
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/** The same session with another token; null where it cannot go on, as that of a bot or the operator. */
async function renewed(webUrl: string, before: SignedIn | null): Promise<SignedIn | null> {
  if (!before?.refreshToken) return null
  const response = await post(`${webUrl}/api/token/refresh`, { refreshToken: before.refreshToken })
  return response.ok ? ((await response.json()) as SignedIn) : null
}

async function fetchToken(webUrl: string, credentials: TokenRequest): Promise<SignedIn> {
  const response = await post(`${webUrl}/api/token`, credentials)
  if (response.ok) return (await response.json()) as SignedIn
  if ('operatorToken' in credentials && response.status === 401)
    throw new Failure(
      'Gavel does not accept the operator’s token beside run.json: it belongs to another start; run npm start again.',
    )
  const body = (await response.json().catch(() => null)) as { error?: { message?: string } } | null
  throw new Failure(body?.error?.message ?? `Gavel refused the sign-in (HTTP ${response.status}).`)
}
