import { withoutPool } from '@gavel/auction'
import { type Actor, type Subject, seesPool } from '@gavel/auth'
import type { Auction, Event } from '@gavel/db'
import { PRESENT, stateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { seenUntil } from './sight.ts'

type Asked = { services: Services; auction: Auction; actor: Actor; event: Event; subject: Subject }

/**
 * The players whom this person may know of where the event keeps its pool back until the start; null where nothing is kept back (SHOWS-2).
 * The log is asked where it matters: the stored status is a moment behind the present, and ahead of what the public may know (LATE-2).
 */
export const shownPlayers = async (asked: Asked): Promise<ReadonlySet<string> | null> => {
  if (seesPool(asked.actor, asked.event, asked.subject)) return null
  const untilMs = await seenUntil(asked)
  if (asked.auction.status !== 'scheduled' && untilMs === PRESENT) return null
  const state = await stateOf(asked.services, asked.auction.id, untilMs)
  return state.phase.is === 'scheduled' ? new Set(Object.keys(withoutPool(state).players)) : null
}

/** Whether this event keeps its pool from this person now. */
export const hidesPool = async (asked: Asked): Promise<boolean> => (await shownPlayers(asked)) !== null
