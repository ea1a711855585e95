'use client'

import { cn } from '../lib/cn.ts'
import { formatMoney, moneyParts } from '../lib/money.ts'

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']

type RollingPriceProps = { amount: number; currency?: string; className?: string; unitClassName?: string }

/**
 * The price: each figure is a drum that rolls to its digit. Drums are keyed by place value, so a raise turns only what
 * changed. A screen reader gets the amount as words; with reduced motion the digits change at once.
 */
export function RollingPrice({ amount, currency = 'INR', className, unitClassName }: RollingPriceProps) {
  const { symbol, figures, unit } = moneyParts(amount, currency)
  const point = figures.indexOf('.') === -1 ? figures.length : figures.indexOf('.')
  return (
    <span className={cn('inline-flex flex-wrap items-baseline font-bold whitespace-nowrap tabular-nums', className)}>
      <span className="sr-only">{formatMoney(amount, currency)}</span>
      <span aria-hidden className="inline-flex items-baseline">
        <span className="mr-[0.06em] font-semibold">{symbol}</span>
        {[...figures].map((figure, at) => {
          const place = point - at
          return DIGITS.includes(figure) ? (
            <Drum key={`${unit}${place}`} digit={Number(figure)} />
          ) : (
            <span key={`${unit}${place}`}>{figure}</span>
          )
        })}
      </span>
      {unit ? (
        <span aria-hidden className={cn('ml-[0.22em] text-[0.42em] font-semibold tracking-normal', unitClassName)}>
          {unit}
        </span>
      ) : null}
    </span>
  )
}

function Drum({ digit }: { digit: number }) {
  return (
    <span className="relative inline-block h-[1em] overflow-hidden leading-none [clip-path:inset(-0.06em_0)]">
      <span className="invisible">0</span>
      <span
        className="absolute inset-x-0 top-0 flex flex-col transition-transform duration-200 ease-out"
        style={{ transform: `translateY(${-digit * 10}%)` }}
      >
        {DIGITS.map((figure) => (
          <span key={figure} className="h-[1em] text-center">
            {figure}
          </span>
        ))}
      </span>
    </span>
  )
}
