import type { AuctionState } from '@gavel/auction'
import { Clock, ClockFrame, cn, formatMoney, RollingPrice, SaleStamp, teamStyle } from '@gavel/ui'
import type { Directory } from './directory.ts'
import { howSold, STAGE_TITLES } from './stages/drama.ts'
import { boardOf, clockLengthMs, countsOf, dearestSale } from './view.ts'

type PricePanelProps = {
  auction: AuctionState
  directory: Directory
  offsetMs: number
  compact?: boolean
  className?: string
}

const GOING = ['', 'Going once', 'Going twice'] as const

/** The price, the largest thing on the page: on the leader's colour, with the clock around it. Its size never changes. */
export function PricePanel({ auction, directory, offsetMs, compact = false, className }: PricePanelProps) {
  const board = boardOf(auction)
  const { currency } = auction.rules
  const paused = auction.phase.is === 'paused'
  if (board.is === 'idle')
    return <QuietPanel auction={auction} directory={directory} compact={compact} className={className} />
  const leader = board.leader === null ? null : directory.team(board.leader)
  const { deadlineMs } = board
  const stage = board.stage ? STAGE_TITLES[board.stage.is] : ''
  const sign = board.is === 'open' ? (paused ? 'Paused' : stage || GOING[board.going]) : null
  const how = board.is === 'sold' ? howSold(auction, (team) => directory.team(team).name) : null
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
          '@container relative grid content-between overflow-hidden rounded-card',
          compact ? 'min-h-40 gap-1 p-4 sm:p-5' : 'min-h-52 gap-3 p-5 sm:min-h-64 sm:p-6',
          leader ? 'team-chip' : 'border bg-raised',
        )}
      >
        <div className="flex min-h-9 items-start justify-between gap-3">
          <p className="min-w-0 text-lg font-semibold break-words">
            {leader ? (
              <>
                {board.is === 'sold' ? <span className="font-normal">Sold to </span> : null}
                {leader.name}
                {board.is === 'open' ? <span className="font-normal"> lead</span> : null}
              </>
            ) : (
              'Base price'
            )}
          </p>
          <Clock deadlineMs={deadlineMs} offsetMs={offsetMs} frozen={paused} className="h-9 shrink-0 text-lg" />
        </div>
        <RollingPrice
          amount={board.price}
          currency={currency}
          className={compact ? 'text-price-compact' : 'text-price'}
        />
        <div className="flex min-h-9 flex-wrap items-end justify-between gap-x-3 gap-y-1">
          <p className={cn('self-center tabular-nums', !compact && '@lg:text-lg', how && 'max-w-[60%] leading-tight')}>
            {board.next === null
              ? (how ??
                `${countOfBids(board.bids.length)}${compact ? '' : ` · base ${formatMoney(board.base, currency)}`}`)
              : leader
                ? `Next bid ${formatMoney(board.next, currency)}`
                : 'The first bid is the base price'}
          </p>
          {sign ? <p className="plate h-9 shrink-0 font-bold @lg:text-lg">{sign}</p> : null}
        </div>
        {board.is === 'open' ? null : (
          <SaleStamp
            key={board.lot}
            kind={board.is}
            className="absolute right-4 bottom-2.5 bg-raised sm:right-6 sm:bottom-4"
          />
        )}
      </section>
    </ClockFrame>
  )
}

const countOfBids = (bids: number) => (bids === 0 ? 'No bids' : bids === 1 ? '1 bid' : `${bids} bids`)

type QuietPanelProps = {
  auction: AuctionState
  directory: Directory
  compact: boolean
  className: string | undefined
}

/** Where the price will be, or was: the auction has not begun, no player was called yet, or it is over. */
function QuietPanel({ auction, directory, compact, className }: QuietPanelProps) {
  const { title, words } = quietWords(auction, directory)
  return (
    <section
      aria-label="Price"
      className={cn(
        'grid content-center gap-1 rounded-card border bg-raised',
        compact ? 'min-h-40 p-4 sm:p-5' : 'min-h-40 p-5 sm:p-6',
        className,
      )}
    >
      <p className="text-xl font-semibold text-balance">{title}</p>
      <p className="text-muted">{words}</p>
    </section>
  )
}

/** What stands where the price will be, or was. */
export function quietWords(auction: AuctionState, directory: Directory): { title: string; words: string } {
  switch (auction.phase.is) {
    case 'scheduled':
      return {
        title: 'The auction has not started',
        words: 'Stay here: this page wakes up by itself when the auctioneer begins.',
      }
    case 'ended': {
      const { sold, spent } = countsOf(auction)
      const dearest = dearestSale(auction)
      const { currency } = auction.rules
      const all = `${sold} ${sold === 1 ? 'player' : 'players'} sold for ${formatMoney(spent, currency)}.`
      return {
        title: 'The auction has ended',
        words: dearest
          ? `${all} The dearest: ${directory.player(dearest.player).name} to ${directory.team(dearest.team).name} for ${formatMoney(dearest.amount, currency)}.`
          : 'Nobody was sold.',
      }
    }
    default:
      return {
        title: 'The first player is about to be called',
        words: 'The price stands here as soon as bidding opens.',
      }
  }
}
