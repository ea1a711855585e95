import type { Objection } from '../objections.ts'
import type { PlayerId } from '../sport.ts'
import { sportOf } from '../sports.ts'
import type { MatchCommandOf } from './commands.ts'
import { refolded, withoutPlay, withPlayAmended, withPlayBack, withPlayInserted } from './plays.ts'
import type { Anomaly, MatchState } from './state.ts'

/** What a correction of an earlier play brings about. Nothing of it is put right by itself (BOOK-9). */
export type Consequence =
  /** A later play that no longer fits: a batter who is out already faces, the strike does not follow. */
  | { readonly is: 'objection'; readonly at: number; readonly objection: Objection }
  /** One that fits now. */
  | { readonly is: 'resolved'; readonly at: number; readonly objection: Objection }
  /** A number that changes; null: it was not there, or is no more. */
  | {
      readonly is: 'figure'
      readonly of: string
      readonly player: PlayerId | null
      readonly before: string | null
      readonly after: string | null
    }

/** The commands that change what has been written. */
export type Correction = MatchCommandOf<'SetUp' | 'Remove' | 'Restore' | 'Amend' | 'Insert'>

/** The seq that a correction's own play has while its consequences are looked at. */
const UNWRITTEN = Number.MAX_SAFE_INTEGER

/** The match as the correction would leave it. The play that it names is there. */
export function corrected(state: MatchState, command: Correction): MatchState {
  switch (command.type) {
    case 'SetUp':
      return refolded(state, { setup: command.setup })
    case 'Remove':
      return refolded(state, withoutPlay(state, command.of))
    case 'Restore':
      return refolded(state, withPlayBack(state, command.of))
    case 'Amend':
      return refolded(state, withPlayAmended(state, { ...command, atMs: 0 }))
    case 'Insert': {
      const { by, device, play, before } = command
      const one = { seq: UNWRITTEN, play, by, device, atMs: 0 }
      return refolded(state, withPlayInserted(state, before, one))
    }
    default:
      return command satisfies never
  }
}

/** What speaks against a changed or new play at its place. One that is restored stood so before: what speaks against it is listed. */
export function ownObjection(after: MatchState, command: Correction): Objection | null {
  if (command.type === 'SetUp' || command.type === 'Remove' || command.type === 'Restore') return null
  const at = command.type === 'Insert' ? UNWRITTEN : command.of
  return after.anomalies.find((one) => one.at === at)?.objection ?? null
}

/** What differs between the match as it is and as a correction would leave it, and the fingerprint of exactly that list. */
export function consequencesOf(
  state: MatchState,
  command: Correction,
): { consequences: readonly Consequence[]; accepting: string } {
  return between(state, corrected(state, command), command)
}

export function between(
  before: MatchState,
  after: MatchState,
  command: Correction,
): { consequences: readonly Consequence[]; accepting: string } {
  const { accepting: _, ...asked } = command
  const own = command.type === 'Amend' || command.type === 'Remove' ? command.of : UNWRITTEN
  const sport = sportOf(before.sport)
  const consequences = [
    ...objections(before.anomalies, after.anomalies, own),
    ...figures(sport.figures(before.score), sport.figures(after.score)),
  ]
  return { consequences, accepting: fingerprint(inOneOrder([asked, consequences])) }
}

function objections(before: readonly Anomaly[], after: readonly Anomaly[], own: number): Consequence[] {
  const keys = (list: readonly Anomaly[]) => new Set(list.map(keyOf))
  const [were, are] = [keys(before), keys(after)]
  return [
    ...after
      .filter((one) => one.at !== own && !were.has(keyOf(one)))
      .map((one) => ({ is: 'objection' as const, ...one })),
    ...before
      .filter((one) => one.at !== own && !are.has(keyOf(one)))
      .map((one) => ({ is: 'resolved' as const, ...one })),
  ]
}

const keyOf = ({ at, objection }: Anomaly): string => `${at} ${objection.code}`

type Figures = readonly { of: string; player: PlayerId | null; stands: string }[]

function figures(before: Figures, after: Figures): Consequence[] {
  const key = (one: Figures[number]) => JSON.stringify([one.of, one.player])
  const was = new Map(before.map((one) => [key(one), one]))
  const is = new Map(after.map((one) => [key(one), one]))
  return [...new Map([...was, ...is])].flatMap(([id, { of, player }]) => {
    const [stood, stands] = [was.get(id)?.stands ?? null, is.get(id)?.stands ?? null]
    return stood === stands ? [] : [{ is: 'figure' as const, of, player, before: stood, after: stands }]
  })
}

/** The same text for the same thing, in whatever order its fields came: a pad and a server write them each in their own. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

/** 53 bits of a text: whoever accepts a list accepts this list. It keeps mistakes out, not attackers, who may accept any list. */
function fingerprint(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let n = 0; n < text.length; n++) {
    const code = text.charCodeAt(n)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
