// How `decide` answers: entries or a refusal, and what the phase of the auction allows.
import type { Draft } from './entries.ts'
import type { Refusal, RefusalCode, RefusalDetail } from './refusals.ts'
import type { AuctionState } from './state.ts'

export type Decision = { entries: readonly Draft[] } | { refusal: Refusal }

export function accept(draft: Draft): Decision {
  return { entries: [draft] }
}

export function refuse(code: RefusalCode, detail?: RefusalDetail): Decision {
  return { refusal: detail ? { code, detail } : { code } }
}

export type PhaseName = AuctionState['phase']['is']

const PHASE_REFUSALS = {
  scheduled: 'NOT_STARTED',
  running: 'ALREADY_STARTED',
  paused: 'PAUSED',
  ended: 'ENDED',
} as const satisfies Record<PhaseName, RefusalCode>

export function phaseRefusal(state: AuctionState, allowed: readonly PhaseName[]): Refusal | null {
  const { is } = state.phase
  if (allowed.includes(is)) return null
  // A paused auction has started: commands that only fit before the start are told so, not to wait for the pause to end.
  if (is === 'paused' && allowed.includes('scheduled')) return { code: 'ALREADY_STARTED' }
  return { code: PHASE_REFUSALS[is] }
}

export function whileIn(state: AuctionState, allowed: readonly PhaseName[]): Decision | null {
  const refusal = phaseRefusal(state, allowed)
  return refusal && { refusal }
}

/** What a record holds under an id that somebody sent: `constructor` is no team. */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
