import { moneyWords } from '@gavel/payments'
import { cn } from '@gavel/ui'
import { type MoneyLine, type Sum, sumsOf } from './rows.ts'

const TITLE: Readonly<Record<Sum['stands'], string>> = {
  owes: 'Still owed',
  way: 'On its way',
  paid: 'Paid',
  back: 'Given back',
}

/** How much is owed, paid and given back, as figures of the scoreboard. */
export function Totals({ lines }: { lines: readonly MoneyLine[] }) {
  const sums = sumsOf(lines)
  if (sums.length === 0) return null
  return (
    <dl className="ruled grid grid-cols-2 gap-x-6 gap-y-4 pt-3 sm:grid-cols-[repeat(auto-fit,minmax(9rem,1fr))]">
      {sums.map(({ stands, count, money }) => (
        <div key={`${money.currency} ${stands}`} className="grid content-start">
          <dt className="text-sm text-muted">
            {TITLE[stands]} <span className="tabular-nums">({count})</span>
          </dt>
          <dd
            className={cn('text-lg font-bold [overflow-wrap:anywhere] tabular-nums', stands === 'owes' && 'text-warn')}
          >
            {moneyWords(money)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
