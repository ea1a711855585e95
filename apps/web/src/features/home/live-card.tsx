'use client'

import type { Roster } from '@gavel/api'
import { Clock, cn, ErrorState, formatMoney, LiveDot, Monogram, RollingPrice, teamStyle } from '@gavel/ui'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { paths } from '../../paths.ts'
import { useAuctionRoom } from '../../realtime/use-auction-room.ts'
import type { Directory } from '../../rooms/directory.ts'
import { useDirectory } from '../../rooms/use-directory.ts'
import { type CardPicture, pictureOf } from './picture.ts'

type LiveCardProps = {
  auctionId: string
  eventName: string
  roster: Roster
  /** Where the auction stood when the page was made, shown until the socket has joined. */
  first: CardPicture | null
  realtimeUrl: string
  /** Leads the page: larger, the first thing to see. */
  lead: boolean
}

const asGuest = async () => null

/** A live auction that is itself live: who is up, the price and who leads, as it happens. One tap leads into the room. */
export function LiveCard({ auctionId, eventName, roster, first, realtimeUrl, lead }: LiveCardProps) {
  const room = useAuctionRoom({ auctionId, realtimeUrl, as: 'public', accessToken: asGuest })
  const { auction, status } = room
  const directory = useDirectory({ auctionId, first: roster, firstCount: null, auction, urgent: false })
  const picture = useMemo(() => (auction ? pictureOf(auction) : first), [auction, first])
  return (
    <article
      className={cn(
        'relative grid overflow-hidden rounded-card border bg-raised focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent hover:border-edge',
        lead && 'md:grid-cols-[1fr_minmax(20rem,46%)]',
      )}
    >
      <div className="grid content-start gap-5 p-5">
        <div className="grid gap-1">
          <p className="flex min-h-5 items-center justify-between gap-3">
            {picture?.phase === 'paused' ? (
              <span className="text-sm font-semibold text-warn">Paused</span>
            ) : picture?.phase === 'ended' ? (
              <span className="text-sm font-semibold">Ended just now</span>
            ) : (
              <LiveDot />
            )}
            <span role="status" className="text-sm text-muted">
              {status.is === 'reconnecting' ? 'Reconnecting' : status.is === 'behind' ? 'Catching up' : null}
            </span>
          </p>
          <h2 className="text-lg break-words">
            <Link href={paths.auction(auctionId)} className="outline-none after:absolute after:inset-0 after:z-10">
              {eventName}
            </Link>
          </h2>
        </div>
        {picture ? <OnTheBlock picture={picture} directory={directory} /> : null}
        {status.is === 'refused' && !picture ? (
          <ErrorState title="This auction cannot be shown here" words={status.words} />
        ) : null}
      </div>
      <PriceFace picture={picture} directory={directory} offsetMs={room.offsetMs} lead={lead} />
    </article>
  )
}

/** What stands where the player will, while nobody is up. */
const QUIET = {
  scheduled: 'The auction has not started.',
  running: 'The first player is about to be called.',
  paused: 'The auction pauses before the first player.',
  ended: 'Every lot is done. Squads and prices are in the room.',
} as const

function OnTheBlock({ picture, directory }: { picture: CardPicture; directory: Directory }) {
  const { board, counts, currency } = picture
  const card = board.is === 'idle' ? null : directory.player(board.player)
  return (
    <>
      <div className="flex min-h-16 items-center gap-3">
        {card ? (
          <>
            <Monogram name={card.name} src={card.photoUrl} />
            <div className="grid min-w-0">
              <p className="text-base font-semibold break-words">{card.name}</p>
              <p className="text-sm text-muted">
                {[card.role, card.country].filter(Boolean).join(' · ') || `Lot ${board.is === 'idle' ? '' : board.lot}`}
              </p>
            </div>
          </>
        ) : (
          <p className="text-muted">{QUIET[picture.phase]}</p>
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted tabular-nums">
        <span>{counts.sold} sold</span>
        <span>{counts.unsold} unsold</span>
        <span>{counts.waiting} to come</span>
        <span>{formatMoney(counts.spent, currency)} spent</span>
      </p>
    </>
  )
}

type PriceFaceProps = { picture: CardPicture | null; directory: Directory; offsetMs: number; lead: boolean }

const GOING = ['', 'Going once', 'Going twice'] as const

/** The price on the leader's colour; its size stays the same whatever it says. */
function PriceFace({ picture, directory, offsetMs, lead }: PriceFaceProps) {
  const board = picture?.board ?? { is: 'idle' as const }
  const leader = board.is === 'idle' || board.leader === null ? null : directory.team(board.leader)
  const paused = picture?.phase === 'paused'
  return (
    <div
      style={teamStyle(leader?.colour)}
      className={cn(
        '@container grid min-h-36 content-between gap-3 p-5',
        leader ? 'team-chip rounded-none' : 'bg-sunken',
        lead && 'md:min-h-56',
      )}
    >
      <div className="flex min-h-8 items-start justify-between gap-3">
        <p className="font-semibold">{picture?.phase === 'ended' ? 'Spent in all' : faceWords(board.is, leader)}</p>
        {board.is === 'open' && !paused ? (
          <span className="flex shrink-0 gap-2">
            {board.going > 0 ? <span className="plate h-8 text-sm font-bold">{GOING[board.going]}</span> : null}
            <Clock deadlineMs={board.deadlineMs} offsetMs={offsetMs} className="h-8" />
          </span>
        ) : null}
      </div>
      {picture && (board.is !== 'idle' || picture.phase === 'ended') ? (
        <RollingPrice
          amount={board.is === 'idle' ? picture.counts.spent : board.price}
          currency={picture.currency}
          className={lead ? 'text-price' : 'text-2xl'}
        />
      ) : (
        <p className={cn('font-bold text-muted', lead ? 'text-price' : 'text-2xl')}>–</p>
      )}
      <p aria-hidden className="flex items-center justify-end gap-1.5 text-sm font-semibold">
        {picture?.phase === 'ended' ? 'See the results' : 'Watch'}
        <ArrowRight className="size-4" />
      </p>
    </div>
  )
}

function faceWords(is: 'idle' | 'open' | 'sold' | 'unsold', leader: { name: string } | null): string {
  switch (is) {
    case 'idle':
      return 'No bids yet'
    case 'open':
      return leader ? `${leader.name} lead` : 'Base price, no bid yet'
    case 'sold':
      return leader ? `Sold to ${leader.name}` : 'Sold'
    case 'unsold':
      return 'Went unsold'
    default:
      return is satisfies never
  }
}
