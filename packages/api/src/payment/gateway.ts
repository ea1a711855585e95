import { type Gateway, openStripe } from '@gavel/payments/stripe'

/** Stripe's keys, and where it is if not at its own address. */
export type StripePlace = {
  readonly stripeSecretKey?: string | undefined
  readonly stripePublishableKey?: string | undefined
  readonly stripeWebhookSecret?: string | undefined
  readonly stripeAddress?: string | undefined
}

/** Gavel's view of Stripe; null where there is no key. */
export const gatewayOf = (place: StripePlace): Gateway | null =>
  place.stripeSecretKey === undefined
    ? null
    : openStripe({
        secretKey: place.stripeSecretKey,
        publishableKey: place.stripePublishableKey,
        webhookSecret: place.stripeWebhookSecret,
        address: place.stripeAddress,
      })
