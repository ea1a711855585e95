'use client'

import { type Pad, type PadSnapshot, type Seat, unsent } from '@gavel/room'
import type { Holder, MatchState, Names } from '@gavel/scoring'
import { Button } from '@gavel/ui'
import { useState } from 'react'
import { BothSides } from './differences.tsx'
import { Panel } from './panel.tsx'
import { countWords } from './waiting-words.ts'

type SeatPanelProps = {
  seat: Seat
  pad: Pad
  snapshot: PadSnapshot
  match: MatchState
  names: Names
  /** Those who may score, by their id. */
  scorers: Readonly<Record<string, string>>
}

/** What a seat is called, by whoever has it: another scorer, the own other device, nobody. */
const TITLES = {
  book: {
    other: (name: string) => `${name} keeps the score`,
    own: 'You keep the score on another device',
    nobody: 'Nobody keeps the score',
    stays: 'Balls that are not sent from that device yet stay on it; none are lost.',
  },
  blind: {
    other: (name: string) => `${name} scores along`,
    own: 'You score along on another device',
    nobody: 'Nobody scores along',
    stays: 'You go on with the sheet as it stands. What is not sent from that device yet stays on it.',
  },
} as const

/** Who has the seat that this page writes from, and how it is taken: always from somebody by name (LOCK-2, BLIND-3). */
export function SeatPanel({ seat, pad, snapshot, match, names, scorers }: SeatPanelProps) {
  const [said, setSaid] = useState<string | null>(null)
  const holder: Holder | null = seat === 'blind' ? match.blind : match.keeper
  const { standing, room, kept, me } = snapshot
  const words = TITLES[seat]
  const waits = unsent(kept)
  const own = holder?.user === me.user
  const name = holder ? (scorers[holder.user] ?? 'Another scorer') : ''
  async function take() {
    const outcome = await pad.take(seat)
    setSaid(outcome.is === 'accepted' ? null : outcome.words)
  }
  return (
    <Panel
      title={holder === null ? words.nobody : own ? words.own : words.other(name)}
      tone={waits.length > 0 ? 'bad' : 'warn'}
      actions={
        <>
          <Button
            look="primary"
            disabledReason={room.status.is === 'live' && room.writable ? null : 'This needs the network'}
            onClick={() => void take()}
          >
            {holder === null ? 'Keep the score here' : `Take over from ${own ? 'there' : name}`}
          </Button>
          {waits.length > 0 ? <Button onClick={() => void pad.setAside()}>Set mine aside</Button> : null}
        </>
      }
    >
      {holder ? <p className="text-sm">{words.stays}</p> : null}
      {waits.length > 0 ? (
        <p className="text-sm font-semibold">
          {countWords(waits)} of yours {waits.length === 1 ? 'is' : 'are'} kept here and not sent.
        </p>
      ) : null}
      {standing.is === 'not-seated' && standing.seat === seat && standing.difference.theirs.length > 0 ? (
        <BothSides match={match} names={names} difference={standing.difference} />
      ) : null}
      {said ? (
        <p role="alert" className="text-sm font-semibold text-bad">
          {said}
        </p>
      ) : null}
    </Panel>
  )
}
