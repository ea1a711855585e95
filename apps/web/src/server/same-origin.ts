import { hostOf } from './host.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

const BEARER = /^Bearer (\S{1,4096})$/

/** The access token that a request brings. */
export const bearerIn = (given: Headers): string | undefined => BEARER.exec(given.get('authorization') ?? '')?.[1]

/**
 * Whether a request that changes something was sent by a page of another site (GUARD-1). Browsers say so themselves (`Sec-Fetch-Site`); over
 * plain http they send `Origin` alone. What says neither is no browser of this decade, and has nobody's cookies. Who brings an access token is
 * known by it and not by cookies, and no page can make a browser send one.
 */
export const isForeign = ({ method, headers }: { method: string; headers: Headers }): boolean => {
  if (READS.has(method) || bearerIn(headers)) return false
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  return origin !== null && !isHere(origin, headers)
}

/** `checkHost` has let only our own hosts through, so a page of the host that was asked is ours. */
const isHere = (origin: string, headers: Headers): boolean =>
  URL.canParse(origin) && new URL(origin).host === hostOf(headers)?.toLowerCase()
