import { loadEnvPart } from '@gavel/config'
import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './csp.ts'

const { realtimeUrl, nodeEnv } = loadEnvPart(['realtimeUrl', 'nodeEnv'])

/** Gives every page its own nonce and the policy that names it; Next puts the nonce on its own scripts. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce, realtimeUrl, nodeEnv === 'development')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}

export const config = {
  matcher: [
    {
      source: '/((?!api|_next/static|_next/image|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
}
