// What a registration does when payments tell of money. Each may be told twice, late, and in any order (FEE-4).
import {
  accept,
  type Course,
  confirmedIfComplete,
  type Decision,
  from,
  NOTHING,
  onward,
  plus,
  returned,
} from './answers.ts'
import type { CommandOf, Context } from './commands.ts'
import { gotPlaces, mayRevive } from './places.ts'
import type { PaymentId, Registration, ReturnReason } from './registration.ts'

export function hearPaid(registration: Registration, command: CommandOf<'HearPaid'>, context: Context): Decision {
  if (isKnown(registration, command.payment)) return NOTHING
  return accept(withMoney(registration, command, context))
}

function withMoney(registration: Registration, command: CommandOf<'HearPaid'>, context: Context): Course {
  const { seat: id, payment } = command
  const course = from(registration)
  const back = (why: ReturnReason) => plus(course, context, returned(payment, 100, why))
  const paid = { type: 'SeatPaid', seat: id, payment } as const
  const { stage, fee, kind } = registration
  const seat = registration.seats.find((one) => one.id === id)
  if (fee === null) return back('not-asked')
  // The person left and the money came after: the seat is for somebody else now. A team's share is anybody's to pay.
  if (!seat || (seat.entrant === null && kind === 'player')) return back('late')
  if (seat.payment !== null) return back('second')
  switch (stage.is) {
    case 'offered':
      return onward(plus(course, context, paid, { type: 'OfferAccepted' }), context)
    case 'awaiting':
      return plus(course, context, paid)
    case 'owing':
      return confirmedIfComplete(plus(course, context, paid), context)
    case 'waiting':
    case 'lapsed': {
      if (gotPlaces(registration, command, context))
        return onward(plus(course, context, paid, { type: 'OfferAccepted' }), context)
      const again = stage.is === 'lapsed' && mayRevive(registration) && context.nowMs < context.rules.offersUntilMs
      return again ? plus(back('late'), context, { type: 'PutInLine' }) : back('late')
    }
    case 'submitted':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
      return back('late')
    default:
      return stage satisfies never
  }
}

/** A slow payment holds the places longer, once (FEE-3). */
export function hearSlow(registration: Registration, { payment }: CommandOf<'HearSlow'>, context: Context): Decision {
  const { stage } = registration
  if (stage.is !== 'owing' || Object.hasOwn(stage.slow, payment) || isKnown(registration, payment)) return NOTHING
  const untilMs = context.nowMs + context.rules.slowMs
  return accept(plus(from(registration), context, { type: 'SlowPaymentBegan', payment, untilMs }))
}

/** It came to nothing: the time to pay begins again, within the time that it would have held the places for. */
export function hearFailed(
  registration: Registration,
  { payment }: CommandOf<'HearFailed'>,
  context: Context,
): Decision {
  const { stage } = registration
  const heldUntilMs = stage.is === 'owing' && Object.hasOwn(stage.slow, payment) ? stage.slow[payment] : 0
  if (!heldUntilMs) return NOTHING
  const untilMs = Math.min(context.nowMs + context.rules.payMs, heldUntilMs)
  return accept(plus(from(registration), context, { type: 'SlowPaymentFailed', payment, untilMs }))
}

function isKnown({ seats, returned: back }: Registration, payment: PaymentId): boolean {
  return seats.some((seat) => seat.payment === payment) || back.some((one) => one.payment === payment)
}
