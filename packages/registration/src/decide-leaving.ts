import { accept, allReturned, type Decision, from, NOTHING, plus, refuse } from './answers.ts'
import type { CommandOf, Context } from './commands.ts'
import { isSettled, owingUntilMs, type Registration, type Seat, stands } from './registration.ts'
import { refundPercent } from './rules.ts'

/** Why somebody is turned away: something readable, of up to 500 characters. */
const REASON = /^(?=.*\S)[\s\S]{1,500}$/

/** Says no to an entry that is not confirmed (ADMIT-2). */
export function turnAway(registration: Registration, { by, why }: CommandOf<'TurnAway'>, context: Context): Decision {
  if (registration.stage.is === 'refused') return NOTHING
  if (!stands(registration) || registration.stage.is === 'confirmed') return refuse('DECIDED')
  if (!REASON.test(why)) return refuse('NO_REASON')
  const back = allReturned(registration, 100, 'turned-away')
  return accept(plus(from(registration), context, ...back, { type: 'Refused', by, why: why.trim() }))
}

/** Leaves, or is taken out (WITHDRAW-1). */
export function withdraw(
  registration: Registration,
  { by, asOrganiser }: CommandOf<'Withdraw'>,
  context: Context,
): Decision {
  if (registration.stage.is === 'withdrawn') return NOTHING
  if (!stands(registration)) return refuse('DECIDED')
  const back = allReturned(
    registration,
    leavingGivesBack(registration, asOrganiser, context),
    asOrganiser ? 'taken-out' : 'left',
  )
  return accept(plus(from(registration), context, ...back, { type: 'Withdrawn', by }))
}

/** The per cent of what was paid that withdrawing would give back now: what a screen tells before it is done (WITHDRAW-3). */
export function leavingGivesBack(
  { stage }: Registration,
  asOrganiser: boolean,
  { rules, nowMs }: Pick<Context, 'rules' | 'nowMs'>,
): number {
  return stage.is === 'confirmed' && !asOrganiser ? refundPercent(rules.refunds, nowMs) : 100
}

/** Ends an offer or a hold whose time is up. Harmless wherever there is none: timers come late. */
export function expire(registration: Registration, context: Context): Decision {
  const { stage } = registration
  if (stage.is !== 'offered' && stage.is !== 'owing') return NOTHING
  const untilMs = stage.is === 'offered' ? stage.untilMs : owingUntilMs(stage)
  if (context.nowMs < untilMs) return refuse('TOO_EARLY', { untilMs })
  const course = from(registration)
  if (stage.is === 'offered') return accept(plus(course, context, { type: 'Lapsed', what: 'offer' }))
  const kept = context.rules.groupEnd === 'each' ? seatsToKeep(registration) : []
  if (kept.length > 0) {
    const gone = registration.seats.filter((seat) => !kept.includes(seat)).map(({ id }) => id)
    return accept(plus(course, context, { type: 'SeatsGone', seats: gone }, { type: 'Confirmed' }))
  }
  const back = allReturned(registration, 100, 'lapsed')
  return accept(plus(course, context, ...back, { type: 'Lapsed', what: 'payment' }))
}

/** The seats of a group of players that go on without the others; none where the captain is not among them (GROUP-4). */
function seatsToKeep({ kind, fee, seats }: Registration): Seat[] {
  const ready = seats.filter((seat) => seat.entrant !== null && isSettled(seat, fee))
  return kind === 'player' && seats[0] !== undefined && ready.includes(seats[0]) ? ready : []
}
