import { can } from '@gavel/auth'
import { deductionsOf, type Match, matchesOf, type TableDeduction } from '@gavel/db'
import type { RulesOf, ScoredSport } from '@gavel/scoring'
import { eventReadProcedure } from '../trpc.ts'
import { looksOf, type MatchTeam, sidesOf, standsAt } from './card.ts'
import { countedIn } from './counted.ts'
import { knownSides } from './known-sides.ts'
import { type Standing, seasonTable, type TableColumn } from './season-table.ts'
import { matchSeenUntil } from './state.ts'

/** A table of an event, drawn ready: of a league, or of one group. */
export type MatchTable = Pick<Standing, 'explains'> & {
  title: string
  columns: readonly TableColumn[]
  rows: { team: Pick<MatchTeam, 'name' | 'short' | 'colour'> & { team: string }; cells: readonly string[] }[]
  /** Points that the organiser took from teams of this table, or gave them, and why. */
  taken: readonly Pick<TableDeduction, 'id' | 'team' | 'points' | 'reason'>[]
}

/** The tables of an event's leagues and groups, as late as the asker sees the matches; knock-outs have none (MATCHPAGE-6). */
export const tables = eventReadProcedure.query(async ({ ctx }): Promise<MatchTable[]> => {
  const { services, actor, event, subject } = ctx
  if (!can(actor, 'match.watch', subject)) return []
  const [all, deductions] = await Promise.all([
    matchesOf(services.mongo, event.id),
    deductionsOf(services.mongo, event.id),
  ])
  const [looks, untilMs] = await Promise.all([looksOf(services, event.auctionId), matchSeenUntil(ctx)])
  const matches = await knownSides(services, all.filter(isOfATable), all, untilMs)
  const groups = Map.groupBy(matches, ({ sport, round }) => `${sport} ${round?.group ?? ''}`)
  return Promise.all(
    [...groups]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(async ([, of]): Promise<MatchTable> => {
        const [first] = of
        if (!first) throw new Error('a group of no match')
        const sport = first.sport as ScoredSport
        const teams = new Map(of.flatMap((match) => sidesWithTeams(match, looks)))
        const counted = await Promise.all(
          of.map(async (match) => countedIn(match, await standsAt(services, match, untilMs)) ?? []),
        )
        const { columns, rows, explains } = seasonTable(
          sport,
          first.rules as RulesOf<typeof sport>,
          [...teams.keys()],
          counted.flat(),
          deductions,
        )
        return {
          title: first.round?.group ? `Group ${first.round.group}` : 'Table',
          columns,
          explains,
          taken: deductions.flatMap(({ id, team, points, reason }) =>
            teams.has(team) ? [{ id, team, points, reason }] : [],
          ),
          rows: rows.flatMap(({ team, cells }) => {
            const looksSo = teams.get(team)
            return looksSo ? [{ team: looksSo, cells }] : []
          }),
        }
      }),
  )
})

/** Knock-outs, third places and finals are of no table. */
const isOfATable = ({ round, status }: Match): boolean =>
  status !== 'cancelled' && (round === null || round.group !== null || round.stage === 'League')

type Looks = Awaited<ReturnType<typeof looksOf>>

const sidesWithTeams = (match: Match, looks: Looks): [string, MatchTable['rows'][number]['team']][] => {
  const { home, away } = sidesOf(match, looks)
  return [home, away].flatMap(({ team, name, short, colour }) =>
    team === null ? [] : [[team, { team, name, short, colour }] as [string, MatchTable['rows'][number]['team']]],
  )
}
