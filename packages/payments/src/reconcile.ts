import { type Money, moneyWords, sameMoney } from './money.ts'
import type { Payment } from './payment.ts'

/** A charge or a refund as one side has it. `id` is Stripe's. */
export type Movement = {
  readonly id: string
  readonly kind: 'charge' | 'refund'
  readonly money: Money
  readonly atMs: number
  readonly state: 'done' | 'pending' | 'failed'
  /** Ours; null where Stripe's object names none. */
  readonly payment: string | null
}

export type MismatchKind = 'not-with-us' | 'not-with-them' | 'amount' | 'state' | 'nobodys'

export type Found = {
  /** The same from day to day. */
  readonly id: string
  readonly kind: MismatchKind
  readonly movement: Movement
  readonly owner: 'machine' | 'administrator'
  /** In words for its owner. */
  readonly step: string
}

/** Two lists that are not made at the same moment differ by what is this young (RECON-3). */
const YOUNG_MS = 60 * 60_000

/** What of a payment Stripe should have in its lists. */
export function movementsOf({ id: payment, charges, refunds, money }: Payment): Movement[] {
  const currencies = new Map(charges.map((charge) => [charge.id, charge.money.currency]))
  return [
    ...charges.flatMap((charge): Movement[] => {
      if (charge.source !== 'stripe') return []
      return [{ id: charge.id, kind: 'charge', money: charge.money, atMs: charge.atMs, state: 'done', payment }]
    }),
    ...refunds.flatMap(({ charge, amount, state }): Movement[] => {
      const sum = { amount, currency: currencies.get(charge) ?? money.currency }
      const common = { kind: 'refund', money: sum, payment } as const
      if (state.is === 'sent') return [{ ...common, id: state.provider, atMs: state.atMs, state: 'pending' }]
      return state.is === 'done' && state.via === 'stripe'
        ? [{ ...common, id: state.proof, atMs: state.atMs, state: 'done' }]
        : []
    }),
  ]
}

/**
 * Pairs our movements with Stripe's by Stripe's id, and tells whatever differs, with whose it is and what to do (RECON-1, RECON-2). Both lists
 * cover the same days; ours may be longer: what is before `fromMs` is looked for and not missed.
 */
export function reconcile(
  ours: readonly Movement[],
  theirs: readonly Movement[],
  { fromMs, nowMs }: { fromMs: number; nowMs: number },
): { pairs: number; found: Found[] } {
  const own = new Map(ours.map((one) => [one.id, one]))
  const their = new Map(theirs.map((one) => [one.id, one]))
  const settled = ({ atMs }: Movement) => atMs <= nowMs - YOUNG_MS
  const both = [...their.values()].flatMap((one) => {
    const mine = own.get(one.id)
    return mine ? [{ mine, one }] : []
  })
  const found = [
    ...both.flatMap(({ mine, one }) => (settled(one) ? differs(mine, one) : [])),
    ...[...their.values()].filter((one) => !own.has(one.id) && settled(one) && one.state !== 'failed').map(notWithUs),
    ...[...own.values()].filter((one) => !their.has(one.id) && one.atMs >= fromMs && settled(one)).map(notWithThem),
  ]
  return { pairs: both.length, found }
}

function differs(mine: Movement, theirs: Movement): Found[] {
  if (!sameMoney(mine.money, theirs.money)) {
    const step = `We have ${moneyWords(mine.money)}, Stripe has ${moneyWords(theirs.money)}. Look at both, then correct ours by hand.`
    return [of('amount', theirs, 'administrator', step)]
  }
  if (mine.state === theirs.state) return []
  return [of('state', theirs, 'machine', 'Fetch it from Stripe: its state there is newer than ours.')]
}

function notWithUs(theirs: Movement): Found {
  if (theirs.payment !== null)
    return of('not-with-us', theirs, 'machine', 'Fetch it from Stripe: its webhook did not arrive.')
  const step = 'Stripe has this and names no payment of ours. If it was made by hand, accept it with a note.'
  return of('nobodys', theirs, 'administrator', step)
}

function notWithThem(ours: Movement): Found {
  const step =
    'We have this and Stripe does not. Check that the key is of the right Stripe account, then look for it there.'
  return of('not-with-them', ours, 'administrator', step)
}

function of(kind: MismatchKind, movement: Movement, owner: Found['owner'], step: string): Found {
  return { id: `${kind}:${movement.id}`, kind, movement, owner, step }
}

/** A mismatch through the days. */
export type Mismatch = Found & {
  readonly sinceMs: number
  readonly state:
    | { readonly is: 'open' }
    | { readonly is: 'resolved'; readonly atMs: number }
    | { readonly is: 'accepted'; readonly atMs: number; readonly by: string; readonly note: string }
}

/** Yesterday's mismatches and today's findings (RECON-4). One that comes back after it was resolved is open again. */
export function carriedOver(before: readonly Mismatch[], found: readonly Found[], nowMs: number): Mismatch[] {
  const known = new Map(before.map((one) => [one.id, one]))
  const still = new Set(found.map(({ id }) => id))
  return [
    ...before.flatMap((one): Mismatch[] => {
      if (still.has(one.id)) return []
      return one.state.is === 'open' ? [{ ...one, state: { is: 'resolved', atMs: nowMs } }] : [one]
    }),
    ...found.map((one): Mismatch => {
      const old = known.get(one.id)
      const state = old?.state.is === 'accepted' ? old.state : ({ is: 'open' } as const)
      return { ...one, sinceMs: old?.sinceMs ?? nowMs, state }
    }),
  ]
}

/** An administrator says that a mismatch is all right, and why. */
export function accepted(one: Mismatch, by: string, note: string, nowMs: number): Mismatch {
  return { ...one, state: { is: 'accepted', atMs: nowMs, by, note } }
}
