import { eventById, notePosted, type PaymentRecord, postLedger } from '@gavel/db'
import { postings } from '@gavel/payments'
import { notify } from '../inbox/notify.ts'
import type { Stores } from '../services.ts'
import { noticesOf } from './notices.ts'

/**
 * Brings the ledger up to a payment, and tells people what became of it: of every change that was not posted yet, also one whose process died.
 * Doing it again is harmless (TILL-3).
 */
export const catchUp = async (stores: Stores, record: PaymentRecord): Promise<void> => {
  const { id, eventId, changes, posted, version } = record
  if (posted >= version) return
  const { mongo } = stores
  const fresh = changes.slice(posted)
  await postLedger(mongo, eventId, postings(id, fresh))
  const event = await eventById(mongo, eventId)
  // An event that is gone has nobody to be told about it.
  for (const notice of event ? await noticesOf(stores, event, record, fresh) : []) await notify(stores, notice)
  await notePosted(mongo, id, version)
}
