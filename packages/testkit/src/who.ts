/**
 * Everybody who may come to a door of an event. `owner` owns a team of it, with a paddle, `otherOwner` another one; `banned` organised the event
 * until the ban.
 */
export const WHO = [
  'guest',
  'fan',
  'player',
  'owner',
  'otherOwner',
  'scorer',
  'auctioneer',
  'organiser',
  'admin',
  'operator',
  'bot',
  'banned',
] as const
export type Who = (typeof WHO)[number]

/** Everybody but these. */
export const without = (...who: readonly Who[]): readonly Who[] => WHO.filter((one) => !who.includes(one))
