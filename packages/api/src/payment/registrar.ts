import type { Event, PaymentRecord, Registration } from '@gavel/db'
import type { Registration as Entry } from '@gavel/registration'
import type { Stores } from '../services.ts'

/** An entry that something is paid for. */
export type Owed = { event: Event; registration: Registration; entry: Entry }

/** The entry behind a registration, a group's where it is a member's; null where there is none. */
export const findOwed = async (_: Pick<Stores, 'mongo'>, _id: string): Promise<Owed | null> => null

/** What the registration is told of a payment. */
export type Tidings = 'HearPaid' | 'HearSlow' | 'HearFailed'

/** Tells the registration, and answers how it stands then; null where it is gone. */
export const tellRegistration = async (
  _: Stores,
  _record: Pick<PaymentRecord, 'id' | 'registrationId' | 'seat'>,
  _type: Tidings,
): Promise<Entry | null> => null
