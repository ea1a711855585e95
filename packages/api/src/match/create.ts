import { insertMatches, matchesOf } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { eventProcedure } from '../trpc.ts'
import { formatInput, matchFields, sideFor, sideInput } from './input.ts'
import { newMatch } from './new-match.ts'
import { rulesFor, scoredSport } from './sports.ts'

export const createMatchInput = z.object({
  sport: scoredSport,
  ...formatInput,
  home: sideInput,
  away: sideInput,
  startsAtMs: matchFields.startsAtMs.default(null),
  timeZone: matchFields.timeZone.optional(),
  venue: matchFields.venue.optional(),
  round: matchFields.round.default(null),
})

/** Makes a match by hand, after those that are there. Answers its id. */
export const create = eventProcedure('match.manage')
  .input(createMatchInput)
  .mutation(async ({ ctx: { services, event }, input }): Promise<{ matchId: string }> => {
    const { sport, format, startsAtMs, timeZone, venue, round } = input
    const [home, away] = await Promise.all([sideFor(services, event, input.home), sideFor(services, event, input.away)])
    if (home.team === away.team)
      throw new AppError('MATCH.BAD_INPUT', { reason: 'A team does not play against itself.' })
    const others = await matchesOf(services.mongo, event.id)
    const match = newMatch(event, {
      ...{ sport, rules: rulesFor(sport, format, input.rules), sides: { home, away } },
      ...{ round, startsAtMs, number: Math.max(0, ...others.map(({ number }) => number)) + 1 },
      ...(timeZone !== undefined && { timeZone }),
      ...(venue !== undefined && { venue }),
    })
    await insertMatches(services.mongo, [match])
    return { matchId: match.id }
  })
