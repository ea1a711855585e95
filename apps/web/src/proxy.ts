import { loadEnvPart, realtimeUrlFor } from '@gavel/config'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy, payPlaces } from './csp.ts'
import { hostOf } from './server/host.ts'

const { nodeEnv, ...addresses } = loadEnvPart(['webUrl', 'realtimeUrl', 'nodeEnv'])
const { stripeSecretKey, stripeAddress } = loadEnvPart(['stripeSecretKey', 'stripeAddress'])
const pay = payPlaces(stripeSecretKey, stripeAddress)

/** Gives every page its own nonce and the policy that names it; Next puts the nonce on its own scripts. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const realtimeUrl = realtimeUrlFor(hostOf(request.headers), addresses)
  const policy = contentSecurityPolicy(nonce, realtimeUrl, pay, nodeEnv === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  // Browsers heed it on https alone, and complain of it on the plain http of a hall.
  if (addresses.webUrl.startsWith('https:')) {
    response.headers.set('cross-origin-opener-policy', 'same-origin')
    // Of this name alone: who runs Gavel may have others beneath it.
    response.headers.set('strict-transport-security', 'max-age=31536000')
  }
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api(?!/docs$)|media|_next/static|_next/image|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}
