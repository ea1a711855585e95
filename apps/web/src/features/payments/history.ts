import type { PaymentView } from '@gavel/api'
import { type Money, moneyWords } from '@gavel/payments'

type Charge = PaymentView['charges'][number]
type Refund = PaymentView['refunds'][number]

export const SOURCE: Readonly<Record<Charge['source'], string>> = {
  stripe: 'online',
  cash: 'in cash',
  upi: 'by UPI',
}

const WHY: Readonly<Record<Refund['why'], string>> = {
  'not-due': 'It was not due.',
  returned: 'It went with the place.',
  organiser: 'The organiser gave it back.',
  'at-provider': 'It was given back at Stripe.',
}

/** One line of what happened with the money. `out`: it went back, or is about to. `atMs` null: not yet. */
export type Happened = { id: string; title: string; words: string; atMs: number | null; out: boolean; void: boolean }

/** What came in and what goes back, in order; what has no time yet stands at the end (PAYING-3). */
export function historyOf({ charges, refunds }: Pick<PaymentView, 'charges' | 'refunds'>): Happened[] {
  const inward = charges.map((charge): Happened => {
    const { id, source, money, atMs, counts } = charge
    const words = counts
      ? referenceWords(charge)
      : `${referenceWords(charge)} This did not count as the payment.`.trim()
    return { id, title: `${moneyWords(money)} paid ${SOURCE[source]}`, words, atMs, out: false, void: false }
  })
  const outward = refunds.map(
    ({ id, money, why, state, words, atMs }): Happened => ({
      id,
      title: `${moneyWords(money)} ${state === 'done' ? 'given back' : 'to be given back'}`,
      words: `${WHY[why]} ${words}`,
      atMs,
      out: true,
      void: state === 'dropped',
    }),
  )
  return [...inward, ...outward].toSorted((a, b) => (a.atMs ?? Number.MAX_VALUE) - (b.atMs ?? Number.MAX_VALUE))
}

const referenceWords = ({ reference }: Charge): string => (reference === null ? '' : `Reference ${reference}.`)

/** What of a payment came in and stayed, for its receipt: less what goes back. */
export function stayedOf({ charges, refunds, money }: Pick<PaymentView, 'charges' | 'refunds' | 'money'>): Money {
  // Money in another currency never counts, and goes back in full.
  const sum = (all: readonly { money: Money }[]) =>
    all.reduce((total, one) => (one.money.currency === money.currency ? total + one.money.amount : total), 0)
  const back = refunds.filter(({ state }) => state !== 'dropped')
  return { amount: sum(charges) - sum(back), currency: money.currency }
}
