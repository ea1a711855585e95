import { type Event, listPayments, paymentOf } from '@gavel/db'
import { countingCharge } from '@gavel/payments'
import type { Registration as Entry } from '@gavel/registration'
import type { Stores } from '../services.ts'
import { actOnPayment } from './act.ts'
import { pursue } from './pursue.ts'
import { verdictOf } from './verdict.ts'

/**
 * Brings every payment of a registration to where the registration is: what it keeps is kept, what it gives back is returned, and what nobody
 * waits for any more is called off, its page with it. Called after every change of the registration; doing it again is harmless (TILL-6).
 * @throws where a store is away
 */
export const settleMoney = async (stores: Stores, entry: Entry, event: Pick<Event, 'id'>): Promise<void> => {
  for (const record of await listPayments(stores.mongo, { eventId: event.id, registrationId: entry.id })) {
    const verdict = verdictOf(entry, record)
    if (!verdict) continue
    const hasCome = countingCharge(paymentOf(record)) !== null
    // Money that came in is decided by telling the registration of it; a page that nobody paid on is closed.
    if (verdict.type === 'Cancel' ? hasCome : !hasCome) continue
    const { record: after } = await actOnPayment(stores, record.id, verdict)
    if (after.version !== record.version) await pursue(stores, record.id)
  }
}
