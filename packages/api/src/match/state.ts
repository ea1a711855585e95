import { type Actor, can, type Subject } from '@gavel/auth'
import { type Event, type Match, matchArchive } from '@gavel/db'
import { archivedLogAt, MATCHES } from '@gavel/livelog'
import type { MatchAudience, MatchState } from '@gavel/scoring'
import { momentAgo } from '../log/moment.ts'
import { PRESENT } from '../pool/state-of.ts'
import type { Services } from '../services.ts'

type Looking = { actor: Actor; event: Pick<Event, 'delayMs'>; subject: Subject }
type Asked = Looking & { services: Pick<Services, 'mongo' | 'log'> }

/** What the asker is given of a match: who may score it everything, everybody else what is public (MATCHLIVE-3). */
export const audienceOf = ({ actor, subject }: Pick<Looking, 'actor' | 'subject'>): MatchAudience =>
  can(actor, 'match.score', subject) ? 'scorer' : 'public'

/** How late the asker is shown an event's matches, in milliseconds (MATCHLIVE-7). */
export const matchDelay = (asked: Looking): number => (audienceOf(asked) === 'scorer' ? 0 : asked.event.delayMs)

/** The moment up to which the asker may know a match, on the store's clock; {@link PRESENT} where that is now. */
export const matchSeenUntil = (asked: Asked): Promise<number> => momentAgo(asked.services, matchDelay(asked))

/** A match's log folded up to a moment, from the live store or the archive; null where it was not begun. Rejects where the stores cannot say. */
export const matchStateAt = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  { id, log: place }: Pick<Match, 'id' | 'log'>,
  untilMs: number,
): Promise<MatchState | null> => {
  if (place === 'none') return null
  const live =
    place === 'archived' ? null : await (untilMs === PRESENT ? log.matches.load(id) : log.matches.loadAt(id, untilMs))
  return (live ?? (await archivedLogAt(MATCHES, matchArchive(mongo), id, untilMs)))?.state ?? null
}
