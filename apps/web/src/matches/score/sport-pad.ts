import type { MatchState, Names, Objection, PlayOf, ScoredSport, ScoreOf } from '@gavel/scoring'
import type { ReactNode } from 'react'
import type { MatchInfo } from '../fan/match-info.ts'
import type { Moment } from '../fan/moments.ts'
import type { Given } from './actions.ts'
import type { TakeTurn } from './use-turns.ts'

/** What the pad of a sport is given by the page around it. */
export type SportPadProps<Id extends ScoredSport> = {
  readonly info: MatchInfo
  readonly state: MatchState
  readonly score: ScoreOf<Id>
  readonly all: readonly Moment<Id>[]
  readonly names: Names
  /** For small places: the last word of a name. */
  readonly short: (player: string | null) => string
  /** Why nothing can be written now, or null. */
  readonly off: string | null
  /** Writes a play, or says above the keys why not. */
  readonly write: (play: PlayOf<Id>) => Promise<boolean>
  readonly undo: () => void
  /** The turns of everything that is pressed. */
  readonly take: TakeTurn
  /** Opens the list of everything else; `type`: at once the form of that play, begun with `start`. */
  readonly more: (type?: PlayOf<Id>['type'], start?: Given) => void
  /** What was refused a moment ago, in words. */
  readonly refused: string | null
  /** The list of plays, between the board and the keys. */
  readonly list: ReactNode
}

/** What changes one play that is written already, or writes one before it. */
export type EditorProps<Id extends ScoredSport> = {
  readonly pad: Pick<SportPadProps<Id>, 'score' | 'names'>
  readonly title: string
  readonly face: string
  readonly play: PlayOf<Id>
  /** What speaks against the play at its place. */
  readonly against: (play: PlayOf<Id>) => Objection | null
  readonly write: (play: PlayOf<Id>) => Promise<void>
  readonly close: () => void
}
