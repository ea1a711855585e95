import type { Change, Draft } from './changes.ts'
import type { Registration, Seat, SeatId } from './registration.ts'

/**
 * The registration after one more change. Pure and total over changes that `decide` made; a gap, or a change that does not fit, is a bug
 * and throws. Before the first change it is null.
 */
export function evolve(registration: Registration | null, change: Change): Registration {
  const seq = (registration?.seq ?? 0) + 1
  if (change.seq !== seq) throw new Error(`change ${change.seq} does not follow ${seq - 1}`)
  return { ...apply(registration, change, change.atMs), seq }
}

/** The fold of a whole log, or of its continuation after `from`. */
export function fold(changes: Iterable<Change>, from: Registration | null = null): Registration | null {
  let registration = from
  for (const change of changes) registration = evolve(registration, change)
  return registration
}

function apply(before: Registration | null, change: Draft, atMs: number): Registration {
  if (change.type === 'Entered') return entered(before, change, atMs)
  if (before === null) throw new Error(`a registration begins with Entered, not ${change.type}`)
  switch (change.type) {
    case 'PutInLine':
      return { ...before, accepted: false, stage: { is: 'waiting' } }
    case 'Offered':
      return { ...before, stage: { is: 'offered', untilMs: change.untilMs } }
    case 'OfferAccepted':
      return { ...before, accepted: true }
    case 'ApprovalAsked':
      return { ...before, stage: { is: 'awaiting' } }
    case 'Approved':
      return { ...before, approvedBy: change.by }
    case 'PaymentAsked':
      return { ...before, stage: { is: 'owing', untilMs: change.untilMs, slow: {} } }
    case 'SlowPaymentBegan': {
      const stage = owing(before)
      return { ...before, stage: { ...stage, slow: { ...stage.slow, [change.payment]: change.untilMs } } }
    }
    case 'SlowPaymentFailed': {
      const stage = owing(before)
      const slow = { ...stage.slow, [change.payment]: 0 }
      return { ...before, stage: { ...stage, untilMs: Math.max(stage.untilMs, change.untilMs), slow } }
    }
    case 'SeatTaken':
      return withSeat(before, change.seat, { entrant: change.entrant })
    case 'SeatLeft':
      return withSeat(before, change.seat, { entrant: null })
    case 'SeatsGone':
      return { ...before, seats: before.seats.filter(({ id }) => !change.seats.includes(id)) }
    case 'SeatPaid':
      return withSeat(before, change.seat, { payment: change.payment })
    case 'PaymentReturned': {
      const { payment, percent, why } = change
      const seats = before.seats.map((seat) => (seat.payment === payment ? { ...seat, payment: null } : seat))
      return { ...before, seats, returned: [...before.returned, { payment, percent, why }] }
    }
    case 'Confirmed':
      return { ...before, stage: { is: 'confirmed', atMs } }
    case 'Refused':
      return { ...before, stage: { is: 'refused', atMs, by: change.by, why: change.why } }
    case 'Withdrawn':
      return { ...before, stage: { is: 'withdrawn', atMs, by: change.by } }
    case 'Lapsed':
      return { ...before, stage: { is: 'lapsed', atMs, what: change.what } }
    default:
      return change satisfies never
  }
}

/** A new registration, or the same one begun again (ENTER-2). */
function entered(
  before: Registration | null,
  { id, kind, team, fee, seats, captain }: Extract<Draft, { type: 'Entered' }>,
  atMs: number,
): Registration {
  return {
    id,
    kind,
    seq: before?.seq ?? 0,
    entry: (before?.entry ?? 0) + 1,
    enteredAtMs: atMs,
    team,
    fee,
    approvedBy: null,
    accepted: true,
    seats: seats.map((seat, i) => ({ id: seat, entrant: i === 0 ? captain : null, payment: null })),
    returned: before?.returned ?? [],
    stage: { is: 'submitted' },
  }
}

function owing({ id, stage }: Registration) {
  if (stage.is !== 'owing') throw new Error(`registration ${id} owes nothing`)
  return stage
}

function withSeat(before: Registration, seat: SeatId, change: Partial<Seat>): Registration {
  if (!before.seats.some(({ id }) => id === seat)) throw new Error(`registration ${before.id} has no seat ${seat}`)
  return { ...before, seats: before.seats.map((one) => (one.id === seat ? { ...one, ...change } : one)) }
}
