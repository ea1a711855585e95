import { type About, writeCricsheet } from '@gavel/match-files'
import { isMatchOf, type MatchSetup } from '@gavel/scoring'
import { AppError } from '../errors.ts'
import { matchProcedure } from '../trpc.ts'
import { looksOf, sidesOf } from './card.ts'
import { namesIn } from './people.ts'
import { matchSeenUntil, matchStateAt } from './state.ts'

/** A cricket match as cricsheet JSON, as far as the asker may see it: `name` of the file, and its text. */
export const exportCricsheet = matchProcedure('match.watch').query(
  async ({ ctx }): Promise<{ name: string; text: string }> => {
    const { services, event, match } = ctx
    const state = await matchStateAt(services, match, await matchSeenUntil(ctx))
    if (!state || !isMatchOf(state, 'cricket'))
      throw new AppError('MATCH.BAD_INPUT', { reason: 'Only a cricket match that has begun can be written so.' })
    const sides = sidesOf(match, await looksOf(services, event.auctionId))
    const { home, away } = state.setup.sides
    const names = await namesIn(services, event, match, idsIn(state.setup))
    const file = writeCricsheet({
      state,
      names: { ...names, [home.team]: sides.home.name, [away.team]: sides.away.name },
      about: aboutOf(match, state.rules.inningsEach),
    })
    return { name: `${match.id}.json`, text: JSON.stringify(file) }
  },
)

const idsIn = ({ sides, officials }: MatchSetup): ReadonlySet<string> =>
  new Set([
    ...[sides.home, sides.away].flatMap(({ players }) => players),
    ...(officials ?? []).map(({ person }) => person),
  ])

type Told = {
  importedFrom: { about: string | null } | null
  startsAtMs: number | null
  timeZone: string
  venue: string
}

/** What the file said that it came from; else what the event says of it. */
const aboutOf = ({ importedFrom, startsAtMs, timeZone, venue }: Told, inningsEach: 1 | 2): About => {
  if (importedFrom?.about) return JSON.parse(importedFrom.about) as About
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(startsAtMs ?? Date.now())
  return { match_type: inningsEach === 2 ? 'MDM' : 'T20', dates: [date], ...(venue && { venue }), meta: {} }
}
