import type { Visitor } from '@gavel/auth'

/** Where a request comes from, as `noteAddress` has written it. */
export const addressOf = (given: Headers): string => given.get('x-forwarded-for') ?? 'unknown'

/** Whose device a request comes from. */
export const visitorOf = (given: Headers): Visitor => ({
  address: addressOf(given),
  userAgent: given.get('user-agent'),
})
