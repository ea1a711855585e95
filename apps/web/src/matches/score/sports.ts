import type { PlayOf, ScoredSport } from '@gavel/scoring'
import type { ComponentType } from 'react'
import type { PadAction } from './actions.ts'
import { BADMINTON_ACTIONS } from './badminton/actions.ts'
import { BadmintonPad } from './badminton/badminton-pad.tsx'
import { CRICKET_ACTIONS } from './cricket/actions.ts'
import { CricketEditor } from './cricket/cricket-editor.tsx'
import { CricketPad } from './cricket/cricket-pad.tsx'
import { FOOTBALL_ACTIONS } from './football/actions.ts'
import { FootballPad } from './football/football-pad.tsx'
import { KABADDI_ACTIONS } from './kabaddi/actions.ts'
import { KabaddiPad } from './kabaddi/kabaddi-pad.tsx'
import type { EditorProps, SportPadProps } from './sport-pad.ts'
import { VOLLEYBALL_ACTIONS } from './volleyball/actions.ts'
import { VolleyballPad } from './volleyball/volleyball-pad.tsx'

/** What the pad of one sport is made of. */
export type SportBook<Id extends ScoredSport> = {
  readonly Pad: ComponentType<SportPadProps<Id>>
  readonly actions: readonly PadAction<Id>[]
  /** Changes plays that no form of {@link actions} writes. */
  readonly Editor?: ComponentType<EditorProps<Id>>
  /** Whether the editor is for this play. */
  edits?(play: PlayOf<Id>): boolean
  /** What an insertion before this play begins with. */
  blank?(play: PlayOf<Id>): PlayOf<Id>
}

const cricketBook: SportBook<'cricket'> = {
  Pad: CricketPad,
  actions: CRICKET_ACTIONS,
  Editor: CricketEditor,
  edits: ({ type }) => type === 'Delivery',
  blank: (play) => {
    if (play.type !== 'Delivery') return play
    const { type, striker, nonStriker, bowler } = play
    return { type, striker, nonStriker, bowler, runs: { bat: 0 } }
  },
}

const BOOKS: { readonly [Id in ScoredSport]: SportBook<Id> } = {
  cricket: cricketBook,
  football: { Pad: FootballPad, actions: FOOTBALL_ACTIONS },
  badminton: { Pad: BadmintonPad, actions: BADMINTON_ACTIONS },
  volleyball: { Pad: VolleyballPad, actions: VOLLEYBALL_ACTIONS },
  kabaddi: { Pad: KabaddiPad, actions: KABADDI_ACTIONS },
}

/** The page hands a pad only what the same sport made, which the types cannot say. */
export const bookOf = (sport: ScoredSport): SportBook<ScoredSport> => BOOKS[sport] as unknown as SportBook<ScoredSport>
