import { type AuctionState, type Command, decide, type EntryType } from '@gavel/auction'
import { ACTIONS, type ActionName, type DeskCommand } from './actions.ts'
import type { CommandWords } from './use-desk.ts'

/** What a hammer or an answer has brought about, where that is more than its button says. */
const OUTCOMES: Partial<Record<EntryType, string>> = {
  LotSold: 'Sold',
  MatchOffered: 'The hammer has fallen: the right to match is open',
  TieBreakOffered: 'The hammer has fallen: a tie-break is offered',
  SealingOpened: 'Sealed amounts are asked for',
}

/**
 * What is said of a command while it is on its way and once it is done: the core tells what will follow from it, so `Sold` is said of what is sold
 * (CONSOLE-6).
 */
export function wordsFor(auction: AuctionState, name: ActionName, command: DeskCommand, nowMs: number): CommandWords {
  const { sending, done } = ACTIONS[name]
  if (name !== 'hammer' && name !== 'yes' && name !== 'no') return { sending, done }
  const decision = decide(auction, { ...command, by: 'console' } as Command, nowMs)
  const last = 'entries' in decision ? decision.entries.at(-1) : undefined
  return { sending, done: (last && OUTCOMES[last.type]) ?? done }
}
