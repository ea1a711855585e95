import { changeRegistration, type Event, type Registration } from '@gavel/db'
import type { Registration as Entry } from '@gavel/registration'
import type { Stores } from '../services.ts'
import { projectionOf } from './entry.ts'
import { leaveAuctionOf } from './leave-event.ts'
import { membersOf } from './party.ts'
import { stands } from './standing.ts'

/**
 * Has the own registrations of a group's members follow the group: who has a seat stands as the group does, everybody else is out of it, and out of
 * the auction. Repeating it is harmless.
 * @throws AppError AUCTION.UNAVAILABLE
 */
export const followGroup = async (stores: Stores, event: Event, group: Registration, entry: Entry): Promise<void> => {
  const seated = new Set(entry.seats.flatMap(({ entrant }) => entrant?.person ?? []))
  // The clock is the group's alone.
  const inIt = { ...projectionOf(entry, event, group.reason), dueAtMs: null }
  for (const member of await membersOf(stores, group)) {
    const has = seated.has(member.userId)
    if (!has && !stands(member.status)) continue
    const wanted = has ? inIt : { status: 'withdrawn' as const, reason: null }
    if (member.status === wanted.status && member.reason === wanted.reason) continue
    if (member.status === 'confirmed' && wanted.status !== 'confirmed') await leaveAuctionOf(stores, event, member)
    const changed = await changeRegistration(stores.mongo, member, wanted, null, Date.now())
    if (changed && (member.status === 'confirmed') !== (wanted.status === 'confirmed'))
      await stores.reach.tell({ changed: [member.userId] })
  }
}
