import type { MatchState, VolleyballPlay, VolleyballScore } from '@gavel/scoring'
import type { Given } from '../actions.ts'

type SetStart = Extract<VolleyballPlay, { type: 'SetStart' }>

/** What the form of a new set begins with: who serves by turns, and each side's line-up of the set before, or the first of its sheet. */
export function nextSet({ plays }: Pick<MatchState, 'plays'>, { setup, rules, serving }: VolleyballScore): Given {
  const last = plays.findLast(({ play }) => play.type === 'SetStart')?.play as SetStart | undefined
  const lineUp = (side: 'home' | 'away') => {
    const before = last?.lineups[side] ?? setup.sides[side].players.slice(0, rules.onCourt)
    return before.length === rules.onCourt ? before : null
  }
  return { serving: serving ?? undefined, home: lineUp('home'), away: lineUp('away') }
}
