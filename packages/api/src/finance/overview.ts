import { type Asked, countPayments, lastNews, ledgerOf, listMismatches, listPayments, moneyRun } from '@gavel/db'
import { type Account, type LedgerEntry, type Stage, type TrialBalance, trialBalance } from '@gavel/payments'
import { z } from 'zod'
import { type PaymentRow, rowsOf } from '../payment/list.ts'
import type { Services } from '../services.ts'
import { eventProcedure, guardedProcedure } from '../trpc.ts'

const DAY_MS = 86_400_000

/** What came in on one day of UTC, and what of it was kept or went back, by currency; all above nothing. */
export type MoneyDay = { day: string; currency: string; cameIn: number; kept: number; gaveBack: number; fees: number }

/** How an event's money stands, or that of all events. Amounts are in the smallest units; debit above nothing, credit below. */
export type FinanceOverview = {
  balance: TrialBalance
  /** Days with a movement alone, in order. */
  days: MoneyDay[]
  stages: Partial<Record<Stage['is'], number>>
  /** What waits for a person. */
  asks: Partial<Record<Asked, number>>
  /** Payments that wait for a person, the oldest first, at most 100. */
  stuck: PaymentRow[]
}

/** What the machines last did; null where they never did. */
export type FinanceRuns = {
  /** Whether paying online is set up. */
  cards: boolean
  webhook: { type: string; atMs: number } | null
  fetched: { atMs: number } | null
  reconciled: { atMs: number; pairs: number; found: number } | null
  /** Mismatches that are open. */
  open: number
}

export const spanInput = z.object({ fromMs: z.number().int().min(0), toMs: z.number().int().min(0) })

/** How all events' money stands. */
export const overview = guardedProcedure('finance.read')
  .input(spanInput)
  .query(
    async ({ ctx: { services }, input }): Promise<FinanceOverview & FinanceRuns> => ({
      ...(await overviewOf(services, {}, input)),
      ...(await runsOf(services)),
    }),
  )

/** How one event's money stands, for its organisers. */
export const event = eventProcedure('payment.manage')
  .input(spanInput)
  .query(
    ({ ctx: { services, event: one }, input }): Promise<FinanceOverview> =>
      overviewOf(services, { eventId: one.id }, input),
  )

const SHOWN = 100

const overviewOf = async (
  services: Services,
  filter: { eventId?: string },
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<FinanceOverview> => {
  const { mongo } = services
  const [entries, counts, handBacks, mends] = await Promise.all([
    ledgerOf(mongo, filter),
    countPayments(mongo, filter),
    listPayments(mongo, { ...filter, asks: 'hand-back' }, SHOWN),
    listPayments(mongo, { ...filter, asks: 'mend' }, SHOWN),
  ])
  const known = new Set(mends.map(({ id }) => id))
  const waiting = [...mends, ...handBacks.filter(({ id }) => !known.has(id))].slice(0, SHOWN)
  return {
    balance: trialBalance(entries),
    days: daysOf(entries.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)),
    stages: Object.fromEntries(counts.stages),
    asks: Object.fromEntries(counts.asks),
    stuck: await rowsOf(services, waiting),
  }
}

const runsOf = async ({ mongo, gateway }: Services): Promise<FinanceRuns> => {
  const [webhook, fetched, reconciled, mismatches] = await Promise.all([
    lastNews(mongo, 'webhook'),
    moneyRun(mongo, 'events'),
    moneyRun(mongo, 'reconciliation'),
    listMismatches(mongo),
  ])
  return {
    cards: gateway !== null,
    webhook: webhook && { type: webhook.type, atMs: webhook.receivedAtMs },
    fetched: fetched && { atMs: fetched.atMs },
    reconciled: reconciled && { atMs: reconciled.atMs, pairs: reconciled.pairs, found: reconciled.found },
    open: mismatches.filter(({ state }) => state.is === 'open').length,
  }
}

const HELD: ReadonlySet<Account> = new Set(['stripe', 'cash', 'upi'])

/** Entries by day and currency, for a chart. */
const daysOf = (entries: readonly LedgerEntry[]): MoneyDay[] => {
  const days = new Map<string, MoneyDay>()
  for (const { atMs, currency, lines } of entries) {
    const day = new Date(atMs - (atMs % DAY_MS)).toISOString().slice(0, 10)
    const key = `${day} ${currency}`
    const at = days.get(key) ?? { day, currency, cameIn: 0, kept: 0, gaveBack: 0, fees: 0 }
    days.set(key, at)
    const on = (wanted: (account: Account) => boolean) =>
      lines.reduce((sum, { account, amount }) => (wanted(account) ? sum + amount : sum), 0)
    const held = on((account) => HELD.has(account))
    const fees = on((account) => account === 'fees')
    at.fees += fees
    // A provider's fee leaves what we hold, and is nobody's refund.
    if (held > 0) at.cameIn += held
    else at.gaveBack -= held + fees
    at.kept -= on((account) => account === 'income' || account === 'deposits')
  }
  return [...days.values()].toSorted((a, b) => (a.day + a.currency < b.day + b.currency ? -1 : 1))
}
