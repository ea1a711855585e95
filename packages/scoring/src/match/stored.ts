import { refolded } from './plays.ts'
import type { MatchState } from './state.ts'

/** A state that an older version may have stored, with its score folded anew: the plays are what was written, the score is how we read them. */
export const storedMatch = (state: MatchState): MatchState => refolded(state, {})
