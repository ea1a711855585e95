'use client'

import { type AuctionState, bidRefusal, minimumBid, purseLeft, refusalWords, type TeamId } from '@gavel/auction'
import { Button, Dialog, formatMoney } from '@gavel/ui'
import { ChevronsUp, Minus, Plus } from 'lucide-react'
import { useState } from 'react'

type JumpBidProps = {
  auction: AuctionState
  team: TeamId
  off: string | null
  offsetMs: number
  onBid: (amount: number) => void
}

/** Steps of the grid that one tap adds. */
const STEPS = [1, 5, 20]

/** A call above the next price, chosen on the grid and confirmed in its own sheet. */
export function JumpBid({ auction, team, off, offsetMs, onBid }: JumpBidProps) {
  const [open, setOpen] = useState(false)
  const [steps, setSteps] = useState(1)
  const { lot, rules } = auction
  const grid = rules.jumpGrid
  const mine = auction.teams[team]
  if (grid === null || !lot || !mine) return null

  const next = minimumBid(rules, lot)
  const amount = Math.floor(next / grid) * grid + grid * steps
  const refusal = bidRefusal(auction, { lot: lot.lot, team, amount, floor: false }, Date.now() + offsetMs)
  const reason = off ?? (refusal ? refusalWords(refusal, rules.currency) : null)
  return (
    <Dialog
      from="foot"
      open={open}
      onOpenChange={(to) => {
        setOpen(to)
        setSteps(1)
      }}
      title="Jump bid"
      words={`The next bid is ${formatMoney(next, rules.currency)}. A jump may be any higher price on the grid of ${formatMoney(grid, rules.currency)}.`}
      trigger={
        <Button
          look="quiet"
          icon={<ChevronsUp aria-hidden className="size-4" />}
          {...(off ? { disabledReason: off } : {})}
        >
          Jump
        </Button>
      }
    >
      <div className="grid gap-5 pb-2">
        <output className="text-center text-2xl font-bold">{formatMoney(amount, rules.currency)}</output>
        <div className="grid grid-cols-4 gap-2">
          <Button
            size="lg"
            aria-label={`Less by ${formatMoney(grid, rules.currency)}`}
            onClick={() => setSteps(Math.max(1, steps - 1))}
          >
            <Minus aria-hidden className="size-5" />
          </Button>
          {STEPS.map((add) => (
            <Button key={add} size="lg" className="px-1 text-sm" onClick={() => setSteps(steps + add)}>
              <Plus aria-hidden className="size-4" />
              {formatMoney(grid * add, rules.currency, 'short')}
            </Button>
          ))}
        </div>
        <p className="text-center text-sm text-muted tabular-nums">
          {formatMoney(Math.max(0, purseLeft(mine) - amount), rules.currency)} left after it
        </p>
        <Button
          look="primary"
          size="lg"
          wide
          showReason
          {...(reason ? { disabledReason: reason } : {})}
          onClick={() => {
            onBid(amount)
            setOpen(false)
          }}
        >
          Bid {formatMoney(amount, rules.currency)}
        </Button>
      </div>
    </Dialog>
  )
}
