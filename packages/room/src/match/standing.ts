import type { ScorerCommand } from '@gavel/protocol'
import {
  type Consequence,
  decideMatch,
  type Holder,
  type MatchRefusal,
  type MatchState,
  type Written,
} from '@gavel/scoring'
import { commandOf, type Kept, type Seat, seatFor, unsent } from './asks.ts'
import { asCommand, drawn, type Me } from './drawing.ts'
import { holderOf, writtenAfter, writtenFrom } from './seats.ts'

/** What the scorer has and the log has not, beside what the log has and the scorer did not know (PAD-6). `gone`: the play they share was taken out. */
export type Difference = {
  readonly mine: readonly Kept[]
  readonly theirs: readonly Written[]
  readonly shared: number | null
  readonly gone: boolean
}

/** How what waits stands to the log. All but `clear` and `send` wait for the scorer. */
export type Standing =
  | { readonly is: 'clear' }
  | { readonly is: 'send'; readonly next: Kept; readonly command: ScorerCommand }
  /** The log is about to show what it took. */
  | { readonly is: 'wait' }
  /** Somebody else has the seat that what waits needs. */
  | { readonly is: 'not-seated'; readonly seat: Seat; readonly holder: Holder | null; readonly difference: Difference }
  | { readonly is: 'behind'; readonly difference: Difference }
  | { readonly is: 'changed'; readonly at: Kept; readonly shows: readonly string[] }
  | { readonly is: 'refused'; readonly at: Kept; readonly refusal: MatchRefusal | null; readonly words: string | null }

/** Says what a correction brings about, in words: how two lists of consequences are compared across a gap in the network. */
export type Wording = (state: MatchState, of: readonly Consequence[]) => readonly string[]

/**
 * What is to be done with the asks that wait, given the log as it is known here (PAD-5 to PAD-8). What was sent and not answered is always
 * sent again first, as the same command: only the log knows whether it counted.
 */
export function standingOf(match: MatchState, kept: readonly Kept[], me: Me, wording: Wording): Standing {
  const [next] = unsent(kept)
  if (!next) return { is: 'clear' }
  if (next.sent !== null && next.refused === null) return { is: 'send', next, command: next.sent }
  const acked = kept.filter((one) => one.acked !== null)
  if (acked.some((one) => (one.acked ?? 0) > match.seq)) return { is: 'wait' }
  const seqs = new Map(acked.map((one) => [one.commandId, one.acked ?? 0]))
  const command = commandOf(next, me.device, seqs)
  const seat = seatFor(next.ask)
  const holder = holderOf(match, seat)
  // Nobody's lock is to be taken first; nobody's sheet is begun by writing.
  const free = holder === null && seat === 'blind'
  if (!free && (holder?.user !== me.user || holder.device !== me.device))
    return { is: 'not-seated', seat, holder, difference: differenceOf(match, kept, seqs) }
  if (writesAtTheEnd(next.ask) && knownLast(next, seqs) !== (writtenFrom(match, seat).at(-1)?.seq ?? null))
    return { is: 'behind', difference: differenceOf(match, kept, seqs) }
  const { stopped } = drawn(match, [...acked, next], me)
  if (command === null || stopped)
    return { is: 'refused', at: next, refusal: stopped?.refusal ?? null, words: next.refused?.words ?? null }
  if (next.refused && next.sent) return { is: 'refused', at: next, refusal: null, words: next.refused.words }
  return accepted(match, next, command, me, wording)
}

/** A correction is sent with the fingerprint of what it brings about now, if that is what the scorer has seen. */
function accepted(match: MatchState, next: Kept, command: ScorerCommand, me: Me, wording: Wording): Standing {
  const decision = decideMatch(match, asCommand(command, me.user), next.atMs)
  const list = 'refusal' in decision ? decision.refusal : null
  if (!('shown' in next.ask && 'accepting' in command && list?.consequences && list.accepting))
    return { is: 'send', next, command }
  const shows = wording(match, list.consequences)
  if (shows.join('\n') !== next.ask.shown.join('\n')) return { is: 'changed', at: next, shows }
  return { is: 'send', next, command: { ...command, accepting: list.accepting } }
}

const writesAtTheEnd = ({ type }: Kept['ask']): boolean => type === 'Play' || type === 'PlayBlind'

/** The seq of the last play that stood when it was asked; null where none did, or where it is not written. */
const knownLast = ({ follows }: Kept, seqs: ReadonlyMap<string, number>): number | null =>
  follows === null ? null : 'seq' in follows ? follows.seq : (seqs.get(follows.command) ?? null)

/** What came after the play that both know, on either side. */
function differenceOf(match: MatchState, kept: readonly Kept[], seqs: ReadonlyMap<string, number>): Difference {
  const mine = unsent(kept)
  const [first] = mine
  const seat = first ? seatFor(first.ask) : 'book'
  const shared = first ? knownLast(first, seqs) : null
  return {
    mine,
    theirs: writtenAfter(match, seat, shared),
    shared,
    gone: shared !== null && !writtenFrom(match, seat).some(({ seq }) => seq === shared),
  }
}
