import { advanceMatches, firstOfMatch, standsOf } from '@gavel/api'
import {
  forgetMatchLog,
  type Match,
  matchArchive,
  matchById,
  setMatchArchived,
  setMatchFollowed,
  setMatchStands,
} from '@gavel/db'
import type { MatchLog } from '@gavel/livelog'
import type { ArchiverParts, Followed } from './follower.ts'

/** More than a scorer can write between two looks at it. */
const LATE_ENTRIES = 100

/** A match whose log is followed: how it stands, for lists, and who plays next (MATCHLIVE-9). */
export function followedMatch({ mongo, log }: ArchiverParts, match: Match): Followed<MatchLog> {
  const { id, eventId } = match
  return {
    ...{ id, log: log.matches, archive: matchArchive(mongo) },
    prepare: async () => {},
    isRunning: ({ phase }) => phase.is === 'live',
    isOver: ({ phase }) => phase.is === 'ended',
    show: async (state) => {
      await setMatchStands(mongo, id, standsOf(state), state.phase.is)
      await advanceMatches(mongo, { id: eventId })
    },
    finish: async ({ seq }) => {
      await setMatchArchived(mongo, id, seq)
      // Somebody may have opened the result again in the same moment.
      const live = await log.matches.load(id)
      if (live?.state.seq === seq) return true
      await setMatchFollowed(mongo, id)
      return false
    },
    begin: async () => {
      await log.matches.create(id, firstOfMatch(match), 'system')
    },
    // Only what is forgotten with its event is taken out of the list while it is live.
    wipe: async (seq) => {
      if (await matchById(mongo, id)) return
      await log.matches.evict(id, { discard: true })
      await forgetMatchLog(mongo, id, seq + LATE_ENTRIES)
    },
  }
}
