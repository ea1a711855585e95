import { parseArgs } from 'node:util'
import { createEmulator, filePersistence } from 'emulate'
import { googleHere } from './emulator.ts'

/** The Google of `npm start`: `main.ts --file FILE --port PORT --web URL`, for the client that the environment names, until it is ended. */
const { values } = parseArgs({
  options: { file: { type: 'string' }, port: { type: 'string' }, web: { type: 'string' } },
  strict: true,
})

const { file = '', port = '0', web = '' } = values
const emulator = await createEmulator({
  service: await googleHere({
    id: process.env.GOOGLE_CLIENT_ID ?? '',
    secret: process.env.GOOGLE_CLIENT_SECRET ?? '',
    redirectUri: new URL('/api/auth/callback/google', web).href,
  }),
  port: Number(port),
  // What it signs, and where browsers and Gavel find it, is one address.
  baseUrl: process.env.GOOGLE_ISSUER ?? '',
  persistence: filePersistence(file),
})
process.stdout.write(`Google stands in at ${emulator.baseUrl}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => emulator.close().finally(() => process.exit(0)))
