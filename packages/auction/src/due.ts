// What the passing of time asks for: any instance's timer may send it, and asking twice is harmless.
import type { CommandOf } from './commands.ts'
import { type AuctionState, openLots } from './state.ts'

export type DueCommand = { atMs: number; command: CommandOf<'CloseLot'> | CommandOf<'MissTurn'> }

/** Every command that a clock of a running auction asks for, with the moment from which it is accepted: one for each open lot with a deadline, and one for the turn. */
export function dueCommands(state: Pick<AuctionState, 'phase' | 'lot' | 'board' | 'turn'>): readonly DueCommand[] {
  if (state.phase.is !== 'running') return []
  const due: DueCommand[] = []
  for (const { lot, deadlineMs } of openLots(state))
    if (deadlineMs !== null) due.push({ atMs: deadlineMs, command: { type: 'CloseLot', by: 'system', lot } })
  const { turn } = state
  if (turn?.deadlineMs != null)
    due.push({ atMs: turn.deadlineMs, command: { type: 'MissTurn', by: 'system', turn: turn.n } })
  return due
}

/**
 * The moments at which the answer to a command may change without any entry: the ends of holds, of clocks and of the turn. A decision stays
 * the same between two of them.
 */
export function turningTimes(state: Pick<AuctionState, 'lot' | 'board' | 'turn'>): readonly number[] {
  return [
    ...openLots(state).flatMap((lot) => [lot.deadlineMs, lot.heldUntilMs]),
    state.turn?.deadlineMs ?? null,
  ].filter((ms) => ms !== null)
}
