import type { IncomingMessage } from 'node:http'
import { isOwnHost } from '@gavel/config'

type Asked = Pick<IncomingMessage, 'headers' | 'method' | 'url'>

/** What an orchestrator asks by an address that only it knows. */
const HEALTH = /^(\/api)?\/(healthz|readyz|metrics)$/

/**
 * Sends a request that was meant for another host to the one page that says so (LAN-4). The host is what the browser asked for, or what a
 * trusted proxy says it was; without such a proxy, what a request says of forwarding is dropped.
 */
export const checkHost = (request: Asked, proxies: number, webUrl: string): void => {
  const { headers } = request
  if (proxies === 0) {
    delete headers['x-forwarded-host']
    delete headers['x-forwarded-proto']
  }
  const forwarded = [headers['x-forwarded-host'] ?? []].flat().join(',').split(',').at(-1)?.trim()
  if (isOwnHost(forwarded || headers.host, webUrl) || HEALTH.test(request.url ?? '')) return
  request.method = 'GET'
  request.url = '/api/misdirected'
}

/** The host that a page was asked for by, as `checkHost` has let it through. */
export const hostOf = (given: Headers): string | null => given.get('x-forwarded-host') ?? given.get('host')
