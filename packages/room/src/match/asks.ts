import type { ScorerCommand } from '@gavel/protocol'
import type { PlayOf, ScoredSport } from '@gavel/scoring'

type Play = PlayOf<ScoredSport>

/** A play of the book: by its seq, or, while it has none, by the command that is to write it. */
export type Ref = { readonly seq: number } | { readonly command: string }

/** What a scorer asks for that can wait for the network. `shown`: the consequences that the scorer has seen and takes, in words. */
export type Ask =
  | { readonly type: 'Play'; readonly play: Play }
  | { readonly type: 'Remove' | 'Restore'; readonly of: Ref; readonly shown: readonly string[] }
  | { readonly type: 'Amend'; readonly of: Ref; readonly play: Play; readonly shown: readonly string[] }
  | { readonly type: 'Insert'; readonly before: Ref; readonly play: Play; readonly shown: readonly string[] }
  | { readonly type: 'PlayBlind'; readonly from: number; readonly play: Play }
  | { readonly type: 'RemoveBlind'; readonly of: Ref }

/**
 * One ask as it is kept in the browser until the log has it. `n` orders the asks of a match. `follows`: the last play that stood on the
 * page when it was asked, which tells later whether somebody has written in between (PAD-6). `sent`: exactly what was sent, so that a
 * repeat is the same command. `acked`: the seq that the log gave it. `asideAtMs`: when the scorer set it aside.
 */
export type Kept = {
  readonly matchId: string
  readonly n: number
  readonly commandId: string
  readonly atMs: number
  readonly ask: Ask
  readonly follows: Ref | null
  readonly sent: ScorerCommand | null
  readonly acked: number | null
  readonly refused: { readonly code: string; readonly words: string } | null
  readonly asideAtMs: number | null
}

/** From where somebody writes: as the scorer, who holds the lock, or as the second one, on a sheet of one's own. */
export type Seat = 'book' | 'blind'

/** The seat that whoever asks this has to have. */
export const seatFor = ({ type }: Ask): Seat => (type === 'PlayBlind' || type === 'RemoveBlind' ? 'blind' : 'book')

export const isAside = ({ asideAtMs }: Kept): boolean => asideAtMs !== null

/** What is still to reach the log: neither acknowledged nor set aside. */
export const unsent = (kept: readonly Kept[]): readonly Kept[] =>
  kept.filter((one) => one.acked === null && one.asideAtMs === null)

const points = (ask: Ask): Ref | null => {
  switch (ask.type) {
    case 'Remove':
    case 'Restore':
    case 'Amend':
    case 'RemoveBlind':
      return ask.of
    case 'Insert':
      return ask.before
    case 'Play':
    case 'PlayBlind':
      return null
    default:
      return ask satisfies never
  }
}

/** The seqs by command of what has none in the log yet, as a drawing gave them. */
export type Seqs = ReadonlyMap<string, number>

const seqIn = (ref: Ref, seqs: Seqs): number | null => ('seq' in ref ? ref.seq : (seqs.get(ref.command) ?? null))

/**
 * The command that an ask makes, or null where it names a play that is not written (any more). `accepting`: the fingerprint of the
 * consequences that the asker takes.
 */
export function commandOf(
  one: Kept,
  device: string,
  seqs: Seqs,
  accepting: string | null = null,
): ScorerCommand | null {
  const { ask, follows } = one
  const at = points(ask)
  const seq = at && seqIn(at, seqs)
  switch (ask.type) {
    case 'Play': {
      const after = follows && seqIn(follows, seqs)
      return follows !== null && after === null ? null : { type: 'Play', device, after, play: ask.play }
    }
    case 'PlayBlind':
      return { type: 'PlayBlind', device, from: ask.from, play: ask.play }
    default:
  }
  if (seq === null) return null
  switch (ask.type) {
    case 'Remove':
    case 'Restore':
      return { type: ask.type, device, of: seq, accepting }
    case 'Amend':
      return { type: 'Amend', device, of: seq, play: ask.play, accepting }
    case 'Insert':
      return { type: 'Insert', device, before: seq, play: ask.play, accepting }
    case 'RemoveBlind':
      return { type: 'RemoveBlind', device, of: seq }
    default:
      return ask satisfies never
  }
}

/** Every place in an ask that names a play, put through `change`. */
export function withRefs(one: Kept, change: (ref: Ref) => Ref): Kept {
  const { ask, follows } = one
  const next = follows && change(follows)
  switch (ask.type) {
    case 'Play':
    case 'PlayBlind':
      return { ...one, follows: next }
    case 'Insert':
      return { ...one, follows: next, ask: { ...ask, before: change(ask.before) } }
    default:
      return { ...one, follows: next, ask: { ...ask, of: change(ask.of) } }
  }
}
