import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { loadEnvPart } from '@gavel/config'
import { noteAddress } from './server/address.ts'

/** Next calls this once, before the first request. */
export const register = (): void => {
  const { trustedProxies } = loadEnvPart(['trustedProxies'])
  // Node tells of each request before its handlers see it; Next itself shows handlers no socket, and keeps a header that somebody sent.
  subscribe('http.server.request.start', (message) =>
    noteAddress((message as { request: IncomingMessage }).request, trustedProxies),
  )
}
