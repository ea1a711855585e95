import { can } from '@gavel/auth'
import { peopleOf } from '@gavel/db'
import type { RulesOf, ScoredSport, SetupOf } from '@gavel/scoring'
import { cardOf, type EventCard } from '../event/card.ts'
import { PRESENT } from '../pool/state-of.ts'
import { matchProcedure } from '../trpc.ts'
import { cardAt, looksOf, type MatchCard } from './card.ts'
import { knownMatch } from './known-sides.ts'
import { choicesFor, namesIn, type SideChoices } from './people.ts'
import { everybodyOf } from './sports.ts'
import { matchDelay, matchSeenUntil, matchStateAt } from './state.ts'

/** What a match's page needs before its socket joins. `setup` and `rules` are the log's own once it is begun. */
export type MatchPage = {
  match: MatchCard
  event: EventCard
  rules: RulesOf<ScoredSport>
  setup: SetupOf<ScoredSport>
  /** By id: who plays and officiates. */
  names: Record<string, string>
  /** Who may be chosen, for those who may score. */
  choices: { home: SideChoices; away: SideChoices } | null
  /** Names of those who may score, by their user id, for each other: who holds the book. */
  scorers: Record<string, string>
  begun: boolean
  you: { userId: string | null; mayManage: boolean; mayScore: boolean; delayMs: number }
}

export const byId = matchProcedure('match.watch').query(async ({ ctx }): Promise<MatchPage> => {
  const { services, actor, event, subject } = ctx
  const mayScore = can(actor, 'match.score', subject)
  const [card, looks, untilMs] = await Promise.all([
    cardOf(ctx, event),
    looksOf(services, event.auctionId),
    matchSeenUntil(ctx),
  ])
  const match = await knownMatch(services, ctx.match, untilMs)
  const live = await matchStateAt(services, match, untilMs)
  const rules = (live?.rules ?? match.rules) as RulesOf<ScoredSport>
  const setup = (live?.setup ?? match.setup) as SetupOf<ScoredSport>
  const begun = untilMs === PRESENT ? match.log !== 'none' : live !== null
  // Anybody of the squads may be brought in while somebody watches.
  const choices = mayScore || begun ? await choicesFor(ctx, match, setup) : null
  const known = mayScore ? await peopleOf(services.postgres, [...event.organiserIds, ...event.scorerIds]) : new Map()
  return {
    match: await cardAt(services, match, looks, untilMs),
    event: card,
    rules,
    setup,
    names: await namesIn(services, event, match, idsIn(setup, choices)),
    choices: mayScore ? choices : null,
    scorers: Object.fromEntries([...known].map(([id, { name }]) => [id, name])),
    begun,
    you: {
      userId: actor.userId,
      mayManage: can(actor, 'match.manage', subject),
      mayScore,
      delayMs: matchDelay(ctx),
    },
  }
})

const idsIn = (setup: SetupOf<ScoredSport>, choices: MatchPage['choices']): ReadonlySet<string> => {
  const chosen = [...everybodyOf(setup, 'home'), ...everybodyOf(setup, 'away')]
  const possible = choices ? [choices.home, choices.away].flatMap((side) => side.choices.map(({ id }) => id)) : []
  return new Set([...chosen, ...possible, ...(setup.officials ?? []).map(({ person }) => person)])
}
