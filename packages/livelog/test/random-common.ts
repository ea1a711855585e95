import { type AuctionState, type Lot, openLots } from '@gavel/auction'
import type { CommandWithoutActor } from './support.ts'

/** What a random person is up to; which command that is depends on where the auction stands, so that lists go deep. */
export type Intent = { kind: number; a: number; b: number; c: number }

/** Who gives a command, and which. */
export type Given = { by: string; command: CommandWithoutActor }

export type Make = (state: AuctionState, i: Intent) => CommandWithoutActor

export const TEAMS = ['t0', 't1', 't2']
export const USERS = ['u0', 'u1', 'u2', 'u3']
export const SETS = ['s0', 's1']
export const PLAYERS = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5']
export const ODD_AMOUNTS = [0, -5, 150.5, Number.NaN, 1e308, Number.POSITIVE_INFINITY, 1e14, -0, 2 ** 53]
/** Colons and commas part the fields of a stored refusal, so a label has them. */
export const JUNIOR = { id: 'junior', label: 'junior: "U19", 18,5' }

export const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T

/** The lot that this intent is about: the block, or one of the board. */
export function someLot(state: AuctionState, i: Intent): Lot | null {
  const open = openLots(state)
  return open.length > 0 ? pick(open, i.c + i.b) : null
}

/** Its number, seldom a wrong one. */
export const lotOf = (state: AuctionState, i: Intent): number =>
  i.c % 12 === 0 ? (someLot(state, i)?.lot ?? 0) + 1 : (someLot(state, i)?.lot ?? state.lotCount)

export const userOf = (state: AuctionState, team: string): string | undefined =>
  Object.entries(state.paddles).find(([, bidsFor]) => bidsFor === team)?.[0]

export const playersAt = (state: AuctionState, ...at: string[]): string[] =>
  Object.values(state.players)
    .filter(({ status }) => at.includes(status.is))
    .map(({ id }) => id)
