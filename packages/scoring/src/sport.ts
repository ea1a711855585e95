import type { Objection } from './objections.ts'

export type SportId = 'cricket' | 'football' | 'badminton' | 'volleyball' | 'kabaddi'

/** An opaque id: names are looked up, so that a person can be forgotten without breaking a chain. */
export type PlayerId = string

/** The first-named side of a match and the second. */
export type Side = 'home' | 'away'
export const otherSide = (side: Side): Side => (side === 'home' ? 'away' : 'home')

/** What there is of each side, by `Side`. */
export type BySide<T> = { readonly home: T; readonly away: T }

/** A team as it takes the field. `team`: an opaque id. Whoever plays later (a substitute) is brought in by a play. */
export type TeamSheet = {
  readonly team: string
  readonly players: readonly PlayerId[]
  readonly captain?: PlayerId
  readonly keeper?: PlayerId
}

/** What the setup of every sport holds. `officials`: opaque ids, like players. */
export type MatchSetup = {
  readonly sides: BySide<TeamSheet>
  readonly officials?: readonly { readonly role: string; readonly person: PlayerId }[]
}

/** How a match stands as a whole. `winner` null: nobody won. */
export type Outcome =
  | { readonly is: 'open' }
  | {
      readonly is: 'ended'
      readonly winner: Side | null
      readonly kind: 'won' | 'tied' | 'drawn' | 'no-result' | 'awarded'
    }

/**
 * One number that a scorer looks at, in words: `of` says what it is (`innings 1`, `innings 1 batter`), `player` whose it is. Two scores are
 * compared by them, to tell what a correction changes.
 */
export type Figure = { readonly of: string; readonly player: PlayerId | null; readonly stands: string }

/**
 * How one sport is scored. `Rules`: a format as data; `Play`: one thing that a scorer writes down, whole in itself (who, what, how many),
 * so that it stays true when an earlier one is corrected; `Score`: the fold of the plays. All functions are pure and total.
 */
export type Sport<Rules, Setup, Play, Score> = {
  readonly id: SportId
  begin(rules: Rules, setup: Setup): Score
  /** The first thing that speaks against a play here; null where nothing does. */
  check(score: Score, play: Play): Objection | null
  /** Takes a play, also one that {@link Sport.check} objects to: an import keeps what really happened, and a correction may leave one behind. */
  apply(score: Score, play: Play): Score
  outcome(score: Score): Outcome
  /** What stands, so that a correction can tell what it changes. The same `of` and `player` come at most once. */
  figures(score: Score): readonly Figure[]
  /** The sentence of each {@link Objection} code; `{x}` is filled from its detail. */
  readonly words: Readonly<Record<string, string>>
}
