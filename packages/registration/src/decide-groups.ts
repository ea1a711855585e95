import { accept, confirmedIfComplete, type Decision, from, NOTHING, plus, refuse, returned } from './answers.ts'
import type { CommandOf, Context } from './commands.ts'
import { eligible } from './eligible.ts'
import { type Registration, type Seat, stands } from './registration.ts'
import { refundPercent } from './rules.ts'

/** A member joins. The window is not asked: the group came in time (GROUP-2). */
export function takeSeat(
  registration: Registration,
  { seat: id, applicant }: CommandOf<'TakeSeat'>,
  context: Context,
): Decision {
  if (!stands(registration) || registration.stage.is === 'confirmed') return refuse('DECIDED')
  const own = registration.seats.find(({ entrant }) => entrant?.person === applicant.person)
  if (own) return own.id === id || id === null ? NOTHING : refuse('IN_GROUP')
  const seat = registration.seats.find((one) => (id === null ? one.entrant === null : one.id === id))
  if (!seat) return refuse('NO_SEAT')
  if (seat.entrant !== null) return refuse('SEAT_TAKEN')
  const kind = context.rules.kinds[registration.kind]
  if (!kind) return refuse('NOT_OFFERED')
  const checked = eligible(applicant, kind, context.rules)
  if ('refusal' in checked) return checked
  const course = plus(from(registration), context, { type: 'SeatTaken', seat: seat.id, entrant: checked.entrant })
  return accept(confirmedIfComplete(course, context))
}

/** A member leaves, or is taken out (GROUP-5). */
export function leaveSeat(
  registration: Registration,
  { person, asOrganiser }: CommandOf<'LeaveSeat'>,
  context: Context,
): Decision {
  if (!stands(registration)) return refuse('DECIDED')
  const at = registration.seats.findIndex(({ entrant }) => entrant?.person === person)
  const seat = registration.seats[at]
  if (!seat) return NOTHING
  if (at === 0) return refuse('CAPTAIN')
  const confirmed = registration.stage.is === 'confirmed'
  if (confirmed && registration.kind === 'owner') return refuse('SHARE_KEPT')
  const percent = confirmed && !asOrganiser ? refundPercent(context.rules.refunds, context.nowMs) : 100
  const why = asOrganiser ? 'taken-out' : 'left'
  const course = plus(
    from(registration),
    context,
    ...(seat.payment === null ? [] : [returned(seat.payment, percent, why)]),
    confirmed ? { type: 'SeatsGone', seats: [seat.id] } : { type: 'SeatLeft', seat: seat.id },
  )
  return accept(course)
}

/** The captain goes on with fewer (GROUP-6). */
export function giveUpSeats(
  registration: Registration,
  { seats: ids }: CommandOf<'GiveUpSeats'>,
  context: Context,
): Decision {
  if (!stands(registration) || registration.stage.is === 'confirmed') return refuse('DECIDED')
  if (registration.kind === 'owner') return refuse('SHARE_KEPT')
  const isOpen = ({ id, entrant }: Seat) => ids.includes(id) && entrant === null
  const gone = registration.seats.filter(isOpen).map(({ id }) => id)
  if (gone.length < new Set(ids).size) return refuse('NO_SEAT')
  if (gone.length === 0) return NOTHING
  return accept(confirmedIfComplete(plus(from(registration), context, { type: 'SeatsGone', seats: gone }), context))
}
