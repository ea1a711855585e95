'use client'

import type { Kept, Pad, PadSnapshot, Seat } from '@gavel/room'
import { type Holder, type MatchState, matchRefusalWords, type Names } from '@gavel/scoring'
import { Button } from '@gavel/ui'
import { useState } from 'react'
import { BothSides, keptLines, Lines } from './differences.tsx'
import { Panel } from './panel.tsx'
import { SeatPanel } from './seat-panel.tsx'
import { asideOf, countWords } from './waiting-words.ts'

type PanelsProps = {
  pad: Pad
  snapshot: PadSnapshot
  match: MatchState
  names: Names
  /** Those who may score, by their id. */
  scorers: Readonly<Record<string, string>>
  blind: boolean
}

/** Everything that waits for a choice of the scorer, the most pressing first. */
export function PadPanels({ pad, snapshot, match, names, scorers, blind }: PanelsProps) {
  const { standing, kept, elsewhere, me } = snapshot
  const holds = (holder: Holder | null) => holder?.user === me.user && holder.device === me.device
  const seat: Seat = blind ? 'blind' : 'book'
  const mine = holds(blind ? match.blind : match.keeper)
  // A second seat that is free is taken by the first ball; whoever keeps the score has none.
  const toTake = blind ? match.blind !== null && !mine && !holds(match.keeper) : !mine
  const aside = asideOf(kept)
  return (
    <>
      {elsewhere ? (
        <Panel
          title="The pad is open in another tab"
          tone="warn"
          actions={
            <Button look="primary" onClick={() => void pad.scoreHere()}>
              Score here
            </Button>
          }
        >
          <p className="text-sm">What you have scored is in this browser for both. One of them writes.</p>
        </Panel>
      ) : null}
      {toTake && match.phase.is !== 'ended' ? (
        <SeatPanel seat={seat} pad={pad} snapshot={snapshot} match={match} names={names} scorers={scorers} />
      ) : null}
      {standing.is === 'behind' && (mine || (blind && match.blind === null)) ? (
        <Panel title="Somebody else has scored meanwhile" tone="bad" actions={<Choose pad={pad} />}>
          <BothSides match={match} names={names} difference={standing.difference} />
        </Panel>
      ) : null}
      {standing.is === 'refused' ? <RefusedPanel pad={pad} standing={standing} match={match} names={names} /> : null}
      {standing.is === 'changed' ? (
        <Panel
          title="A change brings something else by now"
          tone="warn"
          actions={
            <>
              <Button look="primary" onClick={() => void pad.accept(standing.at.commandId, standing.shows)}>
                Change it all the same
              </Button>
              <Button onClick={() => void pad.setOneAside(standing.at.commandId)}>Set the change aside</Button>
            </>
          }
        >
          <Lines lines={standing.shows} />
        </Panel>
      ) : null}
      {aside.length > 0 ? <AsidePanel pad={pad} aside={aside} match={match} names={names} /> : null}
    </>
  )
}

const Choose = ({ pad }: { pad: Pad }) => (
  <>
    <Button look="primary" onClick={() => void pad.append()}>
      Append mine
    </Button>
    <Button onClick={() => void pad.setAside()}>Set mine aside</Button>
  </>
)

type RefusedProps = Pick<PanelsProps, 'pad' | 'match' | 'names'> & {
  standing: Extract<PadSnapshot['standing'], { is: 'refused' }>
}

function RefusedPanel({ pad, standing, match, names }: RefusedProps) {
  const { at, refusal, words } = standing
  const why = refusal ? matchRefusalWords(refusal, match.sport, (id) => names.player(id)) : (words ?? 'It was refused.')
  return (
    <Panel
      title="One entry cannot be written"
      tone="bad"
      actions={
        <>
          <Button look="primary" onClick={() => void pad.setOneAside(at.commandId)}>
            Set it aside
          </Button>
          <Button onClick={() => void pad.tryAgain()}>Try again</Button>
        </>
      }
    >
      <Lines lines={keptLines(match, [at], names)} />
      <p className="text-sm">{why} Those behind it wait.</p>
    </Panel>
  )
}

type AsideProps = Pick<PanelsProps, 'pad' | 'match' | 'names'> & { aside: readonly Kept[] }

function AsidePanel({ pad, aside, match, names }: AsideProps) {
  const [open, setOpen] = useState(false)
  return (
    <Panel
      title={`${countWords(aside)} set aside`}
      actions={
        <>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
          </Button>
          <Button onClick={() => void pad.takeBack(aside.map(({ commandId }) => commandId))}>Append now</Button>
        </>
      }
    >
      {open ? <Lines lines={keptLines(match, aside, names)} /> : null}
    </Panel>
  )
}
