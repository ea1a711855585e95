'use client'

import type { MatchPage } from '@gavel/api'
import type { Pad, PadSnapshot } from '@gavel/room'
import type { MatchState, Names, PlayOf, ScoredSport } from '@gavel/scoring'
import { Button, Dialog } from '@gavel/ui'
import type { MatchInfo } from '../fan/match-info.ts'
import type { Moment, Moments } from '../fan/moments.ts'
import { ActionForm } from './action-form.tsx'
import type { ActionContext, Given, PadAction } from './actions.ts'
import { ChangeSheet } from './change-sheet.tsx'
import { Lines } from './differences.tsx'
import { MatchActions, StopBlind } from './match-actions.tsx'
import { MoreSheet } from './more-sheet.tsx'
import { SetupSheet } from './setup-sheet.tsx'
import type { SportBook } from './sports.ts'
import { squadsOf } from './squads-of.ts'
import type { useBook } from './use-book.ts'
import { whyNot } from './why-not.ts'

type Play = PlayOf<ScoredSport>

/** What lies over the pad. */
export type Sheet =
  | { readonly is: 'more' }
  | { readonly is: 'setup' }
  | { readonly is: 'type'; readonly type: Play['type']; readonly start: Given }
  | { readonly is: 'action'; readonly action: PadAction<ScoredSport> }
  | { readonly is: 'entry'; readonly moment: Moment }

type PadSheetsProps = {
  sheet: Sheet | null
  setSheet: (sheet: Sheet | null) => void
  book: ReturnType<typeof useBook>
  sport: SportBook<ScoredSport>
  info: MatchInfo
  match: MatchState
  moments: Moments
  names: Names
  off: string | null
  blind: boolean
  pad: Pad
  snapshot: PadSnapshot
  choices: MatchPage['choices']
  reach: boolean
}

/** The sheets of a pad: everything without a key, one entry, and what a correction brings about. */
export function PadSheets(props: PadSheetsProps) {
  const { sheet, setSheet, book, sport, info, match, moments, names, off, blind, choices } = props
  const close = () => setSheet(null)
  const context: ActionContext<ScoredSport> = {
    state: match,
    score: match.score,
    names,
    everybody: Object.keys(info.people),
    squad: squadsOf(match, choices),
    last: match.plays.at(-1) ?? null,
    all: moments.all,
    nowMs: Date.now() + props.snapshot.room.offsetMs,
  }
  const against = (play: Play) => whyNot(match.sport, match.score, play, names)
  const last = moments.all.at(-1)
  const out = match.removed.at(-1)
  const putBack = out
    ? () => {
        close()
        void book.propose(out.seq, { type: 'Restore' })
      }
    : null

  function formOf(action: PadAction<ScoredSport>, start: Given = {}) {
    return (
      <ActionForm
        key={action.face}
        action={action}
        context={context}
        start={start}
        face={action.amends ? 'Change the last ball' : 'Write it'}
        against={(play) => (action.amends ? null : against(play))}
        write={async (play) => {
          if (action.amends && last) await book.propose(last.written.seq, { type: 'Amend', play })
          else if (!(await book.write(play))) return
          close()
        }}
        close={close}
      />
    )
  }

  return (
    <>
      {sheet?.is === 'more' ? (
        <MoreSheet
          actions={sport.actions}
          off={(action) => off ?? offOf(action, context, against)}
          pick={(action) => setSheet({ is: 'action', action })}
          close={close}
        >
          {blind ? (
            <StopBlind {...props} close={close} />
          ) : (
            <MatchActions
              {...props}
              me={props.snapshot.me}
              setUp={() => setSheet({ is: 'setup' })}
              putBack={putBack}
              close={close}
            />
          )}
        </MoreSheet>
      ) : null}
      {sheet?.is === 'type'
        ? sport.actions
            .filter(({ type, amends }) => type === sheet.type && !amends)
            .map((action) => formOf(action, sheet.start))
        : null}
      {sheet?.is === 'action' ? formOf(sheet.action) : null}
      {sheet?.is === 'entry' ? (
        <ChangeSheet
          sport={info.sport}
          moment={sheet.moment}
          book={sport}
          context={context}
          names={names}
          off={off}
          inserts={!blind}
          propose={async (change) => {
            close()
            await book.propose(sheet.moment.written.seq, change)
          }}
          close={close}
        />
      ) : null}
      {sheet?.is === 'setup' ? <SetupSheet {...props} close={close} /> : null}
      {book.proposed ? <Consequences book={book} /> : null}
    </>
  )
}

/** Why something cannot be written at all now: only what asks nothing can be tried beforehand. */
function offOf(
  action: PadAction<ScoredSport>,
  context: ActionContext<ScoredSport>,
  against: (play: Play) => string | null,
): string | null {
  if (action.amends) return context.last?.play.type === action.type ? null : 'The last entry is no such play'
  if (action.fields(context, {}).length > 0) return null
  const play = action.play({}, context)
  return play && against(play)
}

/** What a correction brings about, before it is taken. */
function Consequences({ book }: { book: PadSheetsProps['book'] }) {
  const { proposed, accept, dismiss } = book
  if (!proposed) return null
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && dismiss()}
      from="foot"
      title="What this changes"
      words="Nothing else is put right by itself."
      className="mx-auto max-w-lg"
      actions={
        <>
          <Button size="lg" className="min-h-14 flex-1" onClick={dismiss}>
            Leave it as it was
          </Button>
          <Button look="primary" size="lg" className="min-h-14 flex-1" onClick={() => void accept(proposed)}>
            Change it
          </Button>
        </>
      }
    >
      <Lines lines={proposed.shows} />
    </Dialog>
  )
}
