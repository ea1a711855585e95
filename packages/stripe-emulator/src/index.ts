export { main } from './main.ts'
export { type StripeOptions, startStripe } from './shell/start.ts'
