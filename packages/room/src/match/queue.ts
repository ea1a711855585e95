import type { MatchState } from '@gavel/scoring'
import { type Ask, isAside, type Kept, type Ref, seatFor, unsent, withRefs } from './asks.ts'
import { type Drawing, type Me, undrawn, withOne } from './drawing.ts'
import { writtenFrom } from './seats.ts'

/** What a play of a drawing is named by: its seq, or the command that is to write it. */
export function refOf({ commands }: Drawing, seq: number): Ref {
  const command = commands.get(seq)
  return command === undefined ? { seq } : { command }
}

/** The play that an ask comes after, as the drawing has it. */
function lastKnown(drawing: Drawing, ask: Ask): Ref | null {
  const last = writtenFrom(drawing.state, seatFor(ask)).at(-1)
  return last ? refOf(drawing, last.seq) : null
}

/** A new ask behind those that wait. `commandId`: new and never used again. */
export function asked(
  kept: readonly Kept[],
  drawing: Drawing,
  ask: Ask,
  { commandId, atMs }: { commandId: string; atMs: number },
): Kept {
  return {
    matchId: drawing.state.matchId,
    n: Math.max(0, ...kept.map(({ n }) => n)) + 1,
    commandId,
    atMs,
    ask,
    follows: lastKnown(drawing, ask),
    sent: null,
    acked: null,
    refused: null,
    asideAtMs: null,
  }
}

/** The log has taken a command at `seq`. What is not there any more stays so. */
export const acknowledged = (kept: readonly Kept[], commandId: string, seq: number): readonly Kept[] =>
  kept.map((one) => (one.commandId === commandId ? { ...one, acked: seq, refused: null, asideAtMs: null } : one))

/** Lets go of what the log has and the page shows from it; what waits and names it now does so by its seq (PAD-3). */
export function settled(kept: readonly Kept[], seq: number): readonly Kept[] {
  const done = new Map(
    kept.flatMap(({ commandId, acked }) => (acked !== null && acked <= seq ? [[commandId, acked] as const] : [])),
  )
  if (done.size === 0) return kept
  return kept.flatMap((one) => (done.has(one.commandId) ? [] : [withRefs(one, (ref) => written(ref, done))]))
}

function written(ref: Ref, done: ReadonlyMap<string, number>): Ref {
  const seq = 'command' in ref ? done.get(ref.command) : undefined
  return seq === undefined ? ref : { seq }
}

/** What waits, as new commands where nothing was sent yet: those that were refused stay refused. `freshId` makes a command id. */
export function renewed(kept: readonly Kept[], freshId: () => string): readonly Kept[] {
  const ids = new Map(unsent(kept).map(({ commandId }) => [commandId, freshId()]))
  const named = (ref: Ref): Ref => {
    const id = 'command' in ref ? ids.get(ref.command) : undefined
    return id === undefined ? ref : { command: id }
  }
  return kept.map((one) => {
    const commandId = ids.get(one.commandId)
    return commandId === undefined ? one : { ...withRefs(one, named), commandId, sent: null, refused: null }
  })
}

/** What waits, to be written after all that stands now (PAD-7), as new commands. */
export function appended(match: MatchState, kept: readonly Kept[], me: Me, freshId: () => string): readonly Kept[] {
  const next = renewed(kept, freshId)
  const waiting = new Set(unsent(next))
  let drawing = undrawn(match)
  return next.map((one) => {
    if (!waiting.has(one)) return one
    const moved = { ...one, ask: askedNow(drawing, one.ask), follows: lastKnown(drawing, one.ask) }
    drawing = withOne(drawing, moved, me)
    return moved
  })
}

/** A second scorer's sheet that is begun only now is compared with the book from now on. */
const askedNow = ({ state: { blind, plays } }: Drawing, ask: Ask): Ask =>
  ask.type === 'PlayBlind' ? { ...ask, from: blind?.from ?? plays.length } : ask

/** Everything that waits is set aside: kept, and out of the way (PAD-8). */
export const setAside = (kept: readonly Kept[], atMs: number): readonly Kept[] =>
  kept.map((one) => (one.acked === null && one.asideAtMs === null ? { ...one, asideAtMs: atMs } : one))

/** Sets one of those that wait aside. */
export const setOneAside = (kept: readonly Kept[], commandId: string, atMs: number): readonly Kept[] =>
  kept.map((one) => (one.commandId === commandId && one.acked === null ? { ...one, asideAtMs: atMs } : one))

/** What was set aside waits again, behind all that waits now; {@link appended} then finds its place. */
export function takenBack(kept: readonly Kept[], chosen: ReadonlySet<string>): readonly Kept[] {
  const isChosen = (one: Kept) => isAside(one) && chosen.has(one.commandId)
  const n = Math.max(0, ...kept.map((one) => one.n))
  const back = kept.filter(isChosen).map((one, k) => ({ ...one, n: n + k + 1, asideAtMs: null }))
  return [...kept.filter((one) => !isChosen(one)), ...back]
}
