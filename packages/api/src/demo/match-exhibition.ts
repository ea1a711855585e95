import { CRORE } from '@gavel/auction'
import { eventById, forgetMatch, insertEvent, insertMatches, type Match, matchesOf } from '@gavel/db'
import { cricketRules, makeFixtures } from '@gavel/scoring'
import { rulesFor } from '../event/rules.ts'
import { EXHIBITION } from '../match/live.ts'
import { newMatch } from '../match/new-match.ts'
import { beginMatch } from '../match/start.ts'
import type { Services } from '../services.ts'
import { DEMO } from './build-night.ts'
import { type CastTeam, exhibitionCast, peopleOf } from './match-cast.ts'

type Parts = Pick<Services, 'mongo' | 'log'>

/** Matches that have ended can be looked at until so many newer ones have. */
const KEPT = 8
const NAME = 'Floodlit Friendlies'
const VENUE = 'Lantern Street Ground, Pune'
const TIME_ZONE = 'Asia/Kolkata'

/**
 * Makes the event of the matches that nobody plays, if it is not there. Like the auction's exhibition it is a rehearsal: in no list of events
 * but on the home page (EXHIBIT-1).
 * @returns whether it is new
 */
export const ensureMatchExhibition = async ({ mongo }: Pick<Parts, 'mongo'>, nowMs: number): Promise<boolean> => {
  if (await eventById(mongo, EXHIBITION)) return false
  const rules = rulesFor('ipl-2026', { purse: 30 * CRORE })
  const event = await insertEvent(mongo, {
    id: EXHIBITION,
    slug: 'floodlit-friendlies',
    name: NAME,
    description: 'Six teams that nobody plays for meet again and again, ball by ball, for whoever watches.',
    startsAtMs: nowMs,
    timeZone: TIME_ZONE,
    venue: VENUE,
    ruleSetId: rules.id,
    rules,
    currency: rules.currency,
    status: 'published',
    shows: { listed: true, pool: true, room: true },
    capacity: { players: 0, teams: 0 },
    organiserIds: [],
    auctioneerIds: [],
    scorerIds: [],
    rehearsal: true,
    createdAtMs: nowMs,
  })
  return event !== null
}

/** The match that is on, or was last; null where the exhibition was never seeded. */
export const exhibitionMatch = async ({ mongo }: Pick<Parts, 'mongo'>): Promise<Match | null> =>
  (await matchesOf(mongo, EXHIBITION)).at(-1) ?? null

/**
 * Arranges and begins the match after this one, and forgets the oldest. However many workers ask, it is made once: its id is its number
 * (EXHIBIT-2).
 */
export const nextExhibitionMatch = async (services: Parts, after: Match | null, nowMs: number): Promise<void> => {
  const { mongo } = services
  const event = await eventById(mongo, EXHIBITION)
  if (!event) return
  const number = (after?.number ?? 0) + 1
  const { teams, names } = exhibitionCast()
  const fixtures = makeFixtures(
    teams.map(({ team }) => team),
    { kind: 'round-robin', legs: 2 },
  )
  const fixture = fixtures[(number - 1) % fixtures.length]
  const teamOf = (slot: 'home' | 'away') =>
    teams.find(({ team }) => fixture?.[slot].is === 'team' && fixture[slot].team === team)
  const [home, away] = [teamOf('home'), teamOf('away')]
  if (!fixture || !home || !away) throw new Error('a round robin of teams has no open sides')
  // Installations that share a Redis have matches of their own.
  const id = `friendly-${event.createdAtMs.toString(36)}-${number}`
  const match = newMatch(event, {
    id,
    sport: 'cricket',
    rules: cricketRules('t20'),
    sides: { home: sideOf(home), away: sideOf(away) },
    number,
    startsAtMs: nowMs,
    round: { stage: 'League', group: null, round: fixture.round },
  })
  await insertMatches(mongo, [
    {
      ...match,
      setup: {
        sides: { home: sheetOf(home), away: sheetOf(away) },
        toss: { winner: number % 2 === 0 ? 'home' : 'away', chose: number % 3 === 0 ? 'field' : 'bat' },
      },
      people: [...peopleOf(home, 'home', names), ...peopleOf(away, 'away', names)],
    },
  ])
  await beginMatch(services, id, DEMO)
  await forgetOldest(services)
}

const sideOf = ({ team, name, short, colour }: CastTeam) => ({ team, name, short, colour, from: null })
const sheetOf = ({ team, players, captain, keeper }: CastTeam) => ({ team, players, captain, keeper })

const forgetOldest = async ({ mongo, log }: Parts): Promise<void> => {
  const matches = await matchesOf(mongo, EXHIBITION)
  for (const { id, stands } of matches.slice(0, Math.max(0, matches.length - KEPT))) {
    // The log first: without it nothing more is written to the archive.
    await log.matches.evict(id, { discard: true })
    await forgetMatch(mongo, id, stands?.seq ?? 0)
  }
}
