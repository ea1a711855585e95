import type { Behaviour } from './cards.ts'
import type { JsonObject } from './json.ts'
import type { StripeError } from './problem.ts'

export type Metadata = Record<string, string>
type Row = { id: string; createdMs: number }

export type Customer = Row & {
  email: string | null
  name: string | null
  phone: string | null
  description: string | null
  metadata: Metadata
  isDeleted: boolean
}
export type Product = Row & { name: string; description: string | null; metadata: Metadata }
export type Price = Row & { product: string; currency: string; unitAmount: number; metadata: Metadata }

/** A kind of method that can be asked for by name. */
type AllowedType = 'card' | 'us_bank_account' | 'sepa_debit' | 'bacs_debit' | 'au_becs_debit' | 'acss_debit'

/** A way to pay. Numbers are not kept, only their last four digits and what they do. */
export type Method = Row & {
  type: string
  brand: 'visa' | 'mastercard' | 'amex' | 'unknown'
  last4: string
  expMonth: number
  expYear: number
  behaviour: Behaviour
  customer: string | null
  email: string | null
  name: string | null
}

type IntentState =
  | { status: 'requires_payment_method' }
  | { status: 'requires_confirmation' }
  | { status: 'requires_action' }
  | { status: 'processing' }
  | { status: 'succeeded' }
  | { status: 'canceled'; atMs: number; reason: string | null }

export type Intent = Row & {
  amount: number
  currency: string
  state: IntentState
  secret: string
  customer: string | null
  description: string | null
  metadata: Metadata
  method: string | null
  /** What it can be paid with, and what it was limited to, if it was. */
  methodTypes: string[]
  allowedTypes: AllowedType[] | null
  /** Whether its methods may lead to another page. */
  redirects: boolean
  latestCharge: string | null
  lastError: StripeError | null
  receiptEmail: string | null
  statementSuffix: string | null
  /** Where the bank's page led to leads back, also once it was answered. */
  returnUrl: string | null
  /** The Checkout Session that made it, which alone then moves it. */
  session: string | null
}

type ChargeState =
  | { status: 'pending' }
  | { status: 'succeeded' }
  | { status: 'failed'; code: string; declineCode: string; message: string; advice: string | null }

export type Charge = Row & {
  amount: number
  currency: string
  state: ChargeState
  intent: string
  method: string
  customer: string | null
  description: string | null
  metadata: Metadata
  receiptEmail: string | null
  refunded: number
  isDisputed: boolean
  transaction: string | null
}

export type Refund = Row & {
  amount: number
  currency: string
  charge: string
  intent: string
  status: 'pending' | 'succeeded' | 'failed'
  reason: 'duplicate' | 'fraudulent' | 'requested_by_customer' | null
  metadata: Metadata
  transaction: string
  failureTransaction: string | null
  failureReason: string | null
}

/** A line of the balance. `amount` and `net` have a sign; `fee` is what Stripe keeps. */
export type Transaction = Row & {
  amount: number
  fee: number
  currency: string
  type: 'charge' | 'payment' | 'refund' | 'payment_refund' | 'refund_failure' | 'adjustment'
  source: string
  description: string | null
  availableMs: number
}

export type Dispute = Row & {
  amount: number
  currency: string
  charge: string
  intent: string
  reason: 'fraudulent' | 'product_not_received'
  status: 'needs_response' | 'under_review' | 'won' | 'lost'
  transactions: string[]
  metadata: Metadata
  dueMs: number
}

export type LineItem = { id: string; description: string; price: string; quantity: number; amount: number }

type SessionState = { status: 'open' } | { status: 'complete'; payment: 'paid' | 'unpaid' } | { status: 'expired' }

export type Session = Row & {
  state: SessionState
  currency: string
  amount: number
  items: LineItem[]
  successUrl: string
  cancelUrl: string | null
  expiresMs: number
  reference: string | null
  customer: string | null
  customerEmail: string | null
  /** Whoever paid, as the page was told. */
  payer: { email: string | null; name: string | null } | null
  metadata: Metadata
  intentData: { metadata: Metadata; description: string | null; receiptEmail: string | null }
  intent: string | null
  methodTypes: string[]
  allowedTypes: AllowedType[] | null
  locale: string | null
  submitType: string | null
}

export type Event = Row & { type: string; object: JsonObject; requestId: string | null; idempotencyKey: string | null }
export type Endpoint = Row & {
  url: string
  events: string[]
  secret: string
  description: string | null
  metadata: Metadata
  isEnabled: boolean
}

/** One try to hand an event over: `status` is what the receiver answered, null where nothing came back. */
export type Try = { atMs: number; status: number | null; problem: string | null; tookMs: number }
export type Delivery = Row & {
  event: string
  endpoint: string
  state: 'waiting' | 'held' | 'delivered' | 'given-up' | 'dropped'
  /** How old its signature pretends to be. */
  signedAgoMs: number
  tries: Try[]
}

/** Something that time brings. */
export type Due = Row & { atMs: number; what: 'expire' | 'settle' | 'refund' | 'deliver'; about: string }

/** The answer that a key stands for. */
type Kept = Row & { hash: string; status: number; body: JsonObject; requestId: string }

export type Settings = Row & { aheadMs: number; webhooks: 'on' | 'drop' | 'hold' }

type Tables = {
  customers: Customer
  products: Product
  prices: Price
  methods: Method
  intents: Intent
  charges: Charge
  refunds: Refund
  transactions: Transaction
  disputes: Dispute
  sessions: Session
  events: Event
  endpoints: Endpoint
  deliveries: Delivery
  agenda: Due
  kept: Kept
  settings: Settings
}
export type TableName = keyof Tables

/** A change of a table, as the journal keeps it: the new row, or null where it went. */
export type Change = readonly [table: string, id: string, row: object | null]

/** Rows by id, in the order of their making. Rows are never changed, only replaced. */
class Table<T extends { id: string }> {
  readonly #rows = new Map<string, T>()
  readonly #note: (id: string, row: T | null) => void
  constructor(note: (id: string, row: T | null) => void) {
    this.#note = note
  }
  get(id: string): T | undefined {
    return this.#rows.get(id)
  }
  /** A row that is there because another names it. */
  need(id: string): T {
    const row = this.#rows.get(id)
    if (!row) throw new Error(`nothing has the id ${id}`)
    return row
  }
  put(row: T): T {
    this.#rows.set(row.id, row)
    this.#note(row.id, row)
    return row
  }
  drop(id: string): void {
    if (this.#rows.delete(id)) this.#note(id, null)
  }
  oldestFirst(): T[] {
    return [...this.#rows.values()]
  }
  newestFirst(): T[] {
    return this.oldestFirst().reverse()
  }
}

/** All that this Stripe knows. */
export type World = { readonly [K in TableName]: Table<Tables[K]> }

/** An empty world. `note` is told of each change. */
export const newWorld = (note: (change: Change) => void = () => {}): World => {
  const table = <T extends { id: string }>(name: TableName) => new Table<T>((id, row) => note([name, id, row]))
  return {
    customers: table('customers'),
    products: table('products'),
    prices: table('prices'),
    methods: table('methods'),
    intents: table('intents'),
    charges: table('charges'),
    refunds: table('refunds'),
    transactions: table('transactions'),
    disputes: table('disputes'),
    sessions: table('sessions'),
    events: table('events'),
    endpoints: table('endpoints'),
    deliveries: table('deliveries'),
    agenda: table('agenda'),
    kept: table('kept'),
    settings: table('settings'),
  }
}

/** How the clock and the webhooks stand. */
export const standing = (world: World): Settings =>
  world.settings.get('settings') ?? { id: 'settings', createdMs: 0, aheadMs: 0, webhooks: 'on' }
