import type { BySide, Names, PlayerId, RulesOf, ScoredSport, ScoreOf, SetupOf, Side } from '@gavel/scoring'
import type { ReactNode } from 'react'
import type { MarkTone } from './ball-mark.tsx'
import type { MatchInfo } from './match-info.ts'
import type { Moment, Moments } from './moments.ts'

type ScoreRow = {
  readonly side: Side
  /** The figure itself: `171/7`, `2`. Null: nothing yet. */
  readonly score: string | null
  /** Small, beside it: `16.2 ov`. */
  readonly more: string | null
  /** What the side does now, in words: `batting`, `serving`. Null: nothing. */
  readonly doing: string | null
  /** Small lines beneath the name: who has scored. */
  readonly under?: readonly string[]
  /** The points of each set, the running one last; left out where a sport has none. */
  readonly sets?: readonly SetShown[]
}

/** The points of one side in one set. */
type SetShown = { readonly points: number; readonly is: 'won' | 'lost' | 'running' }

/** A score as everybody sees it first. `says`: what stands, in a sentence; `details`: figures beneath. */
export type Board = {
  readonly rows: readonly ScoreRow[]
  readonly says: string
  readonly details: readonly string[]
  /** Both sides score all the time: neither is larger, and what one does is a word. */
  readonly steady?: true
}

/** A play as the stream shows it. `place`: where in the book, such as `14.3`; `mark`: in a small window. */
type StreamLine = {
  readonly place: string | null
  readonly mark: { readonly text: string; readonly tone: MarkTone } | null
  readonly words: string
}

export type SportViewProps<Id extends ScoredSport> = {
  info: MatchInfo
  score: ScoreOf<Id>
  moments: Moments<Id>
  names: Names
}

/** What a match page needs of a sport. Everything else of the page is the same for all of them. */
export type SportPage<Id extends ScoredSport> = {
  /** `all`: the plays so far, where those are named who have scored. */
  board(score: ScoreOf<Id>, names: Names, all?: readonly Moment<Id>[]): Board
  line(moment: Moment<Id>, names: Names): StreamLine
  /** Marks are scores such as `24-22`, and have their room. */
  marks?: 'wide'
  /** What stands above a line that closes something: an over, a set. The stream runs backwards. */
  divider?(moment: Moment<Id>, names: Names): ReactNode
  /** Who is in now. */
  Now?: (props: SportViewProps<Id>) => ReactNode
  /** The figures of both sides. */
  Card: (props: SportViewProps<Id>) => ReactNode
  cardTitle: string
  Charts?: (props: SportViewProps<Id>) => ReactNode
  chances?(score: ScoreOf<Id>): (BySide<number> & { how: string }) | null
  /** How it is played, in a few words: `two halves of 45 minutes`. */
  format?(rules: RulesOf<Id>, setup: SetupOf<Id>): string
  /** What a player has done, in a few words each, for the squads. */
  notes?(moments: Moments<Id>, names: Names): ReadonlyMap<PlayerId, readonly string[]>
  /** Who is on now, with whoever was brought in; left out, the sheets say. */
  playing?(score: ScoreOf<Id>): BySide<readonly string[]>
  streamTitle: string
  /** What will be told, before anything happened. */
  streamEmpty: string
}
