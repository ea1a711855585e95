'use client'

import { type CricketPlay, type Delivery, matchRefusalWords, type Objection } from '@gavel/scoring'
import { Button, Dialog } from '@gavel/ui'
import { useState } from 'react'
import type { SportPadProps } from '../sport-pad.ts'
import { type BallPartProps, Part, Person, sidesOf } from './ball-part.tsx'
import { Runs } from './ball-runs.tsx'
import { Rest, WicketPart } from './ball-wicket.tsx'

type BallSheetProps = {
  pad: Pick<SportPadProps<'cricket'>, 'score' | 'names'>
  title: string
  /** What the button says. */
  face: string
  start: Delivery
  /** What speaks against the ball where it stands. */
  against: (ball: CricketPlay) => Objection | null
  write: (ball: Delivery) => Promise<void>
  close: () => void
}

/** Everything that one ball can hold, for what the keys do not say and for putting a ball right. */
export function BallSheet({ pad, title, face, start, against, write, close }: BallSheetProps) {
  const [ball, setBall] = useState<Delivery>(start)
  const objection = against(ball)
  const say = (id: string) => pad.names.player(id)
  const words =
    objection &&
    matchRefusalWords({ code: objection.code, ...(objection.detail && { detail: objection.detail }) }, 'cricket', say)
  const change = (more: Partial<Delivery>) => setBall({ ...ball, ...more })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title={title}
      className="mx-auto max-w-2xl"
      actions={
        <Button
          look="primary"
          size="lg"
          className="min-h-14 w-full"
          disabledReason={words}
          showReason
          onClick={() => void write(ball)}
        >
          {face}
        </Button>
      }
    >
      <div className="grid gap-5 @container">
        <People pad={pad} ball={ball} change={change} />
        <Runs ball={ball} change={change} set={setBall} />
        <WicketPart pad={pad} ball={ball} set={setBall} />
        <Rest pad={pad} ball={ball} set={setBall} />
      </div>
    </Dialog>
  )
}

function People({ pad, ball, change }: BallPartProps & { change: (more: Partial<Delivery>) => void }) {
  const { bats, fields } = sidesOf(pad)
  const alone = pad.score.rules.lastBatterAlone ? { none: 'Nobody' } : {}
  return (
    <Part title="Who">
      <Person
        label="Faces"
        value={ball.striker}
        of={bats}
        names={pad.names}
        onPick={(striker) => striker && change({ striker })}
      />
      <Person
        label="Other end"
        value={ball.nonStriker}
        of={bats}
        names={pad.names}
        {...alone}
        onPick={(nonStriker) => change({ nonStriker })}
      />
      <Person
        label="Bowls"
        value={ball.bowler}
        of={fields}
        names={pad.names}
        onPick={(bowler) => bowler && change({ bowler })}
      />
    </Part>
  )
}
