import type { MatchSetup, PlayerId, Side } from '../sport.ts'

/** One or two players a side. `firstServer`: who won the toss and serves, null where the first rally says so. */
export type BadmintonSetup = MatchSetup & {
  readonly discipline: 'singles' | 'doubles'
  readonly firstServer: Side | null
}

export type BadmintonPlay =
  /** Who serves and who receives first in a game: asked for in doubles, where a side chooses. */
  | { readonly type: 'GameStart'; readonly server: PlayerId; readonly receiver: PlayerId }
  /** `serving` and `server`: as the umpire saw it, null where nobody wrote it down. */
  | {
      readonly type: 'Rally'
      readonly winner: Side
      readonly serving: Side | null
      readonly server: PlayerId | null
    }
  | { readonly type: 'Let' }
  /** A pair stood in the wrong courts: the error is put right and the score stands (Law 12). `right`: who stands in the right court now. */
  | { readonly type: 'CourtsCorrected'; readonly side: Side; readonly right: PlayerId }
  /** A red card is a fault: the other side wins the point. A black card disqualifies. */
  | {
      readonly type: 'Card'
      readonly side: Side
      readonly player: PlayerId
      readonly colour: 'yellow' | 'red' | 'black'
    }
  | { readonly type: 'Retired'; readonly side: Side; readonly player: PlayerId | null }
  /** The umpire ends a game as it stands: only where no target ends it. */
  | { readonly type: 'GameCalled' }
