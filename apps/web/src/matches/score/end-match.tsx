'use client'

import type { Ending, Names, Side } from '@gavel/scoring'
import { useState } from 'react'
import { PadKey } from './pad-key.tsx'

type EndMatchProps = {
  names: Names
  off: string | null
  end: (as: NonNullable<Ending['as']>) => void
}

const WAYS = [
  { is: 'abandoned', face: 'Abandon the match', asks: 'Abandoned: the score stays, and nobody has won.' },
  { is: 'awarded', face: 'Award the match', asks: 'To whom is it awarded? Whatever the score is, that side has won.' },
  { is: 'conceded', face: 'A side concedes', asks: 'Who concedes? The other side has won.' },
] as const

/** The official ends the match otherwise than its plays do. Each way asks once more, for it ends the match for everybody. */
export function EndMatch({ names, off, end }: EndMatchProps) {
  const [way, setWay] = useState<(typeof WAYS)[number] | null>(null)
  return (
    <section aria-label="End the match otherwise" className="mt-4">
      <h3 className="mb-1.5 text-sm text-muted">End the match otherwise</h3>
      <div className="grid grid-cols-2 gap-1.5 *:min-w-0 sm:grid-cols-3">
        {WAYS.map((one) => (
          <PadKey
            key={one.is}
            off={off}
            down={way?.is === one.is}
            onPress={() => setWay(way?.is === one.is ? null : one)}
          >
            {one.face}
          </PadKey>
        ))}
      </div>
      {way && off === null ? (
        <div className="mt-2 grid gap-1.5 rounded-card border border-l-4 border-l-warn p-3">
          <p className="text-sm">{way.asks}</p>
          <div className="grid grid-cols-2 gap-1.5 *:min-w-0">
            {way.is === 'abandoned' ? (
              <PadKey look="danger" onPress={() => end({ is: 'abandoned' })}>
                Abandon it
              </PadKey>
            ) : (
              (['home', 'away'] as const).map((side: Side) => (
                <PadKey
                  key={side}
                  look="danger"
                  onPress={() => end(way.is === 'awarded' ? { is: 'awarded', to: side } : { is: 'conceded', by: side })}
                >
                  {names.team(side)}
                </PadKey>
              ))
            )}
          </div>
        </div>
      ) : null}
    </section>
  )
}
