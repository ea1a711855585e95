import { ruleSet } from '@gavel/auction'
import type { AccessTokens } from '@gavel/auth'
import { insertEvent, insertMatches, type Mongo, newId, setMatchFollowed } from '@gavel/db'
import type { LiveLog } from '@gavel/livelog'
import {
  BADMINTON_FORMATS,
  cricketRules,
  FOOTBALL_FORMATS,
  KABADDI_FORMATS,
  type RulesOf,
  type ScoredSport,
  type SetupOf,
  VOLLEYBALL_FORMATS,
} from '@gavel/scoring'
import { type Person, person } from './people.ts'

/** A match that was begun, with the people who may score it. */
export type SeededMatch = {
  readonly matchId: string
  readonly eventId: string
  readonly scorer: Person
  readonly organiser: Person
}

export type MatchPlan = {
  /** How late the public is shown it, in milliseconds; default 0. */
  delayMs?: number
  /** Default true: everybody may watch. */
  open?: boolean
  /** Default cricket. */
  sport?: ScoredSport
}

const side = (name: string) => ({ team: name, players: Array.from({ length: 8 }, (_, n) => `${name}${n + 1}`) })
const sides = { home: side('h'), away: side('a') }
const NOBODY = { home: [], away: [] } as const

/** A match of each sport, by the first of its formats. */
const STARTS = {
  cricket: { rules: cricketRules('community'), setup: { sides, toss: null } },
  football: {
    rules: FOOTBALL_FORMATS.laws,
    setup: { sides, bench: NOBODY, knockout: false, aggregate: null },
  },
  badminton: { rules: BADMINTON_FORMATS['3x21'], setup: { sides, discipline: 'singles', firstServer: null } },
  volleyball: { rules: VOLLEYBALL_FORMATS.indoor, setup: { sides, liberos: NOBODY, firstServer: null } },
  kabaddi: { rules: KABADDI_FORMATS.pkl, setup: { sides, knockout: false } },
} as const satisfies { [Id in ScoredSport]: { rules: RulesOf<Id>; setup: SetupOf<Id> } }

const look = (team: string) => ({ team, name: `Team ${team}`, short: team, colour: '#336699', from: null })

/** Makes an event and a match of two sides of eight (`h1` to `h8`, `a1` to `a8`) straight in the stores, and begins it. */
export async function seedMatch(
  { mongo, log, tokens }: { mongo: Mongo; log: LiveLog; tokens: AccessTokens },
  { delayMs = 0, open = true, sport = 'cricket' }: MatchPlan = {},
): Promise<SeededMatch> {
  const auctionRules = ruleSet('ipl-2025')
  if (!auctionRules) throw new Error('there are no rules for 2025')
  const [eventId, matchId] = [newId(), newId()]
  const [scorer, organiser] = await Promise.all([person(tokens), person(tokens)])
  await insertEvent(mongo, {
    id: eventId,
    slug: `test-${eventId}`,
    name: 'A test league',
    description: '',
    startsAtMs: Date.now(),
    timeZone: 'Asia/Kolkata',
    venue: 'Test ground',
    ruleSetId: auctionRules.id,
    rules: auctionRules,
    currency: auctionRules.currency,
    status: 'live',
    capacity: { players: 50, teams: 4 },
    delayMs,
    shows: { listed: true, pool: true, room: open },
    organiserIds: [organiser.userId],
    auctioneerIds: [],
    scorerIds: [scorer.userId],
    rehearsal: false,
    createdAtMs: Date.now(),
  })
  const match = { sport, ...STARTS[sport], origin: 'live' } as const
  await insertMatches(mongo, [
    {
      id: matchId,
      eventId,
      ...match,
      sides: { home: look('h'), away: look('a') },
      round: null,
      number: 1,
      startsAtMs: null,
      timeZone: 'Asia/Kolkata',
      venue: 'Test ground',
      people: [],
      status: 'scheduled',
      log: 'none',
      stands: null,
      importedFrom: null,
      createdAtMs: Date.now(),
    },
  ])
  await setMatchFollowed(mongo, matchId)
  const created = await log.matches.create(matchId, match, organiser.userId)
  if (!created.ok) throw new Error(`create: ${created.refusal.code}`)
  return { matchId, eventId, scorer, organiser }
}
