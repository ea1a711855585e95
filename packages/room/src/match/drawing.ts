import type { ScorerCommand } from '@gavel/protocol'
import {
  consequencesOf,
  decideMatch,
  evolveMatch,
  type MatchCommand,
  type MatchEntry,
  type MatchRefusal,
  type MatchState,
} from '@gavel/scoring'
import { type Ask, commandOf, isAside, type Kept } from './asks.ts'

/** Who asks: a person on a device. */
export type Me = { readonly user: string; readonly device: string }

/**
 * A match with the asks that wait drawn into it, as if the log had them. `refs`: the command by the seq that a play has for now. `stopped`:
 * the first ask that does not fit; it and those after it are not drawn.
 */
export type Drawing = {
  readonly state: MatchState
  readonly commands: ReadonlyMap<number, string>
  readonly seqs: ReadonlyMap<string, number>
  readonly stopped: { readonly at: Kept; readonly refusal: MatchRefusal } | null
}

const UNKNOWN: MatchRefusal = { code: 'UNKNOWN_PLAY' }

export const asCommand = (command: ScorerCommand, by: string): MatchCommand => ({ ...command, by }) as MatchCommand

export const undrawn = (state: MatchState): Drawing => ({ state, commands: new Map(), seqs: new Map(), stopped: null })

/**
 * Draws what waits into a match (PAD-2): each ask is decided as the log would decide it, on what stands after the ones before it.
 * Consequences that the scorer has taken are taken here too.
 */
export function drawn(match: MatchState, kept: readonly Kept[], me: Me): Drawing {
  let drawing = undrawn(match)
  for (const one of kept) {
    if (isAside(one)) continue
    drawing = withOne(drawing, one, me)
    if (drawing.stopped) return drawing
  }
  return drawing
}

/** A drawing with one more ask; where it does not fit, the same drawing, which says so. */
export function withOne(drawing: Drawing, one: Kept, me: Me): Drawing {
  let { state } = drawing
  const seqs = new Map(drawing.seqs)
  // The log has it, and the match shows it already.
  if (one.acked !== null && one.acked <= state.seq) return { ...drawing, seqs: seqs.set(one.commandId, one.acked) }
  const command = acceptingAll(state, commandOf(one, me.device, seqs), me)
  const decision = command === null ? { refusal: UNKNOWN } : decideMatch(state, command, one.atMs)
  if ('refusal' in decision) return { ...drawing, stopped: { at: one, refusal: decision.refusal } }
  const commands = new Map(drawing.commands)
  for (const draft of decision.entries) {
    const seq = state.seq + 1
    state = evolveMatch(state, { ...draft, ...stampOf(one, seq, me) } as MatchEntry)
    if (!writes(one.ask)) continue
    commands.set(seq, one.commandId)
    seqs.set(one.commandId, seq)
  }
  return { state, commands, seqs, stopped: null }
}

const stampOf = ({ atMs, commandId }: Kept, seq: number, { user }: Me) => ({
  seq,
  atMs,
  by: user,
  cmd: commandId,
  sum: '',
})

const writes = ({ type }: Ask): boolean => type === 'Play' || type === 'PlayBlind' || type === 'Insert'

/** The command with the fingerprint of whatever it brings about now. */
function acceptingAll(state: MatchState, command: ScorerCommand | null, me: Me): MatchCommand | null {
  if (command === null) return null
  const asked = asCommand(command, me.user)
  switch (asked.type) {
    case 'Remove':
    case 'Restore':
    case 'Amend':
    case 'Insert': {
      const known = asked.type === 'Restore' ? state.removed : state.plays
      const of = asked.type === 'Insert' ? asked.before : asked.of
      if (!known.some(({ seq }) => seq === of)) return asked
      return { ...asked, accepting: consequencesOf(state, asked).accepting }
    }
    default:
      return asked
  }
}
