import { insertPayment, listPayments, type PaymentRecord, paymentOf } from '@gavel/db'
import { decide, liveAttempt } from '@gavel/payments'
import { type Registration as Entry, owingUntilMs, type Seat } from '@gavel/registration'
import { AppError } from '../errors.ts'
import { moneyOfSeat } from '../registration/seat-money.ts'
import type { Stores } from '../services.ts'
import { actOnPayment, refusedPayment } from './act.ts'
import type { Owed } from './registrar.ts'

/** Until when the place of an entry is held for whoever has to pay; null where it is not, or nobody has to. */
export const heldUntilMs = ({ stage }: Pick<Entry, 'stage'>): number | null => {
  if (stage.is === 'owing') return owingUntilMs(stage)
  return stage.is === 'offered' ? stage.untilMs : null
}

/** The seat that this person pays for, the named one or else the own; null where it is not theirs to pay. A team's share may be paid by whoever is in it. */
export const seatToPay = (
  { entry, registration }: Pick<Owed, 'entry' | 'registration'>,
  userId: string,
  named: string | undefined,
): Seat | null => {
  const isIn = registration.userId === userId || entry.seats.some(({ entrant }) => entrant?.person === userId)
  const isTheirs = ({ entrant }: Seat) => entrant?.person === userId || (entry.kind === 'owner' && isIn)
  const own = entry.seats.find(({ entrant }) => entrant?.person === userId)
  if (named === undefined) return own ?? entry.seats.find((seat) => seat.payment === null && isTheirs(seat)) ?? null
  return entry.seats.find((seat) => seat.id === named && isTheirs(seat)) ?? null
}

/**
 * The payment for a seat: the one that is there, or a new one where an earlier one was given back or called off, or another person pays now.
 * @throws AppError PAYMENT.NOTHING_DUE, PAYMENT.REFUSED where somebody else's page is open, or the amount cannot be charged
 */
export const paymentForSeat = async (
  stores: Pick<Stores, 'mongo'>,
  { event, entry }: Pick<Owed, 'event' | 'entry'>,
  seat: Seat,
  payer: string,
  nowMs: number,
): Promise<PaymentRecord> => {
  const { mongo } = stores
  const money = moneyOfSeat(entry, seat)
  if (!money) throw new AppError('PAYMENT.NOTHING_DUE')
  const earlier = await listPayments(mongo, { seat: seat.id })
  const last = earlier.at(-1)
  const isOver = !last || last.stage === 'returned' || last.stage === 'cancelled'
  if (!isOver) {
    if (last.payer === payer || last.stage === 'paid') return last
    if (last.stage === 'processing' || liveAttempt(paymentOf(last), nowMs))
      throw refusedPayment({ code: 'UNDER_WAY', words: 'Somebody else is paying for this just now.' })
    await actOnPayment(stores, last.id, { type: 'Cancel', why: 'Somebody else pays for this.' }, { nowMs })
  }
  const purpose = { is: entry.kind === 'player' ? 'fee' : 'deposit', registration: entry.id, seat: seat.id } as const
  const id = `${seat.id}.${earlier.length + 1}`
  const decision = decide(null, { type: 'Create', id, event: event.id, payer, purpose, money }, nowMs)
  if ('refusal' in decision) throw refusedPayment(decision.refusal)
  const [created] = decision.changes
  if (created?.type !== 'Created') throw new Error(`payment ${id} was not created`)
  return insertPayment(mongo, created, nowMs)
}
