import { eventById, listLiveMatches, type Match } from '@gavel/db'
import { matchLine, type ScoredSport } from '@gavel/scoring'
import { notify } from '../inbox/notify.ts'
import type { Stores } from '../services.ts'
import { looksOf, sidesOf } from './card.ts'
import { readStands } from './counted.ts'

/** Longer than the night between two days of a match. */
const FORGOTTEN_MS = 24 * 3_600_000

/**
 * Reminds organisers of matches that go on in the book and to which nobody has added a play for a day: once for each time that it happens
 * (MATCHLIVE-11). A match that was begun and never played is left alone, for books are opened early.
 * @throws where a store is away; repeating it tells nobody twice
 */
export const remindQuiet = async (stores: Pick<Stores, 'mongo' | 'writesLetters'>, nowMs: number): Promise<void> => {
  for (const match of await listLiveMatches(stores.mongo)) {
    const { phase, playedAtMs } = match.stands ?? {}
    if (phase?.is !== 'live' || playedAtMs === null || playedAtMs === undefined) continue
    if (nowMs - playedAtMs >= FORGOTTEN_MS) await remindOf(stores, match, playedAtMs)
  }
}

const remindOf = async (
  stores: Pick<Stores, 'mongo' | 'writesLetters'>,
  match: Match,
  playedAtMs: number,
): Promise<void> => {
  const event = await eventById(stores.mongo, match.eventId)
  if (!event || event.rehearsal) return
  const { home, away } = sidesOf(match, await looksOf(stores, event.auctionId))
  const names = { home: home.name, away: away.name }
  const stands = readStands(match.stands)
  const result = stands && matchLine({ sport: match.sport as ScoredSport, ...stands }, names).result
  const since = new Intl.DateTimeFormat('en-GB', { timeZone: match.timeZone, dateStyle: 'medium', timeStyle: 'short' })
  await notify(stores, {
    userIds: event.organiserIds,
    kind: 'event',
    key: `quiet:${match.id}:${playedAtMs}`,
    title: `${names.home} v ${names.away} has not been ended`,
    words: `Nothing has been written into its book since ${since.format(playedAtMs)}. ${
      result ? `By its plays: ${result}. Confirm that, or correct it.` : 'Go on with it, or abandon it.'
    }`,
    href: `/matches/${match.id}/score`,
  })
}
