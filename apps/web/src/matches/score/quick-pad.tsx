'use client'

import type { PlayOf, ScoredSport, Side } from '@gavel/scoring'
import { cn } from '@gavel/ui'
import type { ReactNode } from 'react'
import { useKeys } from '../../rooms/use-keys.ts'
import { Sets } from '../fan/score-board.tsx'
import { sportPage } from '../fan/sport-pages.ts'
import type { Given } from './actions.ts'
import { SaidAbove, UndoKey } from './common-keys.tsx'
import { PadKey } from './pad-key.tsx'
import { KeyRow, PadLayout } from './pad-layout.tsx'
import type { SportPadProps } from './sport-pad.ts'
import { useInTurn } from './use-turns.ts'
import { whyNot } from './why-not.ts'

/** A key that writes a play at once, or opens the form of one. */
export type QuickKey<Id extends ScoredSport> = {
  readonly face: string
  readonly under?: string | null
  readonly kbd?: string
  readonly look?: 'primary' | 'plain'
  /** Bears the colour of this side. */
  readonly edge?: Side
  /** In a row of two, no larger than others. */
  readonly small?: true
} & (
  | { readonly play: PlayOf<Id> }
  | { readonly form: PlayOf<Id>['type']; readonly start?: Given }
  /** Only sets something for the next play; `off`: why not. */
  | { readonly press: () => void; readonly down: boolean; readonly off: string | null }
)

/** Keys in rows: a row of two is made for the thumb. */
export type QuickKeys<Id extends ScoredSport> = readonly (readonly QuickKey<Id>[])[]

type QuickPadProps<Id extends ScoredSport> = {
  pad: SportPadProps<Id>
  keys: QuickKeys<Id>
  hint?: string | null
  /** Beneath the score: a court, a mat. */
  above?: ReactNode
  /** Right above the keys: what they are about. */
  before?: ReactNode
}

/** A pad of a few large keys, with the score above and everything else a tap away. */
export function QuickPad<Id extends ScoredSport>({ pad, keys, hint = null, above, before }: QuickPadProps<Id>) {
  const { state, score, names, off, write, more } = pad
  const offOf = (key: QuickKey<Id>): string | null =>
    off ?? ('play' in key ? whyNot(state.sport, score, key.play, names) : 'press' in key ? key.off : null)
  // A key of a moment ago means what it says now: who serves may have changed since.
  const press = useInTurn<string>(pad.take, async (face) => {
    const key = keys.flat().find((one) => one.face === face)
    if (!key) return
    if ('play' in key) await write(key.play)
    else if ('press' in key) key.press()
    else more(key.form, key.start)
  })
  const byKey = keys
    .flat()
    .flatMap((key) => (key.kbd && offOf(key) === null ? [[key.kbd, () => press(key.face)] as const] : []))
  useKeys({ ...Object.fromEntries(byKey), u: pad.undo, m: () => more() })
  return (
    <PadLayout
      board={
        <div className="grid gap-2">
          <QuickBoard pad={pad} />
          {above}
        </div>
      }
      list={pad.list}
      keys={
        <section aria-label="Keys" className="grid gap-1.5">
          <SaidAbove words={pad.refused ?? hint} bad={pad.refused !== null} />
          {before}
          {keys.map((row) => (
            <KeyRow
              key={row.map(({ face }) => face).join(' ')}
              of={row.length === 1 ? 1 : row.length === 2 ? 2 : row.length === 3 ? 3 : 4}
            >
              {row.map((key) => (
                <PadKey
                  key={key.face}
                  off={offOf(key)}
                  onPress={() => press(key.face)}
                  under={key.under}
                  look={key.look}
                  {...('press' in key ? { down: key.down } : {})}
                  className={cn(row.length <= 2 && !key.small && 'min-h-20 text-base')}
                  {...(key.edge ? { edge: pad.info.sides[key.edge].colour } : {})}
                  {...(key.kbd ? { kbd: key.kbd } : {})}
                >
                  {key.face}
                </PadKey>
              ))}
            </KeyRow>
          ))}
          <KeyRow of={2}>
            <UndoKey pad={pad} />
            <PadKey kbd="m" onPress={() => more()}>
              More
            </PadKey>
          </KeyRow>
        </section>
      }
    />
  )
}

function QuickBoard<Id extends ScoredSport>({ pad }: { pad: SportPadProps<Id> }) {
  const { rows, says, details } = sportPage(pad.state.sport).board(pad.score, pad.names)
  return (
    <section aria-label="Score" className="grid gap-1">
      <dl className="ruled divide-y">
        {rows.map(({ side, score, more, doing, sets }) => (
          <div key={side} className={cn('flex gap-3 py-1', sets ? 'items-center' : 'items-baseline')}>
            <dt className={cn('min-w-0 flex-1 text-base [overflow-wrap:anywhere]', doing !== null && 'font-semibold')}>
              {pad.names.team(side)}
              {doing ? <span className="ml-2 text-sm font-normal text-muted">{doing}</span> : null}
            </dt>
            <dd className={cn('flex gap-2 tabular-nums', sets ? 'items-center' : 'items-baseline')}>
              {sets ? (
                <Sets won={score} sets={sets} serves={doing !== null} />
              ) : (
                <>
                  {more ? <span className="text-sm text-muted">{more}</span> : null}
                  <span className="text-xl font-bold">{score ?? '–'}</span>
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{[says, ...details].join(' · ')}</p>
    </section>
  )
}
