import {
  type AuctionState,
  type Command,
  decide,
  leadingBid,
  nextUp,
  type PlayerId,
  refusalWords,
} from '@gavel/auction'
import type { ConsoleCommand } from '@gavel/protocol'

export type ActionName = 'start' | 'open' | 'next' | 'once' | 'twice' | 'hammer' | 'unsold' | 'undo' | 'pause' | 'end'

/** Something the auctioneer may do: the command that it sends, and why it is off, if it is. */
type ConsoleAction = { command: ConsoleCommand | null; reason: string | null }

export type ConsoleActions = Readonly<Record<ActionName, ConsoleAction>>

/**
 * What the console may do now. Each reason comes from the core, which is asked the very command that the button would send.
 *
 * @param selected the player chosen in the running order; without one, the next in order
 * @param off why everything is off (no connection), or null
 */
export function actionsOf(
  auction: AuctionState,
  selected: PlayerId | null,
  off: string | null,
  nowMs: number,
): ConsoleActions {
  const { lot } = auction
  const leading = lot ? leadingBid(lot) : null
  const next = nextUp(auction)
  const chosen = selected ?? next

  const ask = (command: ConsoleCommand | null, without: string): ConsoleAction => ({
    command,
    reason: off ?? (command ? whyRefused(auction, command, nowMs) : without),
  })
  const noLot = lot ? 'There is no bid on this player' : 'No player is up for sale'
  return {
    start: ask({ type: 'StartAuction' }, ''),
    open: ask(chosen ? { type: 'OpenLot', player: chosen } : null, 'Nobody is waiting'),
    next: ask(next ? { type: 'OpenLot', player: next } : null, 'Nobody is waiting'),
    once: ask(lot ? { type: 'CallGoing', lot: lot.lot, call: 1, bid: leading?.seq ?? null } : null, noLot),
    twice: ask(lot ? { type: 'CallGoing', lot: lot.lot, call: 2, bid: leading?.seq ?? null } : null, noLot),
    hammer: ask(lot && leading ? { type: 'Hammer', lot: lot.lot, bid: leading.seq } : null, noLot),
    unsold: ask(lot ? { type: 'PassLot', lot: lot.lot } : null, 'No player is up for sale'),
    undo: ask(lot && leading ? { type: 'RetractBid', lot: lot.lot, bid: leading.seq } : null, noLot),
    pause:
      auction.phase.is === 'paused'
        ? ask({ type: 'ResumeAuction' }, '')
        : ask({ type: 'PauseAuction', message: '' }, ''),
    end: ask({ type: 'EndAuction' }, ''),
  }
}

/** Why the core would refuse this command now, in words for a button, or null. */
export function whyRefused(auction: AuctionState, command: ConsoleCommand, nowMs: number): string | null {
  const decision = decide(auction, { ...command, by: 'console' } as Command, nowMs)
  return 'refusal' in decision ? refusalWords(decision.refusal, auction.rules.currency).replace(/\.$/, '') : null
}
