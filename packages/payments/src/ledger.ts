import { type Change, changeId } from './changes.ts'
import type { Money } from './money.ts'
import type { Holding, Source } from './payment.ts'

/** Accounts (LEDGER-2). What we hold, what it cost, what we owe, what we earned. */
export type Account = Source | Holding | 'refunds-owed' | 'fees' | 'disputed' | 'disputes-lost'

export const ACCOUNTS: readonly Account[] = [
  ...(['stripe', 'cash', 'upi', 'disputed'] as const),
  ...(['received', 'deposits', 'refunds-owed'] as const),
  ...(['income', 'fees', 'disputes-lost'] as const),
]

/** `amount`: debit above nothing, credit below it. */
export type Line = { readonly account: Account; readonly amount: number }

/** One movement of money: lines that add up to nothing, in one currency. */
export type LedgerEntry = {
  /** The change's: posting it again is posting it once. */
  readonly id: string
  readonly atMs: number
  readonly payment: string
  readonly currency: string
  readonly words: string
  readonly lines: readonly Line[]
}

/** The ledger entries of a payment's changes, in their order (LEDGER-1). */
export function postings(payment: string, changes: Iterable<Change>): LedgerEntry[] {
  return [...changes].flatMap((change) => {
    const posted = posting(change)
    if (!posted) return []
    const lines = posted.lines.filter(({ amount }) => amount !== 0)
    if (lines.length === 0) return []
    const { currency, words } = posted
    return [{ id: changeId(payment, change), atMs: change.atMs, payment, currency, words, lines }]
  })
}

type Posting = { readonly currency: string; readonly words: string; readonly lines: readonly Line[] }

/** So much from one account to another: `out` is credited, `into` debited. */
function moved(words: string, { amount, currency }: Money, out: Account, into: Account): Posting {
  return {
    words,
    currency,
    lines: [
      { account: into, amount },
      { account: out, amount: -amount },
    ],
  }
}

function posting(change: Change): Posting | null {
  switch (change.type) {
    case 'ChargeSeen':
      return moved('Money came in', change.charge.money, 'received', change.charge.source)
    case 'FeeSeen':
      return moved('Fee of the provider', change.fee, 'stripe', 'fees')
    case 'Kept':
      return moved('Kept', change.money, change.as, 'received')
    case 'RefundOwed':
      return moved('To be given back', change.money, 'refunds-owed', change.from)
    case 'RefundDropped':
      return moved('Given back by somebody else', change.money, change.from, 'refunds-owed')
    case 'RefundDone':
      return moved('Given back', change.money, change.via, 'refunds-owed')
    case 'RefundFailed':
      return change.wasDone ? moved('A refund came back', change.money, 'refunds-owed', 'stripe') : null
    case 'DisputeOpened': {
      const { money, fee } = change
      const { lines } = moved('', money, 'stripe', 'disputed')
      const cost = moved('', { amount: fee, currency: money.currency }, 'stripe', 'fees').lines
      return { words: 'Disputed', currency: money.currency, lines: [...lines, ...cost] }
    }
    case 'DisputeWon':
      return moved('Dispute won', change.money, 'disputed', 'stripe')
    case 'DisputeLost':
      return moved('Dispute lost', change.money, 'disputed', change.from)
    case 'Created':
    case 'AttemptBegun':
    case 'AttemptMoved':
    case 'Cancelled':
    case 'RefundNoted':
    case 'RefundSent':
    case 'RefundDelayed':
      return null
    default:
      return change satisfies never
  }
}

/** Balances of every account, by currency. Entries that come twice count once. */
export type TrialBalance = Readonly<Record<string, Readonly<Record<Account, number>>>>

const EMPTY: Readonly<Record<Account, number>> = {
  ...{ stripe: 0, cash: 0, upi: 0, disputed: 0 },
  ...{ received: 0, deposits: 0, 'refunds-owed': 0 },
  ...{ income: 0, fees: 0, 'disputes-lost': 0 },
}

/** What each account stands at; the accounts of a currency add up to nothing (LEDGER-3). */
export function trialBalance(entries: Iterable<LedgerEntry>): TrialBalance {
  const balances: Record<string, Record<Account, number>> = {}
  for (const { currency, lines } of once(entries)) {
    const balance = balances[currency] ?? { ...EMPTY }
    balances[currency] = balance
    for (const { account, amount } of lines) balance[account] += amount
  }
  return balances
}

export type StatementRow = Pick<LedgerEntry, 'id' | 'atMs' | 'payment' | 'words'> & {
  readonly amount: number
  /** After this row. */
  readonly balance: number
}

/** One account in one currency from `fromMs` on and before `toMs`, with what it stood at before (LEDGER-4). */
export function statement(
  entries: Iterable<LedgerEntry>,
  { account, currency, fromMs, toMs }: { account: Account; currency: string; fromMs: number; toMs: number },
): { before: number; rows: StatementRow[] } {
  const own = [...once(entries)].filter((entry) => entry.currency === currency).toSorted(inOrder)
  let balance = 0
  let before = 0
  const rows: StatementRow[] = []
  for (const { id, atMs, payment, words, lines } of own) {
    const amount = lines.reduce((sum, line) => (line.account === account ? sum + line.amount : sum), 0)
    if (amount === 0 || atMs >= toMs) continue
    balance += amount
    if (atMs < fromMs) before = balance
    else rows.push({ id, atMs, payment, words, amount, balance })
  }
  return { before, rows }
}

/** By time, then as they were made: ids end in a number. */
function inOrder(a: LedgerEntry, b: LedgerEntry): number {
  return a.atMs - b.atMs || a.id.localeCompare(b.id, 'en', { numeric: true })
}

function once(entries: Iterable<LedgerEntry>): Iterable<LedgerEntry> {
  return new Map([...entries].map((entry) => [entry.id, entry])).values()
}
