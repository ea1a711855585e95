import type { Env } from '@gavel/config'
import { type Gateway, openStripe } from '@gavel/payments/stripe'
import { PUBLISHABLE_KEY, SECRET_KEY, stripeForTest, WEBHOOK_SECRET } from '@gavel/stripe-emulator/given'

type Here = Awaited<ReturnType<typeof stripeForTest>>

/**
 * A Stripe that stands in for one test: Gavel's gateway to it, the SDK for what others do there, and its orders (`packages/stripe-emulator`).
 * Nothing settles by itself; `order('settle', …)` does it. Pages are paid with `submit` and `typed` of `@gavel/stripe-emulator/given`.
 */
export type StripeHere = {
  readonly gateway: Gateway
  readonly sdk: Here['stripe']
  readonly order: Here['order']
  readonly baseUrl: string
  /** What services are told of it: for `given` of `@gavel/api`, or a part of the environment. */
  readonly settings: Pick<Env, 'stripeSecretKey' | 'stripePublishableKey' | 'stripeWebhookSecret' | 'stripeAddress'>
  /** The same for programs. */
  readonly environment: Readonly<Record<string, string>>
  [Symbol.asyncDispose](): Promise<void>
}

/** @param options where it sends webhooks, signed with `settings.stripeWebhookSecret`; nowhere where none are named */
export async function startStripeHere(options: { webhookUrl?: string } = {}): Promise<StripeHere> {
  const { webhookUrl } = options
  const here = await stripeForTest(
    webhookUrl === undefined ? {} : { webhooks: [{ url: webhookUrl, secret: WEBHOOK_SECRET }] },
  )
  const [secretKey, publishableKey, webhookSecret, address] = [
    SECRET_KEY,
    PUBLISHABLE_KEY,
    WEBHOOK_SECRET,
    here.baseUrl,
  ]
  return {
    gateway: openStripe({ secretKey, publishableKey, webhookSecret, address }),
    sdk: here.stripe,
    order: here.order,
    baseUrl: address,
    settings: {
      stripeSecretKey: secretKey,
      stripePublishableKey: publishableKey,
      stripeWebhookSecret: webhookSecret,
      stripeAddress: address,
    },
    environment: {
      STRIPE_SECRET_KEY: secretKey,
      STRIPE_PUBLISHABLE_KEY: publishableKey,
      STRIPE_WEBHOOK_SECRET: webhookSecret,
      STRIPE_ADDRESS: address,
    },
    [Symbol.asyncDispose]: () => here.close(),
  }
}

/** No Stripe, whatever the environment of the tests names: for programs. */
export const NO_STRIPE: Readonly<Record<string, string>> = {
  STRIPE_SECRET_KEY: '',
  STRIPE_PUBLISHABLE_KEY: '',
  STRIPE_WEBHOOK_SECRET: '',
  STRIPE_ADDRESS: '',
}
