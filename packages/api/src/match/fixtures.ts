import { createHash } from 'node:crypto'
import { deleteMatches, type Event, insertMatches, type MatchSide, matchesOf } from '@gavel/db'
import {
  type Fixture,
  type FixturePlan,
  makeFixtures as made,
  matchDays,
  type Slot,
  whyNoFixtures,
} from '@gavel/scoring'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { timeMs } from '../event/input.ts'
import { eventProcedure } from '../trpc.ts'
import { looksOf } from './card.ts'
import { formatInput } from './input.ts'
import { daysLater } from './local-days.ts'
import { newMatch, openSide } from './new-match.ts'
import { rulesFor, scoredSport } from './sports.ts'

const legs = z.union([z.literal(1), z.literal(2)])
const plan: z.ZodType<FixturePlan> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('round-robin'), legs }),
  z.strictObject({ kind: z.literal('knock-out'), thirdPlace: z.boolean() }),
  z.strictObject({
    kind: z.literal('groups'),
    groups: z.number().int().min(1).max(16),
    legs,
    through: z.number().int().min(1).max(4),
    thirdPlace: z.boolean(),
  }),
])

const MINUTE_MS = 60_000

const asked = z.object({
  /** In the order of their seeds. */
  teamIds: z.array(z.string().max(40)).max(64),
  plan,
  /** When the first match begins, how many are played on a match day, how far apart matches and match days are. Null: without times. */
  days: z
    .strictObject({
      firstAtMs: timeMs,
      perDay: z.number().int().min(1).max(32),
      minutesApart: z.number().int().min(0).max(720),
      daysApart: z.number().int().min(1).max(60),
    })
    .nullable(),
})
type Asked = z.infer<typeof asked>

/** A fixture as it would be made. */
export type PlannedMatch = Pick<Fixture, 'number' | 'stage' | 'group' | 'round'> & {
  home: string
  away: string
  startsAtMs: number | null
}

/** The fixtures that would be made, with days and times, before anything is (FIX-12). */
export const previewFixtures = eventProcedure('match.manage')
  .input(asked)
  .query(async ({ ctx: { services, event }, input }): Promise<PlannedMatch[]> => {
    const looks = await looksOf(services, event.auctionId)
    const fixtures = fixturesOf(input, looks)
    return timed(fixtures, input, event).map(({ home, away, ...fixture }) => ({
      ...fixture,
      home: sideOf(home, looks, fixtures, String).name,
      away: sideOf(away, looks, fixtures, String).name,
    }))
  })

/**
 * Makes them. The same asked for again makes nothing more. `replace`: matches that were not begun make room; the others stay, and the new
 * ones follow them.
 */
export const makeFixtures = eventProcedure('match.manage')
  .input(asked.extend({ sport: scoredSport, ...formatInput, replace: z.boolean().default(false) }))
  .mutation(async ({ ctx: { services, event }, input }): Promise<{ matchIds: string[] }> => {
    const { sport, format, replace } = input
    const rules = rulesFor(sport, format, input.rules)
    const looks = await looksOf(services, event.auctionId)
    const fixtures = fixturesOf(input, looks)
    const idOf = idsFor(event.id, { ...input, rules })
    const own = new Set(fixtures.map(({ number }) => idOf(number)))
    const others = (await matchesOf(services.mongo, event.id)).filter(({ id }) => !own.has(id))
    const going = replace ? others.filter(({ log }) => log === 'none').map(({ id }) => id) : []
    await deleteMatches(services.mongo, going)
    const last = Math.max(0, ...others.filter(({ id }) => !going.includes(id)).map(({ number }) => number))
    const matches = timed(fixtures, input, event).map(({ number, stage, group, round, home, away, startsAtMs }) =>
      newMatch(event, {
        ...{ id: idOf(number), sport, rules, number: last + number, startsAtMs },
        round: { stage, group, round },
        knockout: group === null && input.plan.kind !== 'round-robin',
        sides: { home: sideOf(home, looks, fixtures, idOf), away: sideOf(away, looks, fixtures, idOf) },
      }),
    )
    await insertMatches(services.mongo, matches)
    return { matchIds: matches.map(({ id }) => id) }
  })

type Looks = Awaited<ReturnType<typeof looksOf>>

/** @throws AppError TEAM.NOT_FOUND, MATCH.NO_FIXTURES */
const fixturesOf = ({ teamIds, plan: how }: Asked, looks: Looks): readonly Fixture[] => {
  if (teamIds.some((team) => !looks.has(team))) throw new AppError('TEAM.NOT_FOUND')
  const reason = whyNoFixtures(teamIds, how)
  if (reason !== null) throw new AppError('MATCH.NO_FIXTURES', { reason })
  return made(teamIds, how)
}

const timed = (fixtures: readonly Fixture[], { days }: Asked, { timeZone }: Pick<Event, 'timeZone'>) => {
  const places = days ? matchDays(fixtures, days.perDay) : []
  return fixtures.map((fixture, i) => {
    const place = places[i]
    if (!days || !place) return { ...fixture, startsAtMs: null }
    const day = daysLater(days.firstAtMs, place.day * days.daysApart, timeZone)
    return { ...fixture, startsAtMs: day + place.slot * days.minutesApart * MINUTE_MS }
  })
}

/** Ids that are the same for the same fixtures of an event, so that making them twice makes them once. */
const idsFor = (eventId: string, { teamIds, plan: how, sport, rules }: Asked & { sport: string; rules: unknown }) => {
  const digest = createHash('sha256')
    .update(JSON.stringify([eventId, teamIds, how, sport, rules]))
    .digest('hex')
  return (number: number) => `m${digest.slice(0, 20)}-${number}`
}

/** Who plays, or who it will be. @param idOf the match of a fixture */
const sideOf = (
  slot: Slot,
  looks: Looks,
  fixtures: readonly Fixture[],
  idOf: (number: number) => string,
): MatchSide => {
  switch (slot.is) {
    case 'team': {
      const { name = slot.team, short = '', colour = '#808080' } = looks.get(slot.team) ?? {}
      return { team: slot.team, name, short, colour, from: null }
    }
    case 'place': {
      const { group, place } = slot
      const called = `${place === 1 ? 'Winner' : `No. ${place}`} of group ${group}`
      return openSide({ group, place, called })
    }
    case 'winner':
    case 'loser': {
      const of = fixtures.find(({ number }) => number === slot.of)
      const who = slot.is === 'winner' ? 'Winner' : 'Loser'
      const called = `${who} of ${of?.stage.toLowerCase() ?? 'match'} ${nth(of, fixtures)}`.trim()
      return openSide({ matchId: idOf(slot.of), takes: slot.is, called })
    }
    default:
      return slot satisfies never
  }
}

/** Which of its stage it is, where there are several: semi-final 2. */
const nth = (of: Fixture | undefined, fixtures: readonly Fixture[]): string => {
  const stage = fixtures.filter(({ stage }) => stage === of?.stage)
  return of && stage.length > 1 ? String(stage.indexOf(of) + 1) : ''
}
