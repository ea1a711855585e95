'use client'

import { otherSide, type Side, serverOf, setNumber } from '@gavel/scoring'
import { Button } from '@gavel/ui'
import { ArrowLeftRight } from 'lucide-react'
import { useState } from 'react'
import { Court, PlaceFace } from '../../volleyball/court.tsx'
import { leftSide, type Place } from '../../volleyball/places.ts'
import { setCalls } from '../../volleyball/set-calls.ts'
import { type QuickKey, type QuickKeys, QuickPad } from '../quick-pad.tsx'
import type { SportPadProps } from '../sport-pad.ts'
import { whyNot } from '../why-not.ts'
import { PlayerSheet } from './player-sheet.tsx'
import { nextSet } from './set-start.ts'

/** The pad of volleyball: the court as the scorer sees it, who won the rally, and what the teams do between. */
export function VolleyballPad(pad: SportPadProps<'volleyball'>) {
  const { score, short, info } = pad
  const [turned, setTurned] = useState(false)
  const [picked, pick] = useState<Place | null>(null)
  const left = leftSide(score, turned)
  const { liberos, onCourt } = score.rules
  return (
    <>
      <QuickPad
        pad={pad}
        hint={hintOf(pad)}
        keys={keysOf(pad, left)}
        above={
          <>
            <Court
              score={score}
              info={info}
              left={left}
              beside={(side) => `${score.sides[side].substitutions} of ${score.rules.substitutions ?? 'any'} changes`}
              place={(place) => (
                <Button
                  className="grid min-h-14 content-start justify-stretch gap-0 px-1.5 py-0.5 text-left"
                  disabledReason={onCourt < 3 && liberos === 0 ? 'Nobody is replaced on the beach' : pad.off}
                  onClick={() => pick(place)}
                >
                  <PlaceFace place={place} name={short(place.player)} />
                </Button>
              )}
            />
            <Button
              look="quiet"
              size="sm"
              className="min-h-11 justify-self-start"
              icon={<ArrowLeftRight aria-hidden className="size-4" />}
              onClick={() => setTurned(!turned)}
            >
              I sit on the other side
            </Button>
          </>
        }
      />
      {picked ? <PlayerSheet pad={pad} place={picked} close={() => pick(null)} /> : null}
    </>
  )
}

/** Why no rally can be played, such as somebody who was sent off and stands on court; else what is called now. */
function hintOf({ score, all, names }: SportPadProps<'volleyball'>): string | null {
  const last = all.at(-1)
  if (score.ended) return null
  if (!last) return 'Start the set with its line-ups, or just score.'
  const rally = { type: 'Rally', winner: 'home', serving: score.serving, server: serverOf(score) } as const
  return whyNot('volleyball', score, rally, names) ?? setCalls(last, names).join(' · ')
}

function keysOf({ state, score, names, short }: SportPadProps<'volleyball'>, left: Side): QuickKeys<'volleyball'> {
  if (score.ended) return []
  const server = serverOf(score)
  const sides = [left, otherSide(left)]
  const starts = !score.started && score.rallies === 0
  const point = (side: Side): QuickKey<'volleyball'> => ({
    face: `Point ${names.team(side)}`,
    under: score.serving === side ? (server ? `${short(server)} serves` : 'serves') : null,
    kbd: side === left ? '1' : '2',
    look: starts && server === null ? 'plain' : 'primary',
    edge: side,
    play: { type: 'Rally', winner: side, serving: score.serving, server },
  })
  const timeOut = (side: Side): QuickKey<'volleyball'> => ({
    face: `Time-out ${names.team(side)}`,
    under: `${Math.max(0, score.rules.timeOuts - score.sides[side].timeOuts)} left`,
    small: true,
    play: { type: 'TimeOut', side },
  })
  const begin: QuickKey<'volleyball'> = {
    ...{ face: `Start set ${setNumber(score)}`, kbd: 's', look: 'primary', small: true, form: 'SetStart' },
    start: nextSet(state, score),
  }
  return [...(starts ? [[begin]] : []), sides.map(timeOut), sides.map(point)]
}
