'use client'

import { type AuctionState, askedTeams, openLots, type TeamId } from '@gavel/auction'
import type { TeamAct } from '@gavel/protocol'
import type { Outcome } from '@gavel/room'
import { TeamChip } from '@gavel/ui'
import type { Directory } from '../directory.ts'
import { AnswerPad, askKey } from './answer-pad.tsx'
import { asksOf } from './asks.ts'
import { useAct } from './use-act.ts'

type DeskAnswersProps = {
  auction: AuctionState
  directory: Directory
  off: string | null
  offsetMs: number
  act: (act: TeamAct) => Promise<Outcome>
}

/** The auctioneer's place to enter what a team in the hall says: one pad for each team that is asked. Amounts are sealed on paddles alone. */
export function DeskAnswers({ auction, directory, off, offsetMs, act }: DeskAnswersProps) {
  const { moment, send } = useAct(act)
  const asked = [...new Set(openLots(auction).flatMap((lot) => askedTeams(auction, lot)))]
  if (asked.length === 0) return null
  return (
    <section aria-label="Answers from the hall" className="ruled grid gap-3 pt-3">
      <h2 className="text-base">Answers from the hall</h2>
      <ul className="grid gap-3 @3xl:grid-cols-2">
        {asked.map((team) => (
          <DeskAnswer key={team} team={team} {...{ auction, directory, off, offsetMs, moment, send }} />
        ))}
      </ul>
    </section>
  )
}

type DeskAnswerProps = Omit<DeskAnswersProps, 'act'> & ReturnType<typeof useAct> & { team: TeamId }

function DeskAnswer({ team, auction, directory, off, offsetMs, moment, send }: DeskAnswerProps) {
  const { short, name, colour } = directory.team(team)
  return (
    <li className="grid content-start gap-2">
      <p className="flex items-center gap-2 text-sm font-semibold">
        <TeamChip size="sm" shortName={short} name={name} colour={colour} />
        {name}
      </p>
      {asksOf(auction, team).map((ask) =>
        ask.is === 'seal' || ask.is === 'reveal' ? (
          <p key={askKey(ask)} className="text-sm text-muted">
            {ask.is === 'seal' ? 'Seals on its own paddle.' : 'Reveals on its own paddle.'}
          </p>
        ) : (
          <AnswerPad
            key={askKey(ask)}
            {...{ ask, auction, directory, team, off, offsetMs, moment }}
            floorTeam={team}
            onAct={send}
          />
        ),
      )}
    </li>
  )
}
