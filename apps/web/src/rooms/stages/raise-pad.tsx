'use client'

import { formatMoney, HoldButton } from '@gavel/ui'
import { useState } from 'react'
import { AmountSteps } from '../amount-steps.tsx'
import { type Ask, raised } from './asks.ts'

/** Steps of the grid that one tap adds. */
const STEPS = [1, 4, 20]

type RaisePadProps = {
  ask: Extract<Ask, { is: 'raise' }>
  currency: string
  own: boolean
  busy: boolean
  whyNot: (amount: number) => string | null
  onRaise: (amount: number) => void
}

/** The leader's one raise, of any size on the grid, or none. */
export function RaisePad({ ask, currency, own, busy, whyNot, onRaise }: RaisePadProps) {
  const [steps, setSteps] = useState(0)
  const money = (amount: number) => formatMoney(amount, currency)
  const { range } = ask
  const size = own ? 'lg' : 'md'
  const none = (
    <HoldButton
      look="plain"
      size={size}
      again="Press again"
      className="w-full"
      disabledReason={whyNot(ask.amount)}
      onConfirm={() => onRaise(ask.amount)}
    >
      No raise: stay at {money(ask.amount)}
    </HoldButton>
  )
  if (!range)
    return (
      <>
        <p className="text-muted">Your team can pay no more than {money(ask.amount)}.</p>
        {none}
      </>
    )
  const { least, most, grid } = range
  const amount = raised(range, steps)
  return (
    <>
      <output aria-label="The raise" className="text-center text-2xl font-bold tabular-nums">
        {money(amount)}
      </output>
      <AmountSteps
        grid={grid}
        currency={currency}
        adds={STEPS}
        size={size}
        least={amount <= least ? 'That is the least' : null}
        most={amount >= most ? 'That is your limit' : null}
        onStep={(by) => setSteps(Math.max(0, Math.min(steps + by, Math.round((most - least) / grid))))}
      />
      <HoldButton
        look="primary"
        size={size}
        again="Press again"
        className="w-full"
        disabledReason={busy ? 'Sending' : whyNot(amount)}
        onConfirm={() => onRaise(amount)}
      >
        Raise to {money(amount)}
      </HoldButton>
      {none}
    </>
  )
}
