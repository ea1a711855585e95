'use client'

import { type AuctionState, openLots, type TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'
import type { Directory } from '../directory.ts'
import { AnswerPad, askKey } from './answer-pad.tsx'
import { asksOf } from './asks.ts'
import { dramaOf } from './drama.ts'
import { FreeTurn } from './free-turn.tsx'
import { NamesPad } from './names-pad.tsx'
import { NominatePad } from './nominate-pad.tsx'
import { mayNominate, namesOf, turnOf } from './order-of-play.ts'
import { SealPad } from './seal-pad.tsx'
import { useAct } from './use-act.ts'
import { useSeals } from './use-seals.ts'

type TeamPadProps = {
  auction: AuctionState
  directory: Directory
  team: TeamId
  off: string | null
  offsetMs: number
  act: (act: TeamAct) => Promise<Outcome>
  /** Leaves a phone's page to something else while the team is asked nothing. */
  slim: boolean
  /** What stands here while the team is asked nothing: the bid button, or the board. */
  children: ReactNode
}

/**
 * The place of a paddle under the thumb: the question that the team has to answer now, else the bid. It must stay mounted while the page is open,
 * because a sealed amount is revealed from here.
 */
export function TeamPad({ auction, directory, team, off, offsetMs, act, slim, children }: TeamPadProps) {
  const { moment, send } = useAct(act)
  const seals = useSeals(auction, team, off, act)
  const shared = { auction, directory, team, off, offsetMs }
  const asks = asksOf(auction, team)
  const deciding = openLots(auction).filter(({ stage }) => stage.is !== 'bidding')
  const turn = turnOf(auction)

  const pads: ReactNode[] = []
  for (const ask of asks)
    if (ask.is !== 'seal' && ask.is !== 'reveal')
      pads.push(<AnswerPad key={askKey(ask)} {...shared} ask={ask} floorTeam={null} moment={moment} onAct={send} />)
  for (const lot of deciding) {
    const { stage } = lot
    if (stage.is !== 'sealing' && stage.is !== 'revealing') continue
    if (stage.seals.some((one) => one.team === team))
      pads.push(<SealPad key={`seal-${lot.lot}`} {...shared} lot={lot} stage={stage} seals={seals} />)
  }
  if (namesOf(auction)) pads.push(<NamesPad key="names" {...shared} floorTeam={null} moment={moment} onAct={send} />)
  else if (mayNominate(auction, team)) {
    const Pad = turn ? NominatePad : FreeTurn
    pads.push(<Pad key="nominate" {...shared} floorTeam={null} moment={moment} onAct={send} />)
  }

  const board = auction.rules.openLots > 1
  const others = deciding.map((lot) => dramaOf(auction, lot, (id) => directory.team(id).name)?.says)[0]
  const waiting = others ?? (turn && !auction.lot ? `${directory.team(turn.team).name} name the next player` : null)
  if (pads.length === 0 && !board && waiting) return <Waiting words={waiting} slim={slim} />
  return (
    <>
      {pads.length > 0 ? <div className="grid max-h-[60dvh] gap-4 overflow-y-auto @5xl:max-h-none">{pads}</div> : null}
      {pads.length === 0 || board ? children : null}
    </>
  )
}

/** The face of the button while another team is asked. */
function Waiting({ words, slim }: { words: string; slim: boolean }) {
  return (
    <p
      className={cn(
        'grid w-full place-content-center rounded-card border-2 border-line bg-sunken text-center @5xl:min-h-72',
        slim ? 'min-h-20 p-2' : 'min-h-[31dvh] p-4',
      )}
    >
      <span className="max-w-[24ch] text-xl font-bold text-balance">{words}</span>
    </p>
  )
}
