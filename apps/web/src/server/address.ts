import type { IncomingHttpHeaders } from 'node:http'

type Asked = { headers: IncomingHttpHeaders; socket: { remoteAddress?: string | undefined } }

/** Longer than any address; what is longer is somebody's invention. */
const MAX_LENGTH = 64

/**
 * Writes into a request's `x-forwarded-for` the one address that it came from, for rate limits: the socket's, or what the outermost of
 * `proxies` trusted proxies saw. Each proxy adds an entry at the end, and whoever asks can write what stands before those (API-13).
 */
export const noteAddress = ({ headers, socket }: Asked, proxies: number): void => {
  const entries = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const seen = proxies > 0 ? entries.at(-proxies)?.trim() : undefined
  headers['x-forwarded-for'] = (seen || socket.remoteAddress || 'unknown').slice(0, MAX_LENGTH)
}
