export { EVENT_TYPES } from './events.ts'
export { failureOf } from './failures.ts'
export type {
  EventRefusal,
  FormOrder,
  Gateway,
  PageOrder,
  ProviderAt,
  ProviderEvent,
  RefundOrder,
} from './gateway.ts'
export { openStripe, type StripeSettings } from './open.ts'
