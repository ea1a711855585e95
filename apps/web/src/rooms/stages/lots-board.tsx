'use client'

import { type AuctionState, bidRefusal, openLot, refusalWords, type TeamId } from '@gavel/auction'
import type { ConsoleCommand, TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { Clock, cn, EmptyState, formatClock, formatMoney, HoldButton, Money, Section, TeamChip } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { Directory } from '../directory.ts'
import { ActLine } from './act-line.tsx'
import { HiddenMaximum } from './hidden-maximum.tsx'
import { type OpenLine, openLines, reservedOf } from './lots.ts'
import { SendButton } from './pad.tsx'
import { type ActMoment, useMoment } from './use-act.ts'

/** What a paddle brings to the board. */
type BoardPaddle = {
  team: TeamId
  off: string | null
  bid: (bid: { lot: number; amount: number }) => Promise<Outcome>
  act: (act: TeamAct) => Promise<Outcome>
}

/** What a console brings to the board. */
type BoardDesk = {
  off: string | null
  command: (command: ConsoleCommand) => Promise<Outcome>
  /** What else the desk does with this lot, beside ending it. */
  more: (lot: number) => ReactNode
}

type LotsBoardProps = {
  auction: AuctionState
  directory: Directory
  offsetMs: number
  paddle?: BoardPaddle
  desk?: BoardDesk
}

/** Whether this auction has many lots open at once, so that a board stands where the one price would be. */
export const hasBoard = (auction: AuctionState): boolean =>
  auction.rules.openLots > 1 && (auction.phase.is === 'running' || auction.phase.is === 'paused')

/** Every open lot with its own price and clock; with a paddle to bid on each, with a console to end each. */
export function LotsBoard({ auction, directory, offsetMs, paddle, desk }: LotsBoardProps) {
  const lines = openLines(auction, paddle?.team ?? null)
  const { moment, settle } = useMoment()
  const { currency, openLots } = auction.rules
  const kept = paddle ? reservedOf(auction, paddle.team) : null
  return (
    <Section title="Open lots" aside={`${lines.length} of ${openLots}`}>
      {kept && kept.lots > 0 ? (
        <p className="border-b pb-2 text-sm tabular-nums">
          You lead {kept.lots === 1 ? 'one lot' : `${kept.lots} lots`}: {formatMoney(kept.amount, currency)} of your
          purse is kept for {kept.lots === 1 ? 'it' : 'them'}.
        </p>
      ) : null}
      {lines.length === 0 ? (
        <EmptyState title="No lot is open" words="Open lots stand here, each with its own price and clock." />
      ) : null}
      <ul className="@container">
        {lines.map((line) => (
          <Line
            key={line.lot}
            line={line}
            {...{ auction, directory, offsetMs, moment, settle }}
            {...(paddle ? { paddle } : {})}
            {...(desk ? { desk } : {})}
          />
        ))}
      </ul>
    </Section>
  )
}

type LineProps = LotsBoardProps & {
  line: OpenLine
  moment: ActMoment
  settle: (at: string, sent: Promise<Outcome>) => Promise<Outcome>
}

function Line({ line, auction, directory, offsetMs, paddle, desk, moment, settle }: LineProps) {
  const card = directory.player(line.player)
  const { currency } = auction.rules
  const leader = line.leader === null ? null : directory.team(line.leader)
  const at = `lot-${line.lot}`
  return (
    <li
      className={cn(
        'grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 border-b py-2 last:border-b-0',
        line.mine === 'leads' && '-mx-2 rounded-card bg-raised px-2',
      )}
    >
      <div className="min-w-0">
        <h3 className="text-base break-words">{card.name}</h3>
        <p className="text-sm text-muted">{[card.role, `lot ${line.lot}`].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="justify-self-end">
        {line.leftMs === null ? (
          <Clock deadlineMs={line.deadlineMs} offsetMs={offsetMs} className="h-8" />
        ) : (
          <span className="plate h-8 font-bold">{formatClock(line.leftMs)}</span>
        )}
      </div>
      <p className="col-span-2 flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1">
        {leader ? (
          <TeamChip size="sm" shortName={leader.short} name={leader.name} colour={leader.colour} />
        ) : (
          <span className="text-sm text-muted">Base</span>
        )}
        <Money amount={line.price} currency={currency} className="text-lg font-bold" />
        {line.mine === 'leads' ? <span className="font-semibold text-good">You lead</span> : null}
        {line.mine === 'outbid' ? <span className="font-semibold text-warn">Outbid</span> : null}
      </p>
      {paddle ? (
        <PaddleControls {...{ line, auction, offsetMs, paddle, moment, settle }} />
      ) : desk ? (
        <DeskControls {...{ line, desk, settle }} />
      ) : null}
      {paddle || desk ? <ActLine moment={moment} at={at} done="Accepted" className="col-span-2" /> : null}
    </li>
  )
}

type PaddleControlsProps = Pick<LineProps, 'line' | 'auction' | 'offsetMs' | 'moment' | 'settle'> & {
  paddle: BoardPaddle
}

function PaddleControls({ line, auction, offsetMs, paddle, moment, settle }: PaddleControlsProps) {
  const { team, off, bid, act } = paddle
  const lot = openLot(auction, line.lot)
  const { currency } = auction.rules
  if (!lot || line.next === null) return null
  const amount = line.next
  const refusal = bidRefusal(auction, { lot: line.lot, team, amount, floor: false }, Date.now() + offsetMs)
  const reason = off ?? (refusal ? refusalWords(refusal, currency).replace(/\.$/, '') : null)
  const at = `lot-${line.lot}`
  return (
    <div className="col-span-2 grid grid-cols-[minmax(0,1fr)_auto] items-center gap-2">
      <SendButton
        moment={moment}
        at={at}
        reason={reason}
        onSend={() => void settle(at, bid({ lot: line.lot, amount }))}
      >
        Bid {formatMoney(amount, currency)}
      </SendButton>
      <HiddenMaximum auction={auction} lot={lot} team={team} off={off} offsetMs={offsetMs} act={act} />
    </div>
  )
}

function DeskControls({ line, desk, settle }: { line: OpenLine; desk: BoardDesk; settle: LineProps['settle'] }) {
  const { lot, bid } = line
  const send = (command: ConsoleCommand) => void settle(`lot-${lot}`, desk.command(command))
  const closed = line.next === null ? 'Bidding on this player is closed' : null
  return (
    <div className="col-span-2 flex flex-wrap gap-2">
      <HoldButton
        look="ink"
        size="sm"
        again="Again"
        disabledReason={desk.off ?? closed ?? (bid === null ? 'There is no bid on this player' : null)}
        onConfirm={() => bid !== null && send({ type: 'Hammer', lot, bid })}
      >
        Hammer
      </HoldButton>
      <HoldButton
        look="plain"
        size="sm"
        again="Again"
        disabledReason={desk.off ?? closed ?? (bid !== null ? 'There is a bid on this player' : null)}
        onConfirm={() => send({ type: 'PassLot', lot })}
      >
        Unsold
      </HoldButton>
      {desk.more(lot)}
    </div>
  )
}
