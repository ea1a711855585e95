'use client'

import { cn } from '../lib/cn.ts'
import { formatMoney, type MoneyStyle } from '../lib/money.ts'
import { Tooltip } from './tooltip.tsx'

type MoneyProps = {
  /** Integer in the smallest unit. */
  amount: number
  currency?: string
  style?: Exclude<MoneyStyle, 'exact'>
  className?: string
  /** Makes the figure a stop for the keyboard, so that the exact amount shows on focus too. */
  focusable?: boolean
}

/** Money as people say it; the exact amount on hover or focus. */
export function Money({ amount, currency = 'INR', style = 'words', className, focusable = false }: MoneyProps) {
  const said = formatMoney(amount, currency, style)
  const exact = formatMoney(amount, currency, 'exact')
  const figure = (
    <data
      value={amount}
      className={cn('rounded-card whitespace-nowrap tabular-nums', className)}
      {...(focusable && said !== exact ? { tabIndex: 0 } : {})}
    >
      {said}
    </data>
  )
  return said === exact ? figure : <Tooltip words={exact}>{figure}</Tooltip>
}
