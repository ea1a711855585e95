'use client'

import type { AuctionState } from '@gavel/auction'
import { Clock, ConnectionBar, cn, formatMoney, Monogram, RollingPrice, SaleStamp, Stage, teamStyle } from '@gavel/ui'
import { connectionOf } from '../connection.ts'
import type { Directory } from '../directory.ts'
import { RoomGone } from '../gone.tsx'
import { quietWords } from '../price-panel.tsx'
import { useOnline } from '../use-online.ts'
import { type RoomPageProps, useRoomPage } from '../use-room-page.ts'
import { boardOf, teamRows } from '../view.ts'
import { useAwake } from './use-awake.ts'

const GOING = ['', 'Going once', 'Going twice'] as const

/** The projector's picture, read from twenty metres: lot, price, leader, clock, purses. `overlay` lies over a broadcast. */
export function StageRoom({ overlay = false, ...props }: RoomPageProps & { overlay?: boolean }) {
  const { room, directory } = useRoomPage(props, 'public')
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
          />
        ) : (
          <p className="self-center text-stage-l font-bold">{props.info.event.name}</p>
        )}
      </Stage>
    </>
  )
}

type PictureProps = { auction: AuctionState; directory: Directory; offsetMs: number; event: string; overlay: boolean }

function Picture({ auction, directory, offsetMs, event, overlay }: PictureProps) {
  const board = boardOf(auction)
  const paused = auction.phase.is === 'paused'
  const strip = overlay ? null : <PurseStrip auction={auction} directory={directory} />
  if (board.is === 'idle') {
    if (overlay)
      return <h1 className="w-fit rounded-card bg-surface px-[1.6vw] py-[1.2vw] text-stage-m font-bold">{event}</h1>
    return (
      <>
        <h1 className="text-stage-m font-bold">{event}</h1>
        <p className="self-center text-stage-l font-bold text-balance">
          {auction.phase.is === 'scheduled'
            ? 'The auction starts soon'
            : auction.phase.is === 'ended'
              ? 'The auction has ended'
              : 'The first player is about to be called'}
          {auction.phase.is === 'ended' ? (
            <span className="mt-[3vh] block text-stage-m font-normal">{quietWords(auction, directory).words}</span>
          ) : null}
        </p>
        {strip}
      </>
    )
  }
  const card = directory.player(board.player)
  const player = auction.players[board.player]
  const leader = board.leader === null ? null : directory.team(board.leader)
  const { currency } = auction.rules
  const facts = [card.role, card.country, player ? directory.set(player.set) : ''].filter(Boolean).join(' · ')
  const signs = (
    <>
      {board.going > 0 ? <span className="plate py-[0.14em] font-bold">{GOING[board.going]}</span> : null}
      {paused ? <span className="plate py-[0.14em] font-bold">Paused</span> : null}
      <Clock deadlineMs={board.deadlineMs} offsetMs={offsetMs} frozen={paused} />
    </>
  )
  if (overlay) {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] overflow-hidden rounded-card bg-surface">
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
    )
  }
  return (
    <>
      <header className="flex items-center gap-[2vw]">
        <div className="w-[8vw] min-w-16 shrink-0">
          <Monogram name={card.name} src={card.photoUrl} size="fill" />
        </div>
        <div className="min-w-0">
          <h1 className="text-stage-l font-bold text-balance">{card.name}</h1>
          <p className="mt-[1vh] text-stage-s">{facts}</p>
        </div>
        <p className="ml-auto shrink-0 text-right text-stage-s">
          Lot {board.lot}
          <span className="block">Base {formatMoney(board.base, currency)}</span>
        </p>
      </header>
      <section
        aria-label="Price"
        style={teamStyle(leader?.colour)}
        className={cn(
          'relative grid min-h-0 content-between gap-[2vh] rounded-card p-[2.5vw]',
          leader ? 'team-chip' : 'border-2 border-edge bg-raised',
        )}
      >
        <div className="flex items-start justify-between gap-[2vw]">
          <p className="min-w-0 text-stage-l font-bold text-balance">{leader ? leader.name : 'Base price'}</p>
          <div className="flex shrink-0 flex-wrap items-center justify-end gap-[1vw] text-stage-m">{signs}</div>
        </div>
        <RollingPrice amount={board.price} currency={currency} className="text-stage-xl" />
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

/** Every purse in one strip at the foot. */
function PurseStrip({ auction, directory }: { auction: AuctionState; directory: Directory }) {
  const rows = teamRows(auction)
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
          <li key={row.id} style={teamStyle(colour)} className="team-border border-t-[0.5vh] pt-[0.6vh]">
            <p className="text-stage-s font-bold">{short}</p>
            <p className="text-[clamp(0.75rem,1.35vw,1.75rem)] leading-tight tabular-nums">
              {formatMoney(row.left, auction.rules.currency, 'short')}
            </p>
            <p className="text-[clamp(0.75rem,1.1vw,1.4rem)] leading-tight tabular-nums">
              {row.squad} of {auction.rules.squad.max}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
