import type { Objection } from '../objections.ts'
import type { MatchRefusal, MatchRefusalCode } from '../refusals.ts'
import { type RulesOf, type ScoredSport, type SetupOf, sportOf } from '../sports.ts'
import { MAX_PLAYS, type MatchCommand, type MatchCommandOf } from './commands.ts'
import { between, type Correction, corrected, ownObjection } from './consequences.ts'
import type { MatchDraft } from './entries.ts'
import { lastSeq, writtenAs } from './plays.ts'
import { type Holder, type MatchState, outcomeOf } from './state.ts'

export type MatchDecision = { readonly entries: readonly MatchDraft[] } | { readonly refusal: MatchRefusal }

const accept = (draft: MatchDraft): MatchDecision => ({ entries: [draft] })
const refuse = (code: MatchRefusalCode, more: Omit<MatchRefusal, 'code'> = {}): MatchDecision => ({
  refusal: { code, ...more },
})
const refuseFor = ({ code, where, detail }: Objection): MatchDecision => ({
  refusal: detail ? { code, where, detail } : { code, where },
})

/** The first entry of a match's log. */
export function createMatch<Id extends ScoredSport>(
  match: string,
  made: { sport: Id; rules: RulesOf<Id>; setup: SetupOf<Id>; origin: 'live' | 'import' },
): MatchDraft<Id> {
  return { type: 'MatchCreated', match, ...made }
}

/**
 * What a command does to a match: the entries to append, or a refusal. Pure and total. The lock is asked for first, then whether the device knows
 * what stands, then the sport's rules (docs/spec/matches.md). `_nowMs`: the store's clock, which no rule of a match depends on yet.
 */
export function decideMatch(state: MatchState, command: MatchCommand, _nowMs: number): MatchDecision {
  switch (command.type) {
    case 'SetUp':
      return setUp(state, command)
    case 'TakeLock':
      return takeLock(state, command)
    case 'ReleaseLock':
      return isHolder(state.keeper, command)
        ? accept({ type: 'LockReleased', device: command.device })
        : refuse('NOT_HELD', { keeper: state.keeper })
    case 'Play':
      return play(state, command)
    case 'Remove':
    case 'Restore':
    case 'Amend':
    case 'Insert':
      return mayWrite(state, command) ?? correct(state, command)
    case 'PlayBlind':
      return playBlind(state, command)
    case 'RemoveBlind': {
      if (!isHolder(state.blind, command)) return refuse('NOT_BLIND')
      if (!state.blind?.plays.some(({ seq }) => seq === command.of)) return refuse('UNKNOWN_PLAY')
      return accept({ type: 'RemovedBlind', device: command.device, of: command.of })
    }
    case 'StopBlind':
      if (!isHolder(state.blind, command)) return refuse('NOT_BLIND')
      return accept({ type: 'BlindStopped', device: command.device })
    case 'TakeBlind':
      return takeBlind(state, command)
    case 'End': {
      if (state.phase.is === 'ended') return refuse('MATCH_ENDED')
      const open = outcomeOf(state.phase, sportOf(state.sport).outcome(state.score)).is === 'open'
      if (command.as === null && open) return refuse('NO_RESULT_YET')
      return accept({ type: 'MatchEnded', as: command.as })
    }
    case 'Reopen':
      return state.phase.is === 'ended' ? accept({ type: 'MatchReopened' }) : refuse('NOT_ENDED')
    default:
      return command satisfies never
  }
}

const isHolder = (holder: Holder | null, asks: { by: string; device: string }): boolean =>
  holder?.user === asks.by && holder.device === asks.device

/** An import that nobody has taken over needs no lock. */
function mayWrite(state: MatchState, asks: { by: string; device: string }): MatchDecision | null {
  if (state.phase.is === 'ended') return refuse('MATCH_ENDED')
  const free = state.origin === 'import' && state.keeper === null
  return free || isHolder(state.keeper, asks) ? null : refuse('NOT_KEEPER', { keeper: state.keeper })
}

function setUp(state: MatchState, command: MatchCommandOf<'SetUp'>): MatchDecision {
  if (state.phase.is === 'ended') return refuse('MATCH_ENDED')
  if (JSON.stringify(command.setup) === JSON.stringify(state.setup)) return refuse('NOTHING_CHANGES')
  return (
    unlessAccepted(state, command, corrected(state, command)) ?? accept({ type: 'SetUpChanged', setup: command.setup })
  )
}

/** A take-over names whom it takes the book from, so that it is never by mistake (LOCK-2). */
function takeLock(state: MatchState, command: MatchCommandOf<'TakeLock'>): MatchDecision {
  const { keeper } = state
  const { from, device } = command
  if (isHolder(keeper, command)) return refuse('NOTHING_CHANGES')
  if (!isSame(keeper, from)) return refuse('LOCK_HELD', { keeper })
  return accept({ type: 'LockTaken', device, from: keeper })
}

const isSame = (one: Holder | null, other: Holder | null): boolean =>
  one === null ? other === null : one.user === other?.user && one.device === other.device

/** The second scorer's seat is taken over as the lock is, so that a lost phone does not keep it (BLIND-3). */
function takeBlind(state: MatchState, command: MatchCommandOf<'TakeBlind'>): MatchDecision {
  const { blind, keeper, phase } = state
  const { from, device } = command
  if (phase.is === 'ended') return refuse('MATCH_ENDED')
  if (isHolder(keeper, command)) return refuse('KEEPER_NOT_BLIND')
  if (blind === null || isHolder(blind, command)) return refuse('NOTHING_CHANGES')
  return isSame(blind, from) ? accept({ type: 'BlindTaken', device, from }) : refuse('BLIND_TAKEN')
}

function play(state: MatchState, command: MatchCommandOf<'Play'>): MatchDecision {
  const refusal = mayWrite(state, command) ?? behind(state, command.after) ?? tooMany(state)
  if (refusal) return refusal
  const objection = sportOf(state.sport).check(state.score, command.play)
  if (objection && refuses(state, objection)) return refuseFor(objection)
  return accept({ type: 'Played', device: command.device, play: command.play })
}

/** An import keeps what is odd and real; what cannot be, nobody may write. */
const refuses = ({ origin }: MatchState, { oddity }: Objection): boolean => origin === 'live' || !oddity

function behind(state: MatchState, after: number | null): MatchDecision | null {
  const last = lastSeq(state)
  if (last === after) return null
  const known = after === null ? -1 : state.order.indexOf(after)
  const later = new Set(state.order.slice(known + 1))
  return refuse('BEHIND', { detail: { last: last ?? 0 }, between: state.plays.filter(({ seq }) => later.has(seq)) })
}

const tooMany = ({ order }: MatchState): MatchDecision | null =>
  order.length >= MAX_PLAYS ? refuse('TOO_MANY_PLAYS', { detail: { max: MAX_PLAYS } }) : null

function correct(state: MatchState, command: Exclude<Correction, { type: 'SetUp' }>): MatchDecision {
  const none = noSuchPlay(state, command)
  if (none) return none
  const after = corrected(state, command)
  const own = ownObjection(after, command)
  if (own && refuses(state, own)) return refuseFor(own)
  const shown = concernsTheLast(state, command, after) ? null : unlessAccepted(state, command, after)
  return shown ?? accept(draftOf(command))
}

function noSuchPlay(state: MatchState, command: Exclude<Correction, { type: 'SetUp' }>): MatchDecision | null {
  switch (command.type) {
    case 'Restore':
      if (state.removed.some(({ seq }) => seq === command.of)) return null
      return refuse(writtenAs(state, command.of) ? 'NOT_REMOVED' : 'UNKNOWN_PLAY')
    case 'Insert':
      return writtenAs(state, command.before) ? tooMany(state) : refuse('UNKNOWN_PLAY')
    case 'Amend': {
      const was = writtenAs(state, command.of)
      if (!was) return refuse('UNKNOWN_PLAY')
      return JSON.stringify(was.play) === JSON.stringify(command.play) ? refuse('NOTHING_CHANGES') : null
    }
    case 'Remove':
      return writtenAs(state, command.of) ? null : refuse('UNKNOWN_PLAY')
    default:
      return command satisfies never
  }
}

/** Nothing came after it: the scorer sees all of what changes (BOOK-6). */
function concernsTheLast(state: MatchState, command: Correction, { anomalies }: MatchState): boolean {
  switch (command.type) {
    case 'Remove':
    case 'Amend':
      return command.of === lastSeq(state)
    case 'Restore':
      return !laterThan(state, command.of) && !anomalies.some(({ at }) => at === command.of)
    default:
      return false
  }
}

const laterThan = ({ order, plays }: MatchState, of: number): boolean => {
  const later = new Set(order.slice(order.indexOf(of) + 1))
  return plays.some(({ seq }) => later.has(seq))
}

/** The list of consequences, where the command does not accept exactly this list and the list is not empty (BOOK-9). */
function unlessAccepted(state: MatchState, command: Correction, after: MatchState): MatchDecision | null {
  const { consequences, accepting } = between(state, after, command)
  if (consequences.length === 0 || command.accepting === accepting) return null
  return refuse('CONSEQUENCES', { consequences, accepting })
}

function draftOf(command: Exclude<Correction, { type: 'SetUp' }>): MatchDraft {
  const { device } = command
  switch (command.type) {
    case 'Remove':
      return { type: 'Removed', device, of: command.of }
    case 'Restore':
      return { type: 'Restored', device, of: command.of }
    case 'Amend':
      return { type: 'Amended', device, of: command.of, play: command.play }
    case 'Insert':
      return { type: 'Inserted', device, before: command.before, play: command.play }
    default:
      return command satisfies never
  }
}

function playBlind(state: MatchState, command: MatchCommandOf<'PlayBlind'>): MatchDecision {
  if (state.phase.is === 'ended') return refuse('MATCH_ENDED')
  if (isHolder(state.keeper, command)) return refuse('KEEPER_NOT_BLIND')
  if (state.blind && !isHolder(state.blind, command)) return refuse('BLIND_TAKEN')
  if ((state.blind?.plays.length ?? 0) >= MAX_PLAYS) return refuse('TOO_MANY_PLAYS', { detail: { max: MAX_PLAYS } })
  const { device, from, play } = command
  if (from > state.plays.length) return refuse('UNKNOWN_PLAY')
  return accept({ type: 'PlayedBlind', device, from, play })
}
