import { sportOf } from '../sports.ts'
import type { MatchEntry } from './entries.ts'
import {
  foldPlays,
  type Owned,
  pushed,
  refolded,
  withoutPlay,
  withPlayAmended,
  withPlayBack,
  withPlayInserted,
} from './plays.ts'
import type { MatchState, Written } from './state.ts'

/** What other audiences see of an entry that is not for them, such as a blind scorer's: its place, so no gap appears. */
export type HiddenMatchEntry = { readonly type: 'Hidden'; readonly seq: number; readonly atMs: number }

/**
 * The state after one more entry. Pure and total over entries that `decideMatch` made; anything else (a gap, an entry that does not fit the state)
 * is a bug or a broken log, and throws. The state before the first entry is null. `owned`: as in `@gavel/auction`, for loops that keep only the
 * last state: give each call of one loop the same fresh set, and the states before the last are used up.
 */
export function evolveMatch(
  state: MatchState | null,
  entry: MatchEntry | HiddenMatchEntry,
  owned: Owned = new WeakSet(),
): MatchState {
  if (entry.seq !== (state?.seq ?? 0) + 1) throw new Error(`entry ${entry.seq} does not follow ${state?.seq ?? 0}`)
  if (state === null) return created(entry)
  return { ...apply(state, entry, owned), seq: entry.seq }
}

/** The fold of a whole log, or of its continuation after `from`, which stays as it is. */
export function foldMatch(
  entries: Iterable<MatchEntry | HiddenMatchEntry>,
  from: MatchState | null = null,
): MatchState | null {
  const owned: Owned = new WeakSet()
  let state = from
  for (const entry of entries) state = evolveMatch(state, entry, owned)
  return state
}

function created(entry: MatchEntry | HiddenMatchEntry): MatchState {
  if (entry.type !== 'MatchCreated') throw new Error(`a log begins with MatchCreated, not ${entry.type}`)
  const { match, seq, sport, rules, setup, origin } = entry
  return {
    ...{ matchId: match, seq, epoch: 1, sport, rules, setup, origin },
    phase: { is: 'scheduled' },
    ...{ plays: [], removed: [], order: [] },
    ...foldPlays(sportOf(sport), rules, setup, []),
    ...{ keeper: null, blind: null },
  }
}

function apply(state: MatchState, entry: MatchEntry | HiddenMatchEntry, owned: Owned): MatchState {
  switch (entry.type) {
    case 'Hidden':
      return state
    case 'MatchCreated':
      throw new Error('a match is created once')
    case 'SetUpChanged':
      return refolded(state, { setup: entry.setup })
    case 'LockTaken': {
      const { by: user, device, by } = entry
      const blind = state.blind?.user === by && state.blind.device === device ? null : state.blind
      return { ...state, keeper: { user, device }, blind }
    }
    case 'LockReleased':
      return { ...state, keeper: null }
    case 'Played':
      return played(state, written(entry), owned)
    case 'Removed':
      return refolded(state, withoutPlay(state, entry.of))
    case 'Restored':
      return refolded(state, withPlayBack(state, entry.of))
    case 'Amended':
      return refolded(state, withPlayAmended(state, entry))
    case 'Inserted':
      return refolded(state, withPlayInserted(state, entry.before, written(entry)))
    case 'PlayedBlind': {
      const { by: user, device, from } = entry
      const blind = state.blind ?? { user, device, from, plays: [] }
      return { ...state, blind: { ...blind, plays: [...blind.plays, written(entry)] } }
    }
    case 'RemovedBlind':
      return {
        ...state,
        blind: state.blind && { ...state.blind, plays: state.blind.plays.filter(({ seq }) => seq !== entry.of) },
      }
    case 'BlindStopped':
      return { ...state, blind: null }
    case 'BlindTaken':
      return { ...state, blind: state.blind && { ...state.blind, user: entry.by, device: entry.device } }
    case 'MatchEnded':
      return { ...state, phase: { is: 'ended', as: entry.as, atMs: entry.atMs } }
    case 'MatchReopened':
      return { ...state, phase: { is: 'live' } }
    case 'Recovered':
      return { ...state, epoch: entry.epoch }
    default:
      return entry satisfies never
  }
}

function written({ seq, play, by, device, atMs }: Extract<MatchEntry, { play: unknown }>): Written {
  return { seq, play, by, device, atMs }
}

/** One play more at the end: nothing is folded anew. */
function played(state: MatchState, one: Written, owned: Owned): MatchState {
  const sport = sportOf(state.sport)
  const objection = sport.check(state.score, one.play)
  return {
    ...state,
    phase: { is: 'live' },
    plays: pushed(owned, state.plays, one),
    order: pushed(owned, state.order, one.seq),
    anomalies: objection ? pushed(owned, state.anomalies, { at: one.seq, objection }) : state.anomalies,
    score: sport.apply(state.score, one.play),
  }
}
