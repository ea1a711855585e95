import type { Event, Registration, RegistrationChange, RegistrationStatus } from '@gavel/db'
import { type Change, type Registration as Entry, expiresAtMs, fold, type StageName } from '@gavel/registration'

/** The name under which each stage is stored and asked for. */
const STATUS_OF: Readonly<Record<StageName, RegistrationStatus>> = {
  submitted: 'pending',
  waiting: 'waitlisted',
  offered: 'offered',
  awaiting: 'awaiting',
  owing: 'owing',
  confirmed: 'confirmed',
  refused: 'rejected',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
}

/**
 * A stored registration as the pure core knows it. One of before there were changes is read from its status; a member of a group has no
 * entry but the group's: ask with the captain's.
 */
export const entryOf = (registration: Registration): Entry => {
  const entry = fold(logOf(registration))
  if (!entry) throw new Error(`registration ${registration.id} has no beginning`)
  return entry
}

/** Its changes, as they are or as they must have been. */
export const logOf = (registration: Registration): readonly Change[] => {
  const { changes, id, userId, kind, status, createdAtMs, updatedAtMs } = registration
  if (changes.length > 0) return changes
  const captain = { person: userId, born: null, category: null, answers: {} }
  const entered = { type: 'Entered', id, kind, team: null, fee: null, seats: [`${id}.1.1`], captain } as const
  const first: Change = { ...entered, seq: 1, atMs: createdAtMs }
  const by = registration.approvedBy ?? 'system'
  const next = (draft: { type: 'PutInLine' | 'ApprovalAsked' | 'Confirmed' }): Change[] => [
    first,
    { ...draft, seq: 2, atMs: updatedAtMs },
  ]
  switch (status) {
    case 'waitlisted':
      return next({ type: 'PutInLine' })
    case 'awaiting':
      return next({ type: 'ApprovalAsked' })
    case 'confirmed':
      return next({ type: 'Confirmed' })
    case 'rejected':
      return [first, { type: 'Refused', by, why: registration.reason ?? 'Not accepted.', seq: 2, atMs: updatedAtMs }]
    case 'withdrawn':
      return [first, { type: 'Withdrawn', by: userId, seq: 2, atMs: updatedAtMs }]
    case 'pending':
    case 'offered':
    case 'owing':
    case 'lapsed':
      return [first]
    default:
      return status satisfies never
  }
}

type Projection = Pick<Required<RegistrationChange>, 'status' | 'reason' | 'approvedBy' | 'enteredAtMs' | 'dueAtMs'>

/** What is read from an entry to be asked for. `reason`: what stands there where the stage has none of its own. */
export const projectionOf = (
  entry: Entry,
  { capacity }: Pick<Event, 'capacity'>,
  reason: string | null,
): Projection => ({
  status: STATUS_OF[entry.stage.is],
  reason: reasonOf(entry, capacity) ?? reason,
  approvedBy: entry.approvedBy,
  enteredAtMs: entry.enteredAtMs,
  dueAtMs: expiresAtMs(entry),
})

const reasonOf = ({ stage, kind }: Entry, capacity: Event['capacity']): string | null => {
  switch (stage.is) {
    case 'waiting':
      return kind === 'player'
        ? `All ${capacity.players} places for players are taken: you are on the waiting list.`
        : `All ${capacity.teams} places for teams are taken: you are on the waiting list.`
    case 'awaiting':
      return 'Your place is held until the organiser lets you in.'
    case 'refused':
      return stage.why
    case 'lapsed':
      return stage.what === 'offer'
        ? 'The offered place went to the next in line.'
        : 'The place was not paid for in time.'
    case 'submitted':
    case 'offered':
    case 'owing':
    case 'confirmed':
    case 'withdrawn':
      return null
    default:
      return stage satisfies never
  }
}
