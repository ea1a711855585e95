'use client'

import { type Names, type PlayOf, type ScoredSport, sportOf } from '@gavel/scoring'
import { Button, Dialog } from '@gavel/ui'
import { useState } from 'react'
import type { Moment } from '../fan/moments.ts'
import { sportPage } from '../fan/sport-pages.ts'
import { ActionForm } from './action-form.tsx'
import type { ActionContext } from './actions.ts'
import { InsertSheet } from './insert-sheet.tsx'
import { PadKey } from './pad-key.tsx'
import type { SportBook } from './sports.ts'
import { whyNot } from './why-not.ts'

type Play = PlayOf<ScoredSport>

/** What a scorer does to an entry that is written. */
export type Change =
  | { readonly type: 'Amend'; readonly play: Play }
  | { readonly type: 'Insert'; readonly play: Play }
  | { readonly type: 'Remove' | 'Restore' }

type ChangeSheetProps = {
  sport: ScoredSport
  moment: Moment
  book: SportBook<ScoredSport>
  context: ActionContext<ScoredSport>
  names: Names
  off: string | null
  /** A blind scorer's own sheet has no insertions. */
  inserts: boolean
  propose: (change: Change) => Promise<void>
  close: () => void
}

/** One entry of the book: change it, take it out, or write another before it. */
export function ChangeSheet({ sport, moment, book, context, names, off, inserts, propose, close }: ChangeSheetProps) {
  const [doing, setDoing] = useState<'Amend' | 'Insert' | 'Other' | null>(null)
  const { play } = moment.written
  const { place, words } = sportPage(sport).line(moment, names)
  const action = book.actions.find(({ type, amends, given }) => type === play.type && !amends && given)
  const edits = book.Editor !== undefined && book.edits?.(play) === true
  const against = (one: Play) => sportOf(sport).check(moment.before, one)
  // Where the entry stands: what was before it, and no clock.
  const then = { ...context, score: moment.before, nowMs: null }
  const asWords = (one: Play) => whyNot(sport, moment.before, one, names)

  if (doing === 'Other')
    return (
      <InsertSheet
        book={book}
        context={then}
        against={asWords}
        write={(one) => propose({ type: 'Insert', play: one })}
        close={close}
      />
    )
  if (doing !== null && edits && book.Editor) {
    return (
      <book.Editor
        pad={{ score: moment.before, names }}
        title={doing === 'Amend' ? `Change ${place ?? 'this entry'}` : `A ball before ${place ?? 'this entry'}`}
        face="See what it changes"
        play={doing === 'Amend' ? play : (book.blank?.(play) ?? play)}
        against={against}
        write={(one) => propose({ type: doing, play: one })}
        close={close}
      />
    )
  }
  if (doing === 'Amend' && action)
    return (
      <ActionForm
        action={action}
        context={then}
        face="See what it changes"
        start={action.given?.(play) ?? {}}
        against={asWords}
        write={(one) => propose({ type: 'Amend', play: one })}
        close={close}
      />
    )

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      from="foot"
      title={place ? `Entry ${place}` : 'Entry'}
      words={words}
      className="mx-auto max-w-lg"
      actions={
        <Button look="quiet" onClick={close}>
          Leave it
        </Button>
      }
    >
      <div className="grid gap-1.5">
        <PadKey
          look="primary"
          off={off ?? (edits || action ? null : 'It says everything by itself: take it out and write another')}
          onPress={() => setDoing('Amend')}
        >
          Change it
        </PadKey>
        {inserts && edits ? (
          <PadKey off={off} onPress={() => setDoing('Insert')}>
            A ball before it is missing
          </PadKey>
        ) : null}
        {inserts ? (
          <PadKey off={off} onPress={() => setDoing('Other')}>
            {edits ? 'Something else before it is missing' : 'Something before it is missing'}
          </PadKey>
        ) : null}
        <PadKey look="danger" off={off} onPress={() => void propose({ type: 'Remove' })}>
          Take it out
        </PadKey>
      </div>
    </Dialog>
  )
}
