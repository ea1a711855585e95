import { accept, confirmedIfComplete, type Decision, from, NOTHING, onward, plus, refuse } from './answers.ts'
import type { Command, CommandOf, Context } from './commands.ts'
import { giveUpSeats, leaveSeat, takeSeat } from './decide-groups.ts'
import { expire, turnAway, withdraw } from './decide-leaving.ts'
import { hearFailed, hearPaid, hearSlow } from './decide-payments.ts'
import { eligible, windowRefusal } from './eligible.ts'
import { evolve } from './evolve.ts'
import { gotPlaces, placeIds } from './places.ts'
import { type Registration, stands } from './registration.ts'
import { MAX_SEATS } from './rules.ts'

/**
 * What a command does to a registration, which is null before its first one: the changes to store, or a refusal. Pure and total: the same
 * registration, command and context always give the same answer (docs/spec/registration.md). No changes: it is so already.
 */
export function decide(registration: Registration | null, command: Command, context: Context): Decision {
  if (command.type === 'Enter') return enter(registration, command, context)
  if (registration === null) return refuse('NO_ENTRY')
  switch (command.type) {
    case 'Settle':
      return settle(registration, gotPlaces(registration, command, context), context)
    case 'Accept':
      return takeOffer(registration, context)
    case 'Approve':
      return approve(registration, command, context)
    case 'TurnAway':
      return turnAway(registration, command, context)
    case 'TakeSeat':
      return takeSeat(registration, command, context)
    case 'LeaveSeat':
      return leaveSeat(registration, command, context)
    case 'GiveUpSeats':
      return giveUpSeats(registration, command, context)
    case 'Withdraw':
      return withdraw(registration, command, context)
    case 'Expire':
      return expire(registration, context)
    case 'HearPaid':
      return hearPaid(registration, command, context)
    case 'HearSlow':
      return hearSlow(registration, command, context)
    case 'HearFailed':
      return hearFailed(registration, command, context)
    default:
      return command satisfies never
  }
}

function enter(before: Registration | null, command: CommandOf<'Enter'>, { nowMs, rules }: Context): Decision {
  if (before !== null && stands(before)) return NOTHING
  const { id, kind, team, seats } = command
  const closed = windowRefusal(rules, kind, nowMs)
  if (closed) return { refusal: closed }
  const kindRules = rules.kinds[kind]
  if (!kindRules) return refuse('NOT_OFFERED')
  if (!Number.isInteger(seats) || seats < 1 || seats > MAX_SEATS) return refuse('GROUP_SIZE', { max: MAX_SEATS })
  const checked = eligible(command.captain, kindRules, rules)
  if ('refusal' in checked) return checked
  const entry = (before?.entry ?? 0) + 1
  const entered = {
    type: 'Entered',
    ...{ id, kind, team, fee: kindRules.fee, captain: checked.entrant },
    seats: Array.from({ length: seats }, (_, i) => `${id}.${entry}.${i + 1}`),
  } as const
  return { changes: [{ ...entered, seq: (before?.seq ?? 0) + 1, atMs: nowMs }] }
}

function settle(registration: Registration, held: boolean, context: Context): Decision {
  const course = from(registration)
  const { stage, approvedBy, kind } = registration
  switch (stage.is) {
    case 'submitted':
      return accept(held ? onward(course, context) : plus(course, context, { type: 'PutInLine' }))
    case 'waiting':
      return held ? accept(onward(course, context)) : NOTHING
    case 'awaiting':
      return approvedBy === null && context.rules.kinds[kind]?.approval ? NOTHING : accept(onward(course, context))
    case 'owing':
      return accept(confirmedIfComplete(course, context))
    case 'offered':
    case 'confirmed':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
      return NOTHING
    default:
      return stage satisfies never
  }
}

function takeOffer(registration: Registration, context: Context): Decision {
  const { stage } = registration
  if (stage.is !== 'offered') return refuse('NO_OFFER')
  if (context.nowMs >= stage.untilMs) return refuse('TOO_LATE', { untilMs: stage.untilMs })
  return accept(onward(plus(from(registration), context, { type: 'OfferAccepted' }), context))
}

/** Lets it in, ahead of its place where it waits for one (ADMIT-1). */
function approve(registration: Registration, { by }: CommandOf<'Approve'>, context: Context): Decision {
  const { stage, approvedBy } = registration
  if (!stands(registration)) return refuse('DECIDED')
  if (approvedBy !== null || stage.is === 'confirmed') return NOTHING
  const course = plus(from(registration), context, { type: 'Approved', by })
  return accept(stage.is === 'awaiting' ? onward(course, context) : course)
}

/** Whether a new registration of these seats could take its places at all: a group larger than the event never leaves the line. */
export function fitsEvent(registration: Pick<Registration, 'id' | 'kind' | 'seats'>, capacity: number): boolean {
  return placeIds(registration).length <= capacity
}

/** The registration after a command, or as it was where it was refused. For shells and screens that need the outcome alone. */
export function after(registration: Registration | null, decision: Decision): Registration | null {
  if ('refusal' in decision) return registration
  return decision.changes.reduce<Registration | null>((at, change) => evolve(at, change), registration)
}
