import type { ScorerCommand } from '@gavel/protocol'
import type { Holder, MatchState, Written } from '@gavel/scoring'
import type { Seat } from './asks.ts'

/** Who has a seat; null where it is free. */
export const holderOf = ({ keeper, blind }: MatchState, seat: Seat): Holder | null =>
  seat === 'blind' ? blind : keeper

/** What stands of what was written from a seat. */
export const writtenFrom = ({ plays, blind }: MatchState, seat: Seat): readonly Written[] =>
  seat === 'blind' ? (blind?.plays ?? []) : plays

/** The plays that were written from a seat after this one; all of them where there is none. */
export function writtenAfter(match: MatchState, seat: Seat, shared: number | null): readonly Written[] {
  const written = writtenFrom(match, seat)
  // A sheet only ever grows at its end, and forgets what is taken out.
  if (seat === 'blind') return written.filter(({ seq }) => seq > (shared ?? 0))
  const from = shared === null ? -1 : match.order.indexOf(shared)
  const later = new Set(match.order.slice(from + 1))
  return written.filter(({ seq }) => later.has(seq))
}

/** The command that takes a seat, from whom it is known to have now. A free second seat is taken by the first play from it. */
export function takeOver(match: MatchState | null, seat: Seat, { device }: { device: string }): ScorerCommand {
  const holder = match && holderOf(match, seat)
  const from = holder && { user: holder.user, device: holder.device }
  return seat === 'blind' && from ? { type: 'TakeBlind', device, from } : { type: 'TakeLock', device, from }
}
