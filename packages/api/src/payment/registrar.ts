// Where paying meets entering: what the registration is asked and told. Nothing else here knows how a registration is kept.
import { type Event, eventById, type PaymentRecord, type Registration, registrationById } from '@gavel/db'
import type { Command, Registration as Entry } from '@gavel/registration'
import { AppError } from '../errors.ts'
import { actOn } from '../registration/act.ts'
import { entryOf } from '../registration/entry.ts'
import type { Stores } from '../services.ts'

/** An entry that something is paid for. */
export type Owed = { event: Event; registration: Registration; entry: Entry }

/** The entry behind a registration, a group's where it is a member's; null where there is none. */
export const findOwed = async ({ mongo }: Pick<Stores, 'mongo'>, id: string): Promise<Owed | null> => {
  const named = await registrationById(mongo, id)
  const registration = named?.memberOf ? await registrationById(mongo, named.memberOf) : named
  const event = registration && (await eventById(mongo, registration.eventId))
  return event && { event, registration, entry: entryOf(registration) }
}

/** What the registration is told of a payment. */
export type Tidings = Extract<Command['type'], 'HearPaid' | 'HearSlow' | 'HearFailed'>

/** How the registration stands once it was told; `gone` where there is none, `away` where it could not be told now. */
export const tellRegistration = async (
  stores: Stores,
  { id: payment, registrationId, seat }: Pick<PaymentRecord, 'id' | 'registrationId' | 'seat'>,
  type: Tidings,
): Promise<Entry | 'gone' | 'away'> => {
  const command: Command = type === 'HearPaid' ? { type, seat, payment } : { type, payment }
  try {
    const { entry } = await actOn(stores, registrationId, command)
    return entry
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'REGISTRATION.NOT_FOUND') return 'gone'
    stores.logger.warn({ err: error, payment, type }, 'A registration could not be told of a payment yet')
    return 'away'
  }
}
