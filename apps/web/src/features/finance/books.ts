import { ACCOUNTS, type Account, type Money, type TrialBalance } from '@gavel/payments'

/** Each account as people understand it. */
export const ACCOUNT: Readonly<Record<Account, { words: string; means: string }>> = {
  stripe: { words: 'At Stripe', means: 'Paid online, less Stripe’s fees and what went back.' },
  cash: { words: 'In the cash box', means: 'Taken in cash, less what was handed back.' },
  upi: { words: 'By UPI', means: 'Taken by UPI, less what was sent back.' },
  disputed: { words: 'Disputed', means: 'Taken back by a bank until the dispute is decided.' },
  received: {
    words: 'Not decided yet',
    means: 'It has come in, and whether there is a place for it is not known yet.',
  },
  deposits: { words: 'Deposits', means: 'They go back to the teams after the event.' },
  'refunds-owed': { words: 'To be given back', means: 'Decided, and not gone yet.' },
  income: { words: 'Fees kept', means: 'What entering brought.' },
  fees: { words: 'Stripe’s fees', means: 'What Stripe keeps of each payment, and of disputes.' },
  'disputes-lost': { words: 'Lost to disputes', means: 'Given back by banks for good.' },
}

/** Accounts that hold money or cost it grow by debit; the others by credit. */
const DEBIT: ReadonlySet<Account> = new Set(['stripe', 'cash', 'upi', 'disputed', 'fees', 'disputes-lost'])

/** What turns a ledger's amount into one that grows as people see the account. */
export const signOf = (account: Account): 1 | -1 => (DEBIT.has(account) ? 1 : -1)

type BookLine = { account: Account; money: Money }
export type BookGroup = { id: 'there' | 'owed' | 'own'; lines: BookLine[]; total: Money }

/** The books of one currency. `apart`: by how much they do not add up, which is nothing unless Gavel has a bug. */
export type Books = { currency: string; groups: BookGroup[]; apart: Money }

const GROUPS: Readonly<Record<BookGroup['id'], readonly Account[]>> = {
  there: ['stripe', 'cash', 'upi', 'disputed'],
  owed: ['received', 'deposits', 'refunds-owed'],
  own: ['income', 'fees', 'disputes-lost'],
}

/** A trial balance as what there is, whom it is owed to, and what is one's own: the last two add up to the first (FINANCE-1). */
export function booksOf(balance: TrialBalance): Books[] {
  return Object.keys(balance)
    .toSorted()
    .map((currency) => {
      const groups = (['there', 'owed', 'own'] as const).map((id): BookGroup => {
        const lines = GROUPS[id].map((account) => ({
          account,
          money: { amount: shownOf(balance, currency, account, id), currency },
        }))
        return { id, lines, total: { amount: lines.reduce((sum, { money }) => sum + money.amount, 0), currency } }
      })
      const [there, owed, own] = groups.map(({ total }) => total.amount)
      return { currency, groups, apart: { amount: (there ?? 0) - (owed ?? 0) - (own ?? 0), currency } }
    })
}

/** What costs stands below nothing among what is one's own. */
function shownOf(balance: TrialBalance, currency: string, account: Account, group: BookGroup['id']): number {
  const amount = (balance[currency]?.[account] ?? 0) * (group === 'there' ? 1 : -1)
  return amount === 0 ? 0 : amount
}

/** The accounts in their order, for a list to choose from. */
export const accountOptions = (): { account: Account; words: string }[] =>
  ACCOUNTS.map((account) => ({ account, words: ACCOUNT[account].words }))
