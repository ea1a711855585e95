'use client'

import { type AuctionState, bidRefusal, minimumBid, purseLeft, refusalWords, type TeamId } from '@gavel/auction'
import { cn, formatMoney, teamStyle } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import type { BidMoment } from '../use-bid.ts'
import type { Caution } from './use-caution.ts'

type BidButtonProps = {
  auction: AuctionState
  directory: Directory
  team: TeamId
  /** Why every control is off (no connection), or null. */
  off: string | null
  offsetMs: number
  moment: BidMoment
  /** Where the bid would leave a squad that cannot be filled: it is asked twice. */
  caution: Caution | null
  /** Leaves a phone's page to something else: low, and still the same button. */
  slim: boolean
  onBid: (amount: number) => void
}

/**
 * The one button of a paddle: the next price, and what would be left after it. When it is off, its face says why; the core is asked, so
 * the reason is the one that the server would give.
 */
export function BidButton({ auction, directory, team, off, offsetMs, moment, caution, slim, onBid }: BidButtonProps) {
  const { lot, rules } = auction
  const mine = auction.teams[team]
  const next = lot?.stage.is === 'bidding' ? minimumBid(rules, lot) : null
  const reason = off ?? whyNotBid(auction, team, next, Date.now() + offsetMs)
  const sending = moment.is === 'sent'
  const leading = lot?.bids.at(-1)?.team === team
  const open = next !== null && !reason && !sending
  return (
    <>
      <button
        type="button"
        aria-disabled={!open || undefined}
        aria-busy={sending || undefined}
        aria-keyshortcuts="b"
        onClick={open ? () => onBid(next) : undefined}
        style={teamStyle(directory.team(team).colour)}
        className={cn(
          'grid w-full @5xl:min-h-72 place-content-center justify-items-center rounded-card border-2 text-center transition-transform select-none touch-manipulation',
          slim ? 'min-h-20 p-2 @5xl:gap-1 @5xl:p-4' : 'min-h-[31dvh] gap-1 p-4',
          open
            ? caution
              ? 'border-warn bg-raised text-ink active:scale-[0.985]'
              : 'border-transparent bg-accent text-on-accent active:scale-[0.985]'
            : 'cursor-not-allowed border-line bg-sunken text-ink',
          leading && !off && 'team-border',
        )}
      >
        {sending ? (
          <>
            <span className="text-lg font-semibold">Sending</span>
            <span className="text-2xl font-bold tabular-nums">{formatMoney(moment.amount, rules.currency)}</span>
          </>
        ) : open && mine ? (
          <>
            <span className="text-lg font-semibold">{caution?.asked ? 'Press again to bid' : 'Bid'}</span>
            <span className="text-2xl font-bold tabular-nums">{formatMoney(next, rules.currency)}</span>
            {caution ? (
              <span className="max-w-[36ch] text-sm font-semibold text-balance text-warn">
                After it your squad could no longer be filled. {caution.words}
              </span>
            ) : (
              <span className="text-base tabular-nums">
                {formatMoney(purseLeft(mine) - next, rules.currency)} left after it
              </span>
            )}
          </>
        ) : (
          <>
            <span className="max-w-[22ch] text-xl font-bold text-balance">{reason}</span>
            {next !== null && !leading ? (
              <span className="text-base text-muted tabular-nums">Next bid {formatMoney(next, rules.currency)}</span>
            ) : null}
          </>
        )}
      </button>
      {open && caution?.asked ? (
        <p role="alert" className="sr-only">
          Press again to bid. After it your squad could no longer be filled. {caution.words}
        </p>
      ) : null}
    </>
  )
}

/** Why this team may not call the next price now, in words for the button's face. */
export function whyNotBid(auction: AuctionState, team: TeamId, amount: number | null, nowMs: number): string | null {
  if (auction.phase.is === 'paused') return auction.phase.message ? `Paused: ${auction.phase.message}` : 'Paused'
  if (!auction.lot || amount === null) {
    return auction.phase.is === 'scheduled' ? 'The auction has not started' : 'Waiting for the next player'
  }
  const refusal = bidRefusal(auction, { lot: auction.lot.lot, team, amount, floor: false }, nowMs)
  return refusal ? refusalWords(refusal, auction.rules.currency).replace(/\.$/, '') : null
}
