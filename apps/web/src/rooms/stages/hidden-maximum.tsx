'use client'

import { type AuctionState, type Lot, minimumBid, type TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { Button, Dialog, formatMoney } from '@gavel/ui'
import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { amountTyped } from '../amount-typed.ts'
import { MoneyField } from '../money-field.tsx'
import { ActLine } from './act-line.tsx'
import { whyNotAct } from './asks.ts'
import { useAct } from './use-act.ts'
import { useMyMaxima } from './use-my-maxima.ts'

type HiddenMaximumProps = {
  auction: AuctionState
  lot: Lot
  team: TeamId
  off: string | null
  offsetMs: number
  act: (act: TeamAct) => Promise<Outcome>
}

/** A maximum that only the server knows: it bids for the team, a step above the next highest, up to that price. */
export function HiddenMaximum({ auction, lot, team, off, offsetMs, act }: HiddenMaximumProps) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const { mine, again } = useMyMaxima(auction.auctionId, auction.rules.proxies)
  const kept = mine?.onLots.find((left) => left.lot === lot.lot)?.max ?? null
  const { moment, send } = useAct(act)
  if (!auction.rules.proxies || lot.stage.is !== 'bidding') return null

  const { currency } = auction.rules
  const at = `max-${lot.lot}`
  const max = amountTyped(typed, currency)
  const set = (to: number | null): TeamAct => ({ type: 'SetProxy', lot: lot.lot, max: to })
  const reason =
    off ?? (max === null ? 'Type the most you would pay' : whyNotAct(auction, team, set(max), Date.now() + offsetMs))
  const busy = moment.is === 'sent'

  async function leave(to: number | null) {
    const { is } = await send(at, set(to))
    if (is !== 'accepted') return
    void again()
    setTyped('')
    setOpen(false)
  }

  return (
    <Dialog
      from="foot"
      open={open}
      onOpenChange={(to) => {
        setOpen(to)
        // Another of the team's people may have left one meanwhile.
        if (to) void again()
      }}
      title="Hidden maximum"
      words={`Nobody is shown it. It bids for you a step above the next highest; of two equal ones the earlier leads. The next bid is ${formatMoney(minimumBid(auction.rules, lot), currency)}.`}
      trigger={
        <Button look="quiet" icon={<EyeOff aria-hidden className="size-4" />} disabledReason={off}>
          {kept === null ? 'Maximum' : `Up to ${formatMoney(kept, currency, 'short')}`}
        </Button>
      }
    >
      <form
        className="grid gap-3 pb-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason && max !== null) void leave(max)
        }}
      >
        {kept === null ? null : (
          <p className="flex flex-wrap items-center justify-between gap-2">
            <span>
              Your team’s: <b>{formatMoney(kept, currency)}</b>
            </span>
            <Button size="sm" busy={busy} disabledReason={off} onClick={() => void leave(null)}>
              Take it back
            </Button>
          </p>
        )}
        <MoneyField label="Most" currency={currency} typed={typed} onType={setTyped} />
        <Button type="submit" look="primary" size="lg" wide showReason busy={busy} disabledReason={reason}>
          {max === null ? 'Leave a maximum' : `Leave ${formatMoney(max, currency)}`}
        </Button>
        <ActLine moment={moment} at={at} />
      </form>
    </Dialog>
  )
}
