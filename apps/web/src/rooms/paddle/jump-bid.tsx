'use client'

import {
  type AuctionState,
  bidRefusal,
  minimumBid,
  purseLeft,
  refusalWords,
  strandedWords,
  type TeamId,
} from '@gavel/auction'
import { Button, Dialog, formatMoney } from '@gavel/ui'
import { ChevronsUp, TriangleAlert } from 'lucide-react'
import { useMemo, useState } from 'react'
import { AmountSteps } from '../amount-steps.tsx'
import { strandedBy } from './stranding.ts'

type JumpBidProps = {
  auction: AuctionState
  team: TeamId
  off: string | null
  offsetMs: number
  open: boolean
  onOpen: (open: boolean) => void
  onBid: (amount: number) => void
}

/** Steps of the grid that one tap adds. */
const STEPS = [1, 5, 20]

/** A call above the next price, chosen on the grid and confirmed in its own sheet. */
export function JumpBid({ auction, team, off, offsetMs, open, onOpen, onBid }: JumpBidProps) {
  const [steps, setSteps] = useState(1)
  const { lot, rules } = auction
  const grid = rules.jumpGrid
  const mine = auction.teams[team]
  const next = lot?.stage.is === 'bidding' ? minimumBid(rules, lot) : null
  const amount = grid === null || next === null ? null : Math.floor(next / grid) * grid + grid * steps
  const stranded = useMemo(() => (open ? strandedBy(auction, team, amount) : null), [open, auction, team, amount])
  if (grid === null || !lot || !mine || next === null || amount === null) return null

  const refusal = bidRefusal(auction, { lot: lot.lot, team, amount, floor: false }, Date.now() + offsetMs)
  const reason = off ?? (refusal ? refusalWords(refusal, rules.currency) : null)
  return (
    <Dialog
      from="foot"
      open={open}
      onOpenChange={(to) => {
        onOpen(to)
        setSteps(1)
      }}
      title="Jump bid"
      words={`The next bid is ${formatMoney(next, rules.currency)}. A jump may be any higher price on the grid of ${formatMoney(grid, rules.currency)}.`}
      trigger={
        <Button
          look="quiet"
          icon={<ChevronsUp aria-hidden className="size-4" />}
          kbd="J"
          {...(off ? { disabledReason: off } : {})}
        >
          Jump
        </Button>
      }
    >
      <div className="grid gap-5 pb-2">
        <output className="text-center text-2xl font-bold">{formatMoney(amount, rules.currency)}</output>
        <AmountSteps
          grid={grid}
          currency={rules.currency}
          adds={STEPS}
          least={steps <= 1 ? 'That is the least' : null}
          onStep={(by) => setSteps(Math.max(1, steps + by))}
        />
        <p className="text-center text-sm text-muted tabular-nums">
          {formatMoney(Math.max(0, purseLeft(mine) - amount), rules.currency)} left after it
        </p>
        {stranded ? (
          <p role="alert" className="flex items-start gap-2 text-sm font-semibold text-warn">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            After it your squad could no longer be filled. {strandedWords(stranded, rules.currency)}
          </p>
        ) : null}
        <Button
          look={stranded ? 'danger' : 'primary'}
          size="lg"
          wide
          showReason
          {...(reason ? { disabledReason: reason } : {})}
          onClick={() => {
            onBid(amount)
            onOpen(false)
          }}
        >
          Bid {formatMoney(amount, rules.currency)}
        </Button>
      </div>
    </Dialog>
  )
}
