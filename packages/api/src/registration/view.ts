import { countAhead, type Event, peopleOf, type Registration, registrationById } from '@gavel/db'
import { moneyWords } from '@gavel/payments'
import {
  type Registration as Entry,
  isSettled,
  leavingGivesBack,
  type Money,
  type Seat,
  stageWords,
} from '@gavel/registration'
import type { Services } from '../services.ts'
import { entryOf } from './entry.ts'
import { entryRulesOf } from './entry-rules.ts'
import { moneyOfSeat } from './seat-money.ts'
import { stands } from './standing.ts'

/** One seat of an entry. `paid`: whether it owes nothing. `money`: what it costs; null where it costs nothing. */
export type SeatView = {
  id: string
  open: boolean
  name: string | null
  you: boolean
  paid: boolean
  money: Money | null
  moneyWords: string | null
}

/** A registration as its own person sees it. */
export type MyRegistration = Pick<
  Registration,
  'id' | 'kind' | 'status' | 'reason' | 'details' | 'createdAtMs' | 'updatedAtMs' | 'memberOf'
> & {
  /** The entry that is paid, accepted and withdrawn: the own one, or the group's. */
  entryId: string
  /** How it stands and what comes next, for the person. */
  words: string
  /** When the offer or the time to pay runs out; null where no clock runs. */
  dueAtMs: number | null
  /** The number in line; null where it does not wait. */
  place: number | null
  fee: Money | null
  feeWords: string | null
  /** Whether this person is the captain, or alone. */
  captain: boolean
  seats: SeatView[]
  /** For the captain of a group to pass on. */
  joinPath: string | null
  /** The per cent of what was paid that leaving gives back now. */
  leavingGivesBack: number
  mayWithdraw: boolean
}

/** A registration as this person sees it; a member of a group sees the group's seats and clock. */
export const shownTo = async (
  services: Pick<Services, 'mongo' | 'postgres'>,
  event: Event,
  registration: Registration,
  userId: string | null,
): Promise<MyRegistration> => {
  const { mongo, postgres } = services
  const group = registration.memberOf === null ? null : await registrationById(mongo, registration.memberOf)
  const whole = group ?? registration
  const entry = entryOf(whole)
  const isLonger = entry.seats.length > 1 || group !== null
  const names = isLonger ? await peopleOf(postgres, seatedIn(entry)) : new Map<string, { name: string }>()
  const waits = whole.status === 'waitlisted'
  const ahead = waits ? await countAhead(mongo, whole) : 0
  const context = { rules: entryRulesOf(event), nowMs: Date.now(), ahead }
  const left = group !== null && !stands(registration.status)
  return {
    ...base(registration),
    entryId: whole.id,
    words: left ? 'You have left this group.' : stageWords(entry, context),
    dueAtMs: left ? null : whole.dueAtMs,
    place: waits && !left ? ahead + 1 : null,
    fee: entry.fee,
    feeWords: entry.fee && moneyWords(entry.fee),
    captain: group === null,
    seats: left ? [] : entry.seats.map((seat) => seatView(entry, seat, names, userId)),
    joinPath:
      whole.joinKey !== null && group === null && stands(whole.status)
        ? `/events/${event.slug}/group/${whole.id}?key=${whole.joinKey}`
        : null,
    leavingGivesBack: leavingGivesBack(entry, false, context),
    mayWithdraw: stands(registration.status) && event.status !== 'cancelled' && event.status !== 'finished',
  }
}

const base = ({ id, kind, status, reason, details, createdAtMs, updatedAtMs, memberOf }: Registration) => ({
  ...{ id, kind, status, reason, details, createdAtMs, updatedAtMs, memberOf },
})

const seatedIn = ({ seats }: Entry): string[] => seats.flatMap(({ entrant }) => entrant?.person ?? [])

const seatView = (
  entry: Entry,
  seat: Seat,
  names: ReadonlyMap<string, { name: string }>,
  userId: string | null,
): SeatView => {
  const money = moneyOfSeat(entry, seat)
  return {
    id: seat.id,
    open: seat.entrant === null,
    name: seat.entrant && (names.get(seat.entrant.person)?.name ?? null),
    you: seat.entrant !== null && seat.entrant.person === userId,
    paid: isSettled(seat, entry.fee),
    money,
    moneyWords: money && moneyWords(money),
  }
}
