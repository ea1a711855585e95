// Whose turn it is to name a player (TURN-1 to TURN-5).
import type { Entry, HiddenEntry } from './entries.ts'
import { standing } from './limits.ts'
import { someoneWaits } from './next.ts'
import { reservePerPlace } from './rule-set.ts'
import { type AuctionState, openLots, purseLeft, type Team, type TeamId, type Turn } from './state.ts'

/** No lot has this number: a standing that keeps money for every open lot. */
const NO_LOT = 0

/**
 * The state after an entry with the turn that is due: none while the block or the board is full or nobody waits, the next one where there is room
 * again. A lot that opens in a turn is that turn's.
 */
export function withTurn(after: AuctionState, entry: Entry | HiddenEntry): AuctionState {
  const { nomination, openLots: places } = after.rules
  if (nomination === null || nomination.order === 'free' || after.phase.is !== 'running') return after
  const state = entry.type === 'LotOpened' && after.turn ? { ...after, turn: null, turns: after.turn.n + 1 } : after
  if (openLots(state).length >= places || !someoneWaits(state)) return state.turn ? { ...state, turn: null } : state
  if (state.turn && mayName(state, state.turn.team)) return state
  const next = turnFrom(state, state.turn?.n ?? state.turns)
  const deadlineMs = nomination.turnMs === null ? null : entry.atMs + nomination.turnMs
  return next || state.turn ? { ...state, turn: next && { ...next, deadlineMs } } : state
}

/** The first turn from a place in the order on: who can buy nobody is passed over; null where nobody can. */
function turnFrom(state: AuctionState, from: number): Pick<Turn, 'n' | 'team'> | null {
  const order = state.rules.nomination?.order
  const winner = state.lastLot?.sale?.team
  if (order === 'winner' && winner !== undefined && mayName(state, winner)) return { n: from, team: winner }
  const teams = Object.keys(state.teams)
  const round = order === 'snake' ? [...teams, ...teams.toReversed()] : teams
  for (let n = from; n < from + round.length; n += 1) {
    const team = round[n % round.length]
    if (team !== undefined && mayName(state, team)) return { n, team }
  }
  return null
}

/** Whether the team has a place and the cheapest base price left, beside the lots on which it leads (TURN-2). */
export function mayName(state: AuctionState, id: TeamId): boolean {
  const team = state.teams[id]
  if (!team) return false
  const as: Team = standing(state, team, NO_LOT)
  return as.squad.length < state.rules.squad.max && purseLeft(as) >= reservePerPlace(state.rules)
}
