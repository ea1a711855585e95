import { main } from '@gavel/stripe-emulator'

/** The Stripe of `npm start`, with the keys that the environment names; `packages/stripe-emulator` is its author. */
const { STRIPE_SECRET_KEY = '', STRIPE_PUBLISHABLE_KEY = '', STRIPE_WEBHOOK_SECRET = '' } = process.env
await main(process.argv.slice(2), { STRIPE_SECRET_KEY, STRIPE_PUBLISHABLE_KEY, STRIPE_WEBHOOK_SECRET })
