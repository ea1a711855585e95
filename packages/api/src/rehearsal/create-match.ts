import { insertEvent, insertMatches, newId } from '@gavel/db'
import { setupOf } from '@gavel/protocol'
import type { RulesOf, ScoredSport, Side } from '@gavel/scoring'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { rulesFor as auctionRules } from '../event/rules.ts'
import { slugOf } from '../event/slug.ts'
import { newMatch } from '../match/new-match.ts'
import { scoredSport } from '../match/sports.ts'
import { beginMatch } from '../match/start.ts'
import { colourFor, shortNames } from '../pool/team-look.ts'
import { guardedProcedure } from '../trpc.ts'
import type { BotSignIn } from './create-input.ts'
import { makeBot } from './make-bot.ts'

const name = z.string().trim().min(1).max(120)
const MAX_PEOPLE = 400

/** A recorded match to be played again as if live. `rules` and `setup` are those of its import, `names` the names behind its ids. */
const createMatchInput = z.strictObject({
  name,
  sport: scoredSport,
  rules: z.record(z.string(), z.unknown()),
  setup: z.unknown(),
  home: name,
  away: name,
  venue: z.string().trim().max(200).default(''),
  names: z.record(z.string().max(40), z.string().trim().min(1).max(120)),
})

export type CreatedMatchRehearsal = { eventSlug: string; matchId: string; scorer: BotSignIn }

/**
 * Makes a rehearsal of a recorded match: an event of its own, the match begun as an import, so that what really happened is kept, and a
 * bot that may score it (RERUN-1).
 */
export const createMatch = guardedProcedure('rehearsal.create')
  .input(createMatchInput)
  .mutation(async ({ ctx: { services, actor }, input }): Promise<CreatedMatchRehearsal> => {
    const setup = setupOf(input.sport).safeParse(input.setup)
    if (!setup.success || Object.keys(input.names).length > MAX_PEOPLE)
      throw new AppError('MATCH.BAD_INPUT', { reason: 'These line-ups cannot be read.' })
    const [tag, eventId] = [newId(), newId()]
    const scorer = await makeBot(services, `${tag}-scorer`, 'Scorer')
    const rules = auctionRules('ipl-2026', {})
    const nowMs = Date.now()
    const event = await insertEvent(services.mongo, {
      id: eventId,
      slug: `${slugOf(input.name).slice(0, 40)}-${tag.slice(0, 6).toLowerCase()}`,
      name: input.name,
      description: 'A recorded match, played again as if it were live.',
      startsAtMs: nowMs,
      timeZone: 'UTC',
      venue: input.venue,
      ruleSetId: rules.id,
      rules,
      currency: rules.currency,
      status: 'published',
      shows: { listed: false, pool: true, room: true },
      capacity: { players: 0, teams: 0 },
      organiserIds: [],
      auctioneerIds: [],
      scorerIds: [scorer.userId],
      rehearsal: true,
      createdAtMs: nowMs,
    })
    if (!event) throw new AppError('EVENT.SLUG_TAKEN', { slug: slugOf(input.name) })
    const [homeShort, awayShort] = shortNames([input.home, input.away])
    const { sides } = setup.data
    const match = newMatch(event, {
      sport: input.sport,
      // The operator's own importer made them.
      rules: input.rules as RulesOf<ScoredSport>,
      sides: {
        home: { team: sides.home.team, name: input.home, short: homeShort ?? '', colour: colourFor(0), from: null },
        away: { team: sides.away.team, name: input.away, short: awayShort ?? '', colour: colourFor(1), from: null },
      },
      startsAtMs: nowMs,
    })
    const sideOf = (id: string): Side | null =>
      sides.home.players.includes(id) ? 'home' : sides.away.players.includes(id) ? 'away' : null
    const people = Object.entries(input.names).map(([id, called]) => ({ id, name: called, side: sideOf(id) }))
    await insertMatches(services.mongo, [{ ...match, origin: 'import', setup: setup.data, people }])
    await beginMatch(services, match.id, actor.userId ?? 'system')
    return { eventSlug: event.slug, matchId: match.id, scorer }
  })
