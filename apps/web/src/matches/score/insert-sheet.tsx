'use client'

import type { PlayOf, ScoredSport } from '@gavel/scoring'
import { useState } from 'react'
import { ActionForm } from './action-form.tsx'
import type { ActionContext, PadAction } from './actions.ts'
import { MoreSheet } from './more-sheet.tsx'
import type { SportBook } from './sports.ts'

type Play = PlayOf<ScoredSport>

type InsertSheetProps = {
  book: SportBook<ScoredSport>
  /** As it was where the play goes. */
  context: ActionContext<ScoredSport>
  against: (play: Play) => string | null
  write: (play: Play) => Promise<void>
  close: () => void
}

/** Something that is missing before an entry: which kind of play, then its form (PAD-23). */
export function InsertSheet({ book, context, against, write, close }: InsertSheetProps) {
  const [action, setAction] = useState<PadAction<ScoredSport> | null>(null)
  if (action)
    return (
      <ActionForm
        action={action}
        context={context}
        face="See what it changes"
        against={against}
        write={write}
        close={close}
      />
    )
  return (
    <MoreSheet
      title="What is missing before it?"
      actions={book.actions.filter(({ amends }) => !amends)}
      off={() => null}
      pick={setAction}
      close={close}
    />
  )
}
