import { listMismatches, listPayments, moneyRun, noteMoneyRun, paymentById, paymentOf, saveMismatches } from '@gavel/db'
import { carriedOver, type Found, type Movement, movementsOf, reconcile } from '@gavel/payments'
import type { Gateway } from '@gavel/payments/stripe'
import { pursue } from '../payment/pursue.ts'
import { asked, lookAt } from '../payment/tasks.ts'
import type { Stores } from '../services.ts'

const DAY_MS = 86_400_000
/** Each day is looked at this often: what Stripe tells late, as a refund that failed, is found too. */
const DAYS = 7

/**
 * Compares what came in and went out by our books with Stripe's own lists. What Stripe has and we do not is fetched first; what is left is a
 * mismatch with its owner and next step, and one that is gone is resolved (TILL-9).
 * @returns null where Stripe does not answer, or no key is set
 */
export const reconcileMoney = async (
  stores: Stores,
  nowMs: number,
): Promise<{ pairs: number; found: number } | null> => {
  const { gateway, mongo, logger } = stores
  if (!gateway) return null
  const fromMs = nowMs - DAYS * DAY_MS
  const answer = await asked(gateway.movements({ fromMs, toMs: nowMs }))
  if ('failure' in answer) {
    logger.warn({ failure: answer.failure }, 'Stripe did not list its movements')
    return null
  }
  const theirs = answer.said
  const first = await compare(stores, theirs, { fromMs, nowMs })
  const fetched = first.found.some(({ owner }) => owner === 'machine')
  if (fetched) await fetchAll({ ...stores, gateway }, first.found, nowMs)
  const { pairs, found } = fetched ? await compare(stores, theirs, { fromMs, nowMs }) : first
  const left = found.map(forPeople)
  await saveMismatches(mongo, carriedOver(await listMismatches(mongo), left, nowMs))
  await noteMoneyRun(mongo, { id: 'reconciliation', atMs: nowMs, untilMs: nowMs, pairs, found: left.length })
  return { pairs, found: left.length }
}

const compare = async (
  { mongo }: Pick<Stores, 'mongo'>,
  theirs: readonly Movement[],
  span: { fromMs: number; nowMs: number },
): Promise<{ pairs: number; found: Found[] }> => {
  // What moved in those days has changed since; what Stripe names besides is looked up by its payment.
  const recent = await listPayments(mongo, { sinceMs: span.fromMs })
  const known = new Set(recent.map(({ id }) => id))
  const named = new Set(theirs.flatMap(({ payment }) => (payment !== null && !known.has(payment) ? [payment] : [])))
  const older = await Promise.all([...named].map((id) => paymentById(mongo, id)))
  const records = [...recent, ...older.flatMap((record) => record ?? [])]
  return reconcile(records.map(paymentOf).flatMap(movementsOf), theirs, span)
}

/** Fetches what Stripe knows better. */
const fetchAll = async (
  stores: Stores & { gateway: Gateway },
  found: readonly Found[],
  nowMs: number,
): Promise<void> => {
  const ids = new Set(found.flatMap(({ owner, movement }) => (owner === 'machine' ? (movement.payment ?? []) : [])))
  for (const id of ids) {
    const record = await paymentById(stores.mongo, id)
    if (!record) continue
    for (const { attempt } of record.at) await lookAt(stores, record, attempt, nowMs)
    await pursue(stores, id)
  }
}

const STILL =
  'It was fetched from Stripe, and still differs. Look the payment up at Stripe, then accept this with a note or settle it by hand.'

/** What fetching did not mend is a person's. */
const forPeople = (one: Found): Found =>
  one.owner === 'machine' ? { ...one, owner: 'administrator', step: STILL } : one

/** Reconciles where the last time is a day ago. A start after a pause makes up for it at once. */
export const reconcileDaily = async (stores: Stores, nowMs: number): Promise<void> => {
  const last = await moneyRun(stores.mongo, 'reconciliation')
  if (last === null || nowMs - last.atMs >= DAY_MS) await reconcileMoney(stores, nowMs)
}
