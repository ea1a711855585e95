'use client'

import { Button } from '@gavel/ui'
import { type LucideIcon, Pause, Play } from 'lucide-react'

type ScrubEndProps = {
  /** A moment before is shown. */
  away: boolean
  /** What is looked back at has ended: its last moment is the end, and not now. */
  over: boolean
  play: () => void
  live: () => void
}

/** What stands behind the line that one looks back along: all of it once more, and the way back to its end. */
export function ScrubEnd({ away, over, play, live }: ScrubEndProps) {
  return (
    <>
      {over && !away ? (
        <Button size="sm" icon={<Play aria-hidden className="size-4" />} onClick={play}>
          Watch it again
        </Button>
      ) : null}
      <Button
        look={away ? 'primary' : 'quiet'}
        size="sm"
        onClick={live}
        {...(away ? {} : { disabledReason: over ? 'This is the end' : 'You are live' })}
      >
        {over ? 'End' : 'Live'}
      </Button>
    </>
  )
}

/** One step along the line, in words. */
type ScrubStep = readonly [words: string, icon: LucideIcon, go: () => void]

type ScrubStepsProps = { playing: boolean; play: () => void; steps: readonly ScrubStep[] }

/** Play from here, and steps to either side. */
export function ScrubSteps({ playing, play, steps }: ScrubStepsProps) {
  const whole: readonly ScrubStep[] = [
    playing ? ['Stop playing', Pause, play] : ['Play from here', Play, play],
    ...steps,
  ]
  return (
    <fieldset className="flex gap-1 border-0 p-0">
      <legend className="sr-only">Steps</legend>
      {whole.map(([words, Icon, go], n) => (
        // Playing and stopping are one button, so that it keeps the focus.
        <Button key={n === 0 ? 'play' : words} look="quiet" size="icon" aria-label={words} onClick={go}>
          <Icon aria-hidden className="size-5" />
        </Button>
      ))}
    </fieldset>
  )
}

/** The address as others open it. A page that is drawn on the server is copied from nowhere. */
export const addressOf = (path: string): string =>
  typeof window === 'undefined' ? path : new URL(path, window.location.href).href
