import { join } from 'node:path'
import { answersOk } from './net.ts'
import { type ProfilePaths, root } from './paths.ts'
import type { ProgramSpec } from './program.ts'
import { isHere, type Reach } from './reach.ts'
import type { Secrets } from './secrets.ts'

const READY_TIMEOUT_MS = 30_000

/** What the apps are told of the Stripe of this machine. */
export type StripeEnvironment = {
  STRIPE_SECRET_KEY: string
  STRIPE_PUBLISHABLE_KEY: string
  STRIPE_WEBHOOK_SECRET: string
  STRIPE_ADDRESS: string
}

/**
 * Whether fees are paid at a Stripe that stands in on this machine: where the environment names no key of the real one. Where others can open
 * Gavel they are not: its page is on this machine alone, and its cards are play money.
 */
export const wantsStripe = (
  { STRIPE_SECRET_KEY, WEB_URL }: Readonly<Record<string, string | undefined>>,
  { lan }: Reach,
): boolean => !STRIPE_SECRET_KEY && lan === null && (!WEB_URL || isHere(WEB_URL))

/** Its keys, made for this installation. They begin so that nobody takes them for keys of the real one. */
const keysOf = ({ stripeKey, stripePublishableKey, stripeWebhooks }: Secrets) => ({
  STRIPE_SECRET_KEY: `sk_test_here${stripeKey}`,
  STRIPE_PUBLISHABLE_KEY: `pk_test_here${stripePublishableKey}`,
  STRIPE_WEBHOOK_SECRET: `whsec_here${stripeWebhooks}`,
})

/** The stand-in as a program. @param webPort where it tells the web app what happened */
export const stripe = (
  paths: ProfilePaths,
  { port, webPort }: { port: number; webPort: number },
  secrets: Secrets,
  env: NodeJS.ProcessEnv,
): { spec: ProgramSpec; environment: StripeEnvironment } => {
  // One address for programs and browsers: the web app's policy names it.
  const address = `http://localhost:${port}`
  const environment = { ...keysOf(secrets), STRIPE_ADDRESS: address }
  const main = join(root, 'scripts', 'stripe', 'main.ts')
  const webhook = `http://localhost:${webPort}/api/stripe/webhook`
  return {
    spec: {
      name: 'stripe',
      command: process.execPath,
      args: [main, '--file', paths.stripe, '--port', String(port), '--url', address, '--webhook', webhook],
      cwd: root,
      env: { ...env, ...environment },
      logFile: join(paths.logs, 'stripe.log'),
      isReady: () => answersOk(`http://127.0.0.1:${port}/_gavel/clock`),
      readyTimeoutMs: READY_TIMEOUT_MS,
    },
    environment,
  }
}
