import type { RegistrationStatus } from '@gavel/db'

/** More entries than any event has places: nobody is left out of a list, a count or a message. */
export const MAX_ENTRIES = 20_000

const UNDECIDED = [
  'pending',
  'waitlisted',
  'offered',
  'awaiting',
  'owing',
] as const satisfies readonly RegistrationStatus[]
const STANDING = new Set<RegistrationStatus>([...UNDECIDED, 'confirmed'])

/** Whether an entry with this status is in the event or on its way there; any other may be entered again. */
export const stands = (status: RegistrationStatus): boolean => STANDING.has(status)

/** Whether an organiser can still let an entry in, or turn it away. */
export const isUndecided = (status: RegistrationStatus): boolean => stands(status) && status !== 'confirmed'
