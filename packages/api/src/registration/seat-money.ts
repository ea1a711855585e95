import { type Money, sharesOf } from '@gavel/payments'
import type { Registration as Entry, Seat } from '@gavel/registration'

/** What one seat of an entry pays: a player's fee, or its share of a team's deposit; null where nothing is asked. */
export const moneyOfSeat = ({ kind, fee, seats }: Entry, { id }: Pick<Seat, 'id'>): Money | null => {
  if (fee === null) return null
  if (kind === 'player') return fee
  return sharesOf(fee, seats.length)[seats.findIndex((seat) => seat.id === id)] ?? null
}
