import { changeMatch, type Match, type MatchChange, matchById } from '@gavel/db'
import type { ScoredSport } from '@gavel/scoring'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { matchProcedure } from '../trpc.ts'
import { formatInput, matchFields, sideFor, sideInput } from './input.ts'
import { blankFor, isKnockout } from './new-match.ts'
import { rulesFor, setupFrom } from './sports.ts'

/** People of no squad: ids are the organiser's own, so that sending the same list again changes nothing. */
const people = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
      name: z.string().trim().min(1).max(80),
      side: z.enum(['home', 'away']).nullable(),
    }),
  )
  .max(100)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, 'An id is used twice')

/**
 * Changes what it names and leaves the rest; repeating it changes nothing. Who plays, rules and line-ups change before the match is begun
 * (MATCHAPI-1), when and where it is played at any time.
 */
export const update = matchProcedure('match.manage')
  .input(
    z.object({
      home: sideInput.optional(),
      away: sideInput.optional(),
      ...z.object(matchFields).partial().shape,
      number: z.number().int().min(1).max(10_000).optional(),
      format: formatInput.format.optional(),
      rules: formatInput.rules,
      setup: z.unknown().optional(),
      people: people.optional(),
      cancelled: z.boolean().optional(),
    }),
  )
  .mutation(async ({ ctx: { services, match, event }, input }): Promise<{ matchId: string }> => {
    const { startsAtMs, timeZone, venue, round, number, cancelled } = input
    const given = { startsAtMs, timeZone, venue, round, number, people: input.people }
    const change: MatchChange = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const sport = match.sport as ScoredSport
    const sides = {
      home: input.home ? await sideFor(services, event, input.home) : match.sides.home,
      away: input.away ? await sideFor(services, event, input.away) : match.sides.away,
    }
    if (sides.home.team !== null && sides.home.team === sides.away.team)
      throw new AppError('MATCH.BAD_INPUT', { reason: 'A team does not play against itself.' })
    // Another team has another line-up.
    if (input.home || input.away) Object.assign(change, { sides, setup: blankFor(sport, sides, isKnockout(match)) })
    if (input.format !== undefined) change.rules = rulesFor(sport, input.format, input.rules)
    if (input.setup !== undefined)
      change.setup = setupFrom(sport, input.setup, { home: sides.home.team, away: sides.away.team })
    if (cancelled !== undefined) change.status = cancelled ? 'cancelled' : 'scheduled'
    await changed(services.mongo, match, change)
    return { matchId: match.id }
  })

const OF_THE_LOG = ['sides', 'rules', 'setup', 'status'] as const

const changed = async (mongo: Parameters<typeof changeMatch>[0], match: Match, change: MatchChange): Promise<void> => {
  const before = OF_THE_LOG.some((field) => field in change) ? 'log' : 'ever'
  if (await changeMatch(mongo, match.id, change, { before })) return
  throw new AppError((await matchById(mongo, match.id)) ? 'MATCH.BEGUN' : 'MATCH.NOT_FOUND')
}
