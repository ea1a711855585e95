import {
  type CricketRules,
  type CricketSetup,
  createMatch,
  decideMatch,
  evolveMatch,
  isMatchOf,
  type MatchCommand,
  type MatchDraft,
  type MatchEntry,
  type MatchState,
} from '@gavel/scoring'
import { nextPlay } from './next-play.ts'
import type { Skills } from './skills.ts'

/** A whole match that nobody plays. `skills`: of the players whom one knows something of. */
export type PlayedMatch = { rules: CricketRules; setup: CricketSetup; seed: string; skills?: Skills }

/** It begins here by its own clock, 2026-01-01, 14:00 UTC, and a ball takes so long. */
const START_MS = Date.UTC(2026, 0, 1, 14)
const BALL_MS = 40_000
/** Four innings of a match without limit never have more. */
const MOST_PLAYS = 9_000
const SCORER = { by: 'scorer', device: 'bot' } as const

/**
 * Plays a match to its end, on the pure core: every play is put to `decideMatch` (INNINGS-BOT-1). The same input gives the same log.
 * @throws Error where the core refuses a play, or the match does not end: both are bugs, and the message names the seed.
 */
export function playMatch({ rules, setup, seed, skills = {} }: PlayedMatch): {
  entries: MatchEntry[]
  state: MatchState<'cricket'>
} {
  const entries: MatchEntry[] = []
  const owned = new WeakSet()
  const append = (draft: MatchDraft, state: MatchState | null): MatchState => {
    const seq = entries.length + 1
    const entry: MatchEntry = { ...draft, seq, atMs: START_MS + seq * BALL_MS, by: SCORER.by, cmd: '', sum: '' }
    entries.push(entry)
    return evolveMatch(state, entry, owned)
  }
  let state = append(createMatch(`played-${seed}`, { sport: 'cricket', rules, setup, origin: 'live' }), null)
  const run = (command: MatchCommand) => {
    const decision = decideMatch(state, command, START_MS)
    if ('refusal' in decision)
      throw new Error(`seed ${seed}, entry ${entries.length}: ${JSON.stringify({ command, ...decision })}`)
    for (const draft of decision.entries) state = append(draft, state)
  }
  run({ type: 'TakeLock', from: null, ...SCORER })
  for (let left = MOST_PLAYS; left > 0; left -= 1) {
    if (!isMatchOf(state, 'cricket')) throw new Error('a match of cricket is one')
    const play = nextPlay(state, skills, seed)
    if (!play) {
      run({ type: 'End', by: SCORER.by, as: null })
      return { entries, state }
    }
    run({ type: 'Play', after: state.plays.at(-1)?.seq ?? null, play, ...SCORER })
  }
  throw new Error(`seed ${seed}: the match does not end`)
}
