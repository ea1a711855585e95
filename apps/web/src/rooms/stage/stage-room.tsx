'use client'

import type { AuctionState } from '@gavel/auction'
import { Clock, ConnectionBar, cn, formatMoney, Monogram, RollingPrice, SaleStamp, Stage, teamStyle } from '@gavel/ui'
import { JoinCard } from '../../features/join/join-card.tsx'
import { connectionOf } from '../connection.ts'
import type { Directory } from '../directory.ts'
import { RoomGone } from '../gone.tsx'
import { lateWords } from '../late-badge.tsx'
import { quietWords } from '../price-panel.tsx'
import { howSold, STAGE_TITLES } from '../stages/drama.ts'
import { hasBoard } from '../stages/lots-board.tsx'
import { orderWords } from '../stages/order-of-play.ts'
import { StageBoard } from '../stages/stage-board.tsx'
import { StageDrama } from '../stages/stage-drama.tsx'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, teamRows } from '../view.ts'
import { LapsedLine } from './lapsed-line.tsx'
import { SoldMoment } from './sold-moment.tsx'
import { useAwake } from './use-awake.ts'

/** Letters of a name from which on it is set smaller, so that it stays on one line beside the lot. */
const LONG_NAME = 24

const GOING = ['', 'Going once', 'Going twice'] as const

type StageRoomProps = RoomPageProps & { overlay?: boolean; join?: Join | null }

/** How the hall comes in, with the address that phones know. */
type Join = { code: string; url: string }

/** The projector's picture, read from twenty metres: lot, price, leader, clock, purses. `overlay` lies over a broadcast. */
export function StageRoom({ overlay = false, join = null, ...props }: StageRoomProps) {
  // An overlay goes out to strangers, whoever has opened it; the hall's own projector shows what its account may see.
  const { room, directory, delayMs } = useRoomPage(props, 'public', overlay)
  const online = useOnline()
  useAwake()
  if (room.status.is === 'refused') return <RoomGone code={room.status.code} words={room.status.words} />
  const { auction } = room
  return (
    <>
      <ConnectionBar state={connectionOf(room, online)} className="z-50" />
      <Stage transparent={overlay} className={overlay ? 'content-end' : 'grid-rows-[auto_1fr_auto] gap-[3vh]'}>
        {auction ? (
          <Picture
            auction={auction}
            directory={directory}
            offsetMs={room.offsetMs}
            event={props.info.event.name}
            overlay={overlay}
            join={join}
          />
        ) : (
          <p className="self-center text-stage-l font-bold">{props.info.event.name}</p>
        )}
        {delayMs > 0 && auction?.phase.is !== 'ended' ? (
          <p className="fixed top-[1.2vh] right-[5vw] rounded-card bg-surface px-[0.8vw] py-[0.4vh] text-stage-s">
            {lateWords(delayMs)}
          </p>
        ) : null}
      </Stage>
    </>
  )
}

type PictureProps = {
  auction: AuctionState
  directory: Directory
  offsetMs: number
  event: string
  overlay: boolean
  join: Join | null
}

function Picture({ auction, directory, offsetMs, event, overlay, join }: PictureProps) {
  const board = boardOf(auction)
  const paused = auction.phase.is === 'paused'
  const band = (
    <>
      <PauseBand auction={auction} />
      <AnnouncementBand auction={auction} />
    </>
  )
  const strip = overlay ? null : (
    <div className="grid gap-[2vh]">
      {band}
      <PurseStrip auction={auction} directory={directory} />
    </div>
  )
  if (hasBoard(auction) && !overlay)
    return (
      <>
        <h1 className="text-stage-m font-bold">{event}</h1>
        <StageBoard auction={auction} directory={directory} offsetMs={offsetMs} />
        {strip}
      </>
    )
  if (board.is === 'idle') {
    if (overlay)
      return (
        <div className="grid justify-items-start gap-[1vh]">
          {band}
          <h1 className="rounded-card bg-surface px-[1.6vw] py-[1.2vw] text-stage-m font-bold">{event}</h1>
        </div>
      )
    return (
      <>
        <h1 className="text-stage-m font-bold">{event}</h1>
        <div className="grid gap-[4vh] self-center">
          {join && auction.phase.is === 'scheduled' ? (
            <JoinCard look="stage" code={join.code} url={join.url} title="Follow it on your phone" />
          ) : null}
          <p className={cn('font-bold text-balance', join ? 'text-stage-m' : 'text-stage-l')}>
            {auction.phase.is === 'scheduled'
              ? 'The auction starts soon'
              : auction.phase.is === 'ended'
                ? 'The auction has ended'
                : (orderWords(auction, directory) ?? 'The first player is about to be called')}
            {auction.phase.is === 'ended' ? (
              <span className="mt-[3vh] block text-stage-m font-normal">{quietWords(auction, directory).words}</span>
            ) : null}
          </p>
        </div>
        {strip}
      </>
    )
  }
  const card = directory.player(board.player)
  const player = auction.players[board.player]
  const leader = board.leader === null ? null : directory.team(board.leader)
  const { currency } = auction.rules
  const order = board.is === 'open' ? null : orderWords(auction, directory)
  const facts = [card.role, card.country, player ? directory.set(player.set) : ''].filter(Boolean).join(' · ')
  const signs = (
    <>
      {/* Over a broadcast the question itself begins with it. */}
      {board.stage && !overlay ? (
        <span className="plate py-[0.14em] font-bold">{STAGE_TITLES[board.stage.is]}</span>
      ) : null}
      {board.going > 0 ? <span className="plate py-[0.14em] font-bold">{GOING[board.going]}</span> : null}
      <Clock deadlineMs={board.deadlineMs} offsetMs={offsetMs} frozen={paused} />
    </>
  )
  const how = board.is === 'sold' ? howSold(auction, (team) => directory.team(team).name) : null
  const after = (
    <>
      <LapsedLine auction={auction} lot={board.lot} directory={directory} />
      {how ? <p className="plate justify-self-start py-[0.3em] text-stage-s font-bold">{how}</p> : null}
    </>
  )
  if (overlay) {
    return (
      <div className="grid gap-[1vh]">
        {band}
        {after}
        {auction.lot ? <StageDrama auction={auction} directory={directory} lot={auction.lot} overlay /> : null}
        <div className="relative grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] overflow-hidden rounded-card bg-surface">
          <SoldMoment auction={auction} directory={directory} overlay />
          <header className="grid content-center gap-[0.6vh] px-[1.6vw] py-[1.2vw]">
            <h1 className="text-stage-m font-bold text-balance">{card.name}</h1>
            <p className="text-stage-s">{facts}</p>
          </header>
          <section
            aria-label="Price"
            style={teamStyle(leader?.colour)}
            className={cn(
              'flex items-end justify-between gap-[1.2vw] px-[1.6vw] py-[1.2vw]',
              leader ? 'team-fill' : 'bg-raised',
            )}
          >
            <div className="min-w-0">
              <p className="text-stage-s font-bold">{leader ? leader.name : 'Base price'}</p>
              <RollingPrice amount={board.price} currency={currency} className="text-stage-l" />
            </div>
            <div className="flex shrink-0 flex-wrap justify-end gap-[0.8vw] self-center text-stage-s">
              {signs}
              {board.is === 'open' ? null : (
                <SaleStamp key={board.lot} kind={board.is} className="bg-raised [&>span]:text-stage-m" />
              )}
            </div>
          </section>
        </div>
      </div>
    )
  }
  return (
    <>
      <header className="flex items-center gap-[2vw]">
        <div className="w-[8vw] min-w-16 shrink-0">
          <Monogram name={card.name} src={card.photoUrl} size="fill" />
        </div>
        <div className="min-w-0 flex-1">
          <h1
            className={cn(
              'font-bold text-balance wrap-anywhere',
              card.name.length > LONG_NAME ? 'text-stage-m' : 'text-stage-l',
            )}
          >
            {card.name}
          </h1>
          <p className="mt-[1vh] text-stage-s">{facts}</p>
        </div>
        <p className="shrink-0 text-right text-stage-s">
          Lot {board.lot}
          <span className="block">Base {formatMoney(board.base, currency)}</span>
        </p>
      </header>
      <section
        aria-label="Price"
        style={teamStyle(leader?.colour)}
        className={cn(
          'relative grid min-h-0 content-between gap-[2vh] overflow-hidden rounded-card p-[2.5vw]',
          leader ? 'team-chip' : 'border-2 border-edge bg-raised',
        )}
      >
        <SoldMoment auction={auction} directory={directory} />
        <div className="flex items-start justify-between gap-[2vw]">
          <p className="min-w-0 text-stage-l font-bold text-balance">{leader ? leader.name : 'Base price'}</p>
          <div className="flex shrink-0 flex-wrap items-center justify-end gap-[1vw] text-stage-m">{signs}</div>
        </div>
        <RollingPrice
          amount={board.price}
          currency={currency}
          className={board.stage ? 'text-[clamp(2.5rem,min(11vw,20vh),15rem)] leading-[0.95]' : 'text-stage-xl'}
        />
        {auction.lot ? <StageDrama auction={auction} directory={directory} lot={auction.lot} /> : null}
        {after}
        {order ? <p className="max-w-[70%] text-stage-m font-bold text-balance">{order}</p> : null}
        {board.is === 'open' ? null : (
          <SaleStamp
            key={board.lot}
            kind={board.is}
            className="absolute top-[2.5vw] right-[2.5vw] border-[0.4vw] bg-raised px-[2.4vw] py-[1.2vw] [&>span]:text-stage-l"
          />
        )}
      </section>
      {strip}
    </>
  )
}

/** The auctioneer's words to the hall while nothing goes on. */
function PauseBand({ auction }: { auction: AuctionState }) {
  if (auction.phase.is !== 'paused') return null
  const { message } = auction.phase
  return (
    <section aria-label="Pause" className="rounded-card bg-ink px-[1.6vw] py-[1.2vh] text-stage-m text-surface">
      <p className="text-balance">
        <span className="font-bold">Paused</span>
        {message ? <span className="ml-[1.2vw]">{message}</span> : null}
      </p>
    </section>
  )
}

/** The auctioneer's line to the hall, beside whatever goes on. */
function AnnouncementBand({ auction: { announcement } }: { auction: AuctionState }) {
  if (!announcement) return null
  return (
    <section
      key={announcement.atMs}
      aria-label="Announcement"
      className="animate-enter rounded-card border-l-[0.6vw] border-accent bg-raised px-[1.6vw] py-[1.2vh] text-stage-m"
    >
      <p className="font-bold text-balance">{announcement.words}</p>
    </section>
  )
}

/** Every purse in one strip at the foot. */
function PurseStrip({ auction, directory }: { auction: AuctionState; directory: Directory }) {
  const rows = teamRows(auction)
  const few = rows.length <= 4
  return (
    <ul
      className="grid gap-[0.6vw]"
      style={{
        gridTemplateColumns: `repeat(${Math.min(rows.length, rows.length > 12 ? Math.ceil(rows.length / 2) : rows.length)}, minmax(0, 1fr))`,
      }}
    >
      {rows.map((row) => {
        const { short, colour } = directory.team(row.id)
        return (
          <li
            key={row.id}
            style={teamStyle(colour)}
            className={cn(
              'team-border border-t-[0.5vh] pt-[0.6vh]',
              few && 'flex flex-wrap items-baseline gap-x-[1.2vw] text-stage-s',
            )}
          >
            <p className="text-stage-s font-bold">{short}</p>
            <p className={cn('leading-tight tabular-nums', few ? 'font-bold' : 'text-[clamp(0.75rem,1.35vw,1.75rem)]')}>
              {formatMoney(row.left, auction.rules.currency, 'short')}
            </p>
            <p className={cn('leading-tight tabular-nums', few ? '' : 'text-[clamp(0.75rem,1.1vw,1.4rem)]')}>
              {row.squad} of {auction.rules.squad.max}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
