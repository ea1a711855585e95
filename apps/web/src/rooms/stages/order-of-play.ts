// Who may put a player up: the team whose turn it is, or every team while names are called for.
import { type AuctionState, openLots, type PlayerId, type TeamId } from '@gavel/auction'
import type { Directory } from '../directory.ts'

export type Turning = { team: TeamId; deadlineMs: number | null; totalMs: number }

/** Whose turn it is to name a player, or null where nobody is waited for (NAMING-1). */
export function turnOf(auction: AuctionState): Turning | null {
  const { nomination } = auction.rules
  if (!auction.turn || !nomination || isOver(auction)) return null
  const { team, deadlineMs } = auction.turn
  return { team, deadlineMs, totalMs: nomination.turnMs ?? 0 }
}

/** What the hall is told between two lots: whose turn it is, or that names are called for; null where the auctioneer calls. */
export function orderWords(auction: AuctionState, directory: Directory): string | null {
  const turn = turnOf(auction)
  if (turn) return `${directory.team(turn.team).name} name the next player`
  const names = namesOf(auction)
  return names && `Names are called for: ${names.answered} of ${names.teams.length} teams have named`
}

/** Whether this team may put a player up now: its turn, or anybody's while there is room (NAMING-2). */
export function mayNominate(auction: AuctionState, team: TeamId): boolean {
  const { nomination, openLots: places } = auction.rules
  if (!nomination || isOver(auction)) return false
  if (nomination.order === 'free') return openLots(auction).length < places
  return auction.turn?.team === team
}

export type NamesStand = {
  perTeam: number
  teams: readonly { team: TeamId; named: readonly PlayerId[] | null }[]
  answered: number
}

/** Where an open call for names stands, in the order of the teams, or null (NAMING-3). */
export function namesOf(auction: AuctionState): NamesStand | null {
  const { round, teams } = auction
  if (!round || isOver(auction)) return null
  const stand = Object.keys(teams).map((team) => ({ team, named: round.named[team] ?? null }))
  return { perTeam: round.perTeam, teams: stand, answered: stand.filter(({ named }) => named !== null).length }
}

/** Whom a team may put up: everybody who waits, in the running order; for a call for names the unsold after them (NAMING-4). */
export function nameable(auction: AuctionState, upFor: 'turn' | 'names'): PlayerId[] {
  const inOrder = auction.sets.flatMap(({ players }) => players)
  const those = (is: 'waiting' | 'unsold') => inOrder.filter((id) => auction.players[id]?.status.is === is)
  return upFor === 'turn' ? those('waiting') : [...those('waiting'), ...those('unsold')]
}

const isOver = ({ phase }: AuctionState) => phase.is === 'ended' || phase.is === 'scheduled'
