import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { MEDIA_PLACE, MediaUnreachableError, openMedia } from '@gavel/api/media'
import { EnvError, loadEnvPart } from '@gavel/config'
import { noteAddress } from './server/address.ts'
import { checkHost } from './server/host.ts'

/** Read here for what reading them refuses: a web app whose secrets others know, or with half of Stripe's, does not start (GUARD-5, CONFIG-10). */
const SECRETS = ['authSecret', 'operatorToken', 'stripeSecretKey', 'stripeWebhookSecret', 'stripeAddress'] as const

/** Next calls this once, before the first request. What keeps the web app from starting is one sentence, as for every other program. */
export const register = async (): Promise<void> => {
  try {
    await begin()
  } catch (error) {
    const expected = error instanceof EnvError || error instanceof MediaUnreachableError
    const words = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)
    process.stderr.write(`${words}\n`)
    // Next would go on, and answer every request with 500.
    process.exit(1)
  }
}

/** @throws EnvError; MediaUnreachableError where no picture can be kept (PHOTO-9) */
const begin = async (): Promise<void> => {
  const { trustedProxies, webUrl } = loadEnvPart(['trustedProxies', 'webUrl', ...SECRETS])
  // Node tells of each request before its handlers see it; Next itself shows handlers no socket, and keeps a header that somebody sent.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    noteAddress(request, trustedProxies)
    checkHost(request, trustedProxies, webUrl)
  })
  await openMedia(loadEnvPart(MEDIA_PLACE)).check()
}
