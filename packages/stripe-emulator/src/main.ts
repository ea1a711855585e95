import { parseArgs } from 'node:util'
import { startStripe } from './shell/start.ts'

/** What the program is told by its environment: the keys of Gavel, and the secret that signs what it is sent. */
export type MainEnvironment = {
  STRIPE_SECRET_KEY: string
  STRIPE_PUBLISHABLE_KEY: string
  STRIPE_WEBHOOK_SECRET: string
}

/**
 * The Stripe of `npm start`: `--file FILE --port PORT --url URL --webhook URL`, until it is ended. Returns when it listens; ends the process by
 * itself on SIGINT and SIGTERM.
 */
export const main = async (args: readonly string[], env: MainEnvironment): Promise<void> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      file: { type: 'string' },
      port: { type: 'string' },
      url: { type: 'string' },
      webhook: { type: 'string' },
    },
    strict: true,
  })
  const { file, port = '0', url, webhook } = values
  const stripe = await startStripe({
    port: Number(port),
    secretKey: env.STRIPE_SECRET_KEY,
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    webhooks: webhook === undefined ? [] : [{ url: webhook, secret: env.STRIPE_WEBHOOK_SECRET }],
    ...(file !== undefined && { file }),
    ...(url !== undefined && { baseUrl: url }),
  })
  process.stdout.write(`Stripe stands in at ${stripe.baseUrl}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stripe.close().finally(() => process.exit(0)))
}
