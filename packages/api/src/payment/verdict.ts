import type { PaymentRecord } from '@gavel/db'
import type { Command } from '@gavel/payments'
import { type Registration as Entry, stands } from '@gavel/registration'

/**
 * What a payment is to do, as its registration stands: keep the money, give it back, or be called off; null where the registration still waits for
 * it, or has not said. The commands may be given again.
 */
export const verdictOf = (
  entry: Entry,
  { id, seat }: Pick<PaymentRecord, 'id' | 'seat'>,
): Extract<Command, { type: 'Keep' | 'Return' | 'Cancel' }> | null => {
  const back = entry.returned.find(({ payment }) => payment === id)
  if (back) return gaveBack({ id }, back.percent)
  const own = entry.seats.find((one) => one.id === seat)
  if (own?.payment === id) return { type: 'Keep' }
  if (!own) return { type: 'Cancel', why: 'This place is not asked for any more.' }
  if (own.payment !== null) return { type: 'Cancel', why: 'This was paid in another way.' }
  if (!stands(entry)) return { type: 'Cancel', why: 'The entry does not stand any more.' }
  return null
}

/** What the registration gives back has one refund, however often it is said. */
export const gaveBack = ({ id }: Pick<PaymentRecord, 'id'>, percent: number) =>
  ({ type: 'Return', refund: `${id}.back`, percent }) as const
