import type { AuctionState } from '@gavel/auction'
import { Clock, ClockFrame, cn, formatMoney, RollingPrice, SaleStamp, teamStyle } from '@gavel/ui'
import type { Directory } from './directory.ts'
import { boardOf, clockLengthMs } from './view.ts'

type PricePanelProps = { auction: AuctionState; directory: Directory; offsetMs: number; className?: string }

const GOING = ['', 'Going once', 'Going twice'] as const

/** The price, the largest thing on the page: on the leader's colour, with the clock around it. Its size never changes. */
export function PricePanel({ auction, directory, offsetMs, className }: PricePanelProps) {
  const board = boardOf(auction)
  const { currency } = auction.rules
  const paused = auction.phase.is === 'paused'
  if (board.is === 'idle') return <QuietPanel auction={auction} className={className} />
  const leader = board.leader === null ? null : directory.team(board.leader)
  const { deadlineMs } = board
  return (
    <ClockFrame
      deadlineMs={deadlineMs}
      offsetMs={offsetMs}
      totalMs={clockLengthMs(auction)}
      frozen={paused}
      className={className}
    >
      <section
        aria-label="Price"
        style={teamStyle(leader?.colour)}
        className={cn(
          '@container relative grid min-h-52 content-between gap-3 overflow-hidden rounded-card p-5 sm:min-h-60 sm:p-6',
          leader ? 'team-chip' : 'border bg-raised',
        )}
      >
        <div className="flex min-h-9 items-start justify-between gap-3">
          <p className="text-lg font-semibold">
            {leader ? (
              <>
                {leader.name}
                <span className="font-normal">{board.is === 'open' ? ' lead' : board.is === 'sold' ? ' buy' : ''}</span>
              </>
            ) : (
              'Base price'
            )}
          </p>
          <div className="flex shrink-0 items-center gap-2">
            {board.going > 0 ? <span className="plate h-9 text-base font-bold">{GOING[board.going]}</span> : null}
            {paused ? <span className="plate h-9 text-base font-bold">Paused</span> : null}
            <Clock deadlineMs={deadlineMs} offsetMs={offsetMs} frozen={paused} className="h-9 text-lg" />
          </div>
        </div>
        <RollingPrice amount={board.price} currency={currency} className="text-price" />
        <p className="min-h-6 tabular-nums">
          {board.next === null
            ? `${board.bids.length} ${board.bids.length === 1 ? 'bid' : 'bids'} from a base of ${formatMoney(board.base, currency)}`
            : leader
              ? `Next bid ${formatMoney(board.next, currency)}`
              : 'The first bid is the base price'}
        </p>
        {board.is === 'open' ? null : (
          <SaleStamp
            key={board.lot}
            kind={board.is}
            className="absolute right-5 bottom-5 bg-raised sm:right-6 sm:bottom-6"
          />
        )}
      </section>
    </ClockFrame>
  )
}

/** Where the price will be: the auction has not begun, or no player was called yet. */
function QuietPanel({ auction, className }: { auction: AuctionState; className: string | undefined }) {
  const { phase } = auction
  return (
    <section
      aria-label="Price"
      className={cn(
        'grid min-h-52 content-center gap-1 rounded-card border bg-raised p-5 sm:min-h-60 sm:p-6',
        className,
      )}
    >
      <p className="text-xl font-semibold">
        {phase.is === 'scheduled'
          ? 'The auction has not started'
          : phase.is === 'ended'
            ? 'The auction has ended'
            : 'The first player is about to be called'}
      </p>
      <p className="text-muted">
        {phase.is === 'scheduled'
          ? 'Stay here: this page wakes up by itself when the auctioneer begins.'
          : phase.is === 'ended'
            ? 'Squads and prices are below.'
            : 'The price stands here as soon as bidding opens.'}
      </p>
    </section>
  )
}
